'use client';

import { useQuery } from 'urql';
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

/** Sources that are of one kind alone. */
const segmentKinds: Partial<Record<NameSource | 'all', SegmentKind>> = { followed: 'SEGMENT', groups: 'GROUP' };

/** The last changed. */
const PROMOTIONS_MAX = 500;
const onServer = typeof window === 'undefined';

/** Pools of coupons, promotions, lists of members, sets of products, segments and groups: definitions hold their ids, people know their names. */
export function useNamed(source: NameSource | 'all'): Named[] {
  const is = (one: NameSource) => source === one || source === 'all';
  const [mayPools, mayPromotions, maySegments] = [
    useMay('coupons.read'),
    useMay('promotions.read'),
    useMay('segments.read'),
  ];
  const sets = useQuery({ query: ProductSetNamesDocument, variables: {}, pause: onServer || !is('sets') });
  const pools = useQuery({
    query: CouponPoolNamesDocument,
    variables: {},
    pause: onServer || !is('pools') || !mayPools,
  });
  const lists = useQuery({
    query: MemberListNamesDocument,
    variables: {},
    pause: onServer || !is('lists') || !mayPromotions,
  });
  const isPromotions = source === 'promotions';
  const promotions = useQuery({
    query: PromotionNamesDocument,
    variables: { first: PROMOTIONS_MAX },
    pause: onServer || !isPromotions || !mayPromotions,
  });
  const kind = segmentKinds[source];
  const segments = useQuery({
    query: SegmentNamesDocument,
    variables: { kind },
    pause: onServer || !maySegments || !(is('segments') || kind !== undefined),
  });
  return [
    ...(segments[0].data?.segments.edges ?? []),
    ...(is('sets') ? (sets[0].data?.productSets.edges ?? []) : []),
    ...(is('pools') ? (pools[0].data?.couponPools.edges ?? []) : []),
    ...(isPromotions ? (promotions[0].data?.promotions.edges ?? []) : []),
    ...(is('lists') ? (lists[0].data?.memberLists.edges ?? []) : []),
  ].map(({ node }) => node);
}

/**
 * A definition, or goods alone, to be read: with names in place of ids, and of keys and values of attributes, that have one. Attributes
 * within goods are the catalogue's, all others the members'.
 */
export function useWithNames(of: 'definition' | 'goods'): (json: Json) => Json {
  const names = new Map(useNamed('all').map(({ id, name }) => [id, name]));
  const attributes = useAttributeWords(of === 'definition');
  const named = (json: Json, isGoods: boolean): Json => {
    if (typeof json === 'string') return names.get(json) ?? json;
    if (isList(json)) return json.map((item) => named(item, isGoods));
    if (!isObject(json)) return json;
    const words = !isGoods && json.kind === 'ATTRIBUTE' ? attributes.get(textAt(json, 'key')) : undefined;
    if (words !== undefined) {
      const values = textsOf(json.values).map((value) => words.values.get(value) ?? value);
      return { ...json, key: words.name, values };
    }
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, named(value, isGoods || goodsKeys.includes(key))]),
    );
  };
  return (json) => named(json, of === 'goods');
}

const goodsKeys: readonly string[] = ['goods', 'accessory'];
