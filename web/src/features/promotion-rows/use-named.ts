'use client';

import { useQuery } from 'urql';
import { isList, isObject, type Json, type NameSource } from '@/features/promotion-definition';
import { useMay } from '@/features/viewer';
import { CouponPoolNamesDocument, MemberListNamesDocument, ProductSetNamesDocument } from '@/graphql/generated/graphql';

interface Named {
  id: string;
  name: string;
}

const onServer = typeof window === 'undefined';

/** Pools of coupons, lists of members, sets of products: definitions hold their ids, people know their names. */
export function useNamed(source: NameSource | 'all'): Named[] {
  const is = (one: NameSource) => source === one || source === 'all';
  const [mayPools, mayLists] = [useMay('coupons.read'), useMay('promotions.read')];
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
  return [
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
