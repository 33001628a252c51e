'use client';

import { useThrottledCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { MemberPulseDocument } from '@/graphql/generated/graphql';
import { useWatched } from '@/ui/use-watched';

const beatMs = 2_000;

/** Calls `onChanged` when the member's profile, points or messages changed elsewhere; counts the changes. */
export function useMemberPulse(id: string, onChanged: () => void): number {
  const [beats, setBeats] = useState(0);
  const beat = useThrottledCallback(() => {
    setBeats((count) => count + 1);
    onChanged();
  }, beatMs);
  const watched = useWatched();
  const [{ data }] = useSubscription({ query: MemberPulseDocument, variables: { id }, pause: !watched });
  useEffect(() => {
    if (data !== undefined) beat();
  }, [data, watched, beat]);
  return beats;
}
