'use client';

import { useQuery } from 'urql';
import { useMay } from '@/features/viewer';
import { StoresDocument } from '@/graphql/generated/graphql';

/** The chain's stores for pickers; asked once, kept while the office is open. */
export function useStoreOptions(): { value: string; label: string }[] {
  const pause = !useMay('stores.read') || typeof window === 'undefined';
  const [{ data }] = useQuery({ query: StoresDocument, variables: {}, pause });
  return (data?.stores ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
