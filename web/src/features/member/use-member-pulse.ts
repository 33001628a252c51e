'use client';

import { useDocumentVisibility, useThrottledCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { MemberPulseDocument } from '@/graphql/generated/graphql';

const beatMs = 2_000;

/** Calls `onChanged` when the member's profile, points or messages changed elsewhere; counts the changes. */
export function useMemberPulse(id: string, onChanged: () => void): number {
  const [beats, setBeats] = useState(0);
  const visible = useDocumentVisibility() !== 'hidden';
  const beat = useThrottledCallback(() => {
    setBeats((count) => count + 1);
    onChanged();
  }, beatMs);
  const [{ data }] = useSubscription({ query: MemberPulseDocument, variables: { id }, pause: !visible });
  useEffect(() => {
    if (data !== undefined) beat();
  }, [data, beat]);
  return beats;
}
