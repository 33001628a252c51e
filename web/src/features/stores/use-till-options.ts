'use client';

import { useQuery } from 'urql';
import { StoreTillsDocument } from '@/graphql/generated/graphql';

/** The tills of a store for pickers; none while no store is chosen. */
export function useTillOptions(storeId: string | undefined): string[] {
  const pause = storeId === undefined || typeof window === 'undefined';
  const [{ data }] = useQuery({ query: StoreTillsDocument, variables: { storeId: storeId ?? '' }, pause });
  return pause ? [] : (data?.tills ?? []).map(({ id }) => id);
}
