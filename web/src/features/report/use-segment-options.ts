'use client';

import { useQuery } from 'urql';
import { useNamed } from '@/features/sentence-rows/use-named';
import { SegmentNameDocument } from '@/graphql/generated/graphql';

/** Segments and groups by name: the chosen one, the first, and those that what is typed finds among all. */
export function useSegmentOptions(chosen: string | undefined, typed = ''): { value: string; label: string }[] {
  const named = useNamed('segments', typed);
  const isKnown = chosen === undefined || named.some(({ id }) => id === chosen);
  const [{ data }] = useQuery({
    query: SegmentNameDocument,
    variables: { id: chosen ?? '' },
    pause: isKnown || named.length === 0,
  });
  const other = !isKnown && data?.segment ? [data.segment] : [];
  return [...other, ...named].map(({ id, name }) => ({ value: id, label: name }));
}
