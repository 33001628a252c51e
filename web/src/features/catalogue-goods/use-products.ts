'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { FindGoodsDocument, type FindGoodsQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';

export type FoundProduct = FindGoodsQuery['products']['edges'][number]['node'];

const debounceMs = 250;

/** Products by a word of name or SKU; the first ones when nothing is typed. */
export function useProducts(text: string): FoundProduct[] {
  const [search] = useDebouncedValue(text.trim(), debounceMs);
  const { data } = useGraph(FindGoodsDocument, { search: search || undefined });
  return (data?.products.edges ?? []).map(({ node }) => node);
}
