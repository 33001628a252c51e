'use client';

import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useFmt } from '@/fmt';
import { DeclaredMemberAttributesDocument } from '@/graphql/generated/graphql';

/** What people call an attribute of members, and those of its values that have names, in the order to offer them. */
export interface AttributeWords {
  name: string;
  values: ReadonlyMap<string, string>;
}

const nameIn = { ru: 'nameRu', kk: 'nameKk', en: 'nameEn' } as const;

/** Words of the declared attributes of members, by key. */
export function useAttributeWords(isNeeded = true): ReadonlyMap<string, AttributeWords> {
  const t = useTranslations('member');
  const name = nameIn[useFmt().locale];
  const [{ data }] = useQuery({
    query: DeclaredMemberAttributesDocument,
    variables: {},
    pause: !isNeeded || typeof window === 'undefined',
  });
  const flags = [
    ['true', t('yes')],
    ['false', t('no')],
  ] as const;
  return new Map(
    (data?.memberAttributes ?? []).map((attribute) => {
      const named = attribute.values.map((one) => [one.value, one[name]] as const);
      return [attribute.key, { name: attribute[name], values: new Map(attribute.type === 'FLAG' ? flags : named) }];
    }),
  );
}
