'use client';

import { useQuery } from 'urql';
import { isList, isObject, type Json, type NameSource } from '@/features/draft';
import { useMay } from '@/features/viewer';
import {
  CouponPoolNamesDocument,
  MemberListNamesDocument,
  ProductSetNamesDocument,
  SegmentNamesDocument,
  type SegmentKind,
} from '@/graphql/generated/graphql';

interface Named {
  id: string;
  name: string;
}

/** Sources that are of one kind alone. */
const segmentKinds: Partial<Record<NameSource | 'all', SegmentKind>> = { followed: 'SEGMENT', groups: 'GROUP' };

const onServer = typeof window === 'undefined';

/** Pools of coupons, lists of members, sets of products, segments and groups: definitions hold their ids, people know their names. */
export function useNamed(source: NameSource | 'all'): Named[] {
  const is = (one: NameSource) => source === one || source === 'all';
  const [mayPools, mayLists, maySegments] = [
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
    pause: onServer || !is('lists') || !mayLists,
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
    ...(is('lists') ? (lists[0].data?.memberLists.edges ?? []) : []),
  ].map(({ node }) => node);
}

/** A definition to be read: with names in place of the ids that have one. */
export function useWithNames(): (json: Json) => Json {
  const names = new Map(useNamed('all').map(({ id, name }) => [id, name]));
  const named = (json: Json): Json => {
    if (typeof json === 'string') return names.get(json) ?? json;
    if (isList(json)) return json.map(named);
    if (!isObject(json)) return json;
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, named(value)]));
  };
  return named;
}
