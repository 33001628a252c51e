'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from 'urql';
import { FindProductsDocument, type FindProductsQuery } from '@/graphql/generated/graphql';

export type Product = FindProductsQuery['products']['edges'][number]['node'];

const debounceMs = 250;
const productsMax = 20;

/** Products of the catalogue by a word of name or article; the first ones when nothing is typed. */
export function useProducts(text: string, isNeeded = true): Product[] {
  const [search] = useDebouncedValue(text.trim(), debounceMs);
  const [{ data }] = useQuery({
    query: FindProductsDocument,
    variables: { search: search || undefined, first: productsMax },
    pause: typeof window === 'undefined' || !isNeeded,
  });
  return (data?.products.edges ?? []).map(({ node }) => node);
}
