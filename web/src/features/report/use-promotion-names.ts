'use client';

import { useQuery } from 'urql';
import { useMay } from '@/features/viewer';
import { PromotionNamesDocument } from '@/graphql/generated/graphql';

/** Names of promotions by id; asked once, kept while the office is open. */
export function usePromotionNames(isNeeded: boolean): ReadonlyMap<string, string> {
  const pause = !useMay('promotions.read') || !isNeeded || typeof window === 'undefined';
  const [{ data }] = useQuery({ query: PromotionNamesDocument, variables: {}, pause });
  return new Map(data?.names.edges.map(({ node }) => [node.id, node.name]));
}
