'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { everything, type Json } from '@/features/draft';
import { SaveProductSetDocument, type ProductSetQuery } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';
import { useUnsavedGuard } from '@/ui/use-unsaved-guard';

export type KnownSet = NonNullable<ProductSetQuery['productSet']>;

interface Values {
  id: string;
  name: string;
  kind: 'RULE' | 'LIST';
  /** Of a RULE. */
  goods: Json;
}

export type SetForm = ReturnType<typeof useSetForm>;

/** The set as it is edited, until it is saved. */
export function useSetForm(set: KnownSet | undefined, onSaved: () => void) {
  const t = useTranslations('productSets');
  const router = useRouter();
  const refusalText = useRefusalText();
  const [run, busy] = useChange(SaveProductSetDocument);
  const [edited, setEdited] = useState<Partial<Values>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const values = { ...valuesOf(set), ...edited };
  const dirty = Object.keys(edited).length > 0;
  useUnsavedGuard(dirty);
  const save = async () => {
    const { id, name, kind, goods } = values;
    const rule = kind === 'RULE' ? { goods } : {};
    const answer = (await run({ input: { id: id.trim(), name, kind, version: set?.version ?? null, ...rule } }))
      ?.saveProductSet;
    if (answer === undefined) return;
    if (answer.__typename === 'ProductSetInvalid') {
      return setErrors(
        Object.fromEntries<string>(
          answer.problems.map(({ field, message }) => [field.split('.')[0] ?? field, message]),
        ),
      );
    }
    if (answer.__typename !== 'ProductSetSaved') return notifyRefused(refusalText(answer));
    notifyDone(t('saved'));
    setErrors({});
    setEdited({});
    if (set === undefined) router.push(`/catalogue/sets/${encodeURIComponent(answer.productSet.id)}`);
    else onSaved();
  };
  const change = (patch: Partial<Values>) => setEdited({ ...edited, ...patch });
  return { values, dirty, errors, busy, change, save: () => void save() };
}

function valuesOf(set: KnownSet | undefined): Values {
  if (set === undefined) return { id: '', name: '', kind: 'RULE', goods: everything };
  const { id, name, kind, goods } = set;
  return { id, name, kind, goods: goods === null ? everything : (goods as Json) };
}
