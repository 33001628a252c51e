'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, type TypedDocumentNode } from 'urql';
import { isList, isObject, textAt, textsOf, type Json, type NameSource } from '@/features/draft';
import { useMay } from '@/features/viewer';
import {
  CouponPoolNamesDocument,
  MemberListNamesDocument,
  ProductSetNamesDocument,
  PromotionNamesDocument,
  SegmentNamesDocument,
  type SegmentKind,
} from '@/graphql/generated/graphql';
import { useAttributeWords } from './use-attribute-words';

interface Named {
  id: string;
  name: string;
}

type Names = { names: { edges: { node: Named }[] } };
type Lookup = 'sets' | 'pools' | 'lists' | 'promotions' | 'segments';

const documents: Record<Lookup, TypedDocumentNode<Names, { search?: string; kind?: SegmentKind }>> = {
  sets: ProductSetNamesDocument,
  pools: CouponPoolNamesDocument,
  lists: MemberListNamesDocument,
  promotions: PromotionNamesDocument,
  segments: SegmentNamesDocument,
};

const lookups: Partial<Record<NameSource, Lookup>> = {
  ...{ sets: 'sets', pools: 'pools', lists: 'lists', promotions: 'promotions' },
  ...{ segments: 'segments', followed: 'segments', groups: 'segments' },
};
/** Sources that are of one kind alone. */
const segmentKinds: Partial<Record<NameSource, SegmentKind>> = { followed: 'SEGMENT', groups: 'GROUP' };

const debounceMs = 250;
const onServer = typeof window === 'undefined';

/**
 * Pools of coupons, promotions, lists of members, sets of products, segments and groups: definitions hold their ids, people know their
 * names. The first ones, and those that what is typed finds among all.
 */
export function useNamed(source: NameSource, typed = ''): Named[] {
  const [search] = useDebouncedValue(typed.trim(), debounceMs);
  const kind = segmentKinds[source];
  const lookup = lookups[source];
  const first = useNames(lookup, kind);
  const found = useNames(search === '' ? undefined : lookup, kind, search);
  return [...new Map([...first, ...found].map((named) => [named.id, named])).values()];
}

function useNames(lookup: Lookup | undefined, kind?: SegmentKind, search?: string): Named[] {
  const [mayPools, mayPromotions, maySegments] = [
    useMay('coupons.read'),
    useMay('promotions.read'),
    useMay('segments.read'),
  ];
  const may = { sets: true, pools: mayPools, lists: mayPromotions, promotions: mayPromotions, segments: maySegments };
  const [{ data }] = useQuery({
    query: documents[lookup ?? 'sets'],
    variables: { ...(search !== undefined && { search }), ...(kind !== undefined && { kind }) },
    pause: onServer || lookup === undefined || !may[lookup],
  });
  return lookup === undefined ? [] : (data?.names.edges ?? []).map(({ node }) => node);
}

/**
 * A definition, or goods alone, to be read: with names in place of ids, and of keys and values of attributes, that have one. Attributes
 * within goods are the catalogue's, all others the members'.
 */
export function useWithNames(of: 'definition' | 'goods'): (json: Json) => Json {
  const named = [...useNamed('sets'), ...useNamed('pools'), ...useNamed('lists'), ...useNamed('segments')];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const attributes = useAttributeWords(of === 'definition');
  const withNames = (json: Json, isGoods: boolean): Json => {
    if (typeof json === 'string') return names.get(json) ?? json;
    if (isList(json)) return json.map((item) => withNames(item, isGoods));
    if (!isObject(json)) return json;
    const words = !isGoods && json.kind === 'ATTRIBUTE' ? attributes.get(textAt(json, 'key')) : undefined;
    if (words !== undefined) {
      const values = textsOf(json.values).map((value) => words.values.get(value) ?? value);
      return { ...json, key: words.name, values };
    }
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, withNames(value, isGoods || goodsKeys.includes(key))]),
    );
  };
  return (json) => withNames(json, of === 'goods');
}

const goodsKeys: readonly string[] = ['goods', 'accessory'];
