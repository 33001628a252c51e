'use client';

import { useThrottledCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useSubscription, type AnyVariables, type TypedDocumentNode } from 'urql';
import { useWatched } from '@/ui/use-watched';

const beatMs = 2_000;

/** Calls `onChanged` when a live field says that something changed elsewhere, at most every two seconds; counts the changes. */
export function useLive<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onChanged: () => void,
): number {
  const [beats, setBeats] = useState(0);
  const beat = useThrottledCallback(() => {
    setBeats((count) => count + 1);
    onChanged();
  }, beatMs);
  const watched = useWatched();
  const [{ data }] = useSubscription({ query, variables, pause: !watched });
  useEffect(() => {
    if (data !== undefined) beat();
  }, [data, watched, beat]);
  return beats;
}
