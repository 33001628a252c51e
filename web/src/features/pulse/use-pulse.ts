'use client';

import { useInterval, useThrottledCallback } from '@mantine/hooks';
import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { useFmt, useNow } from '@/fmt';
import { PulseDocument } from '@/graphql/generated/graphql';
import { useWatched } from '@/ui/use-watched';
import { instantsOf } from '@/ui/period/period';

const beatMs = 2_000;
const withoutPulseMs = 60_000;

/**
 * Calls `onBeat` when new facts arrived, at most every two seconds; each minute also when no event comes through.
 * A page that shows nothing of today pauses it.
 */
export function usePulse(onBeat: () => void, pause = false): { live: boolean } {
  const fmt = useFmt();
  const today = fmt.today(useNow());
  const visible = useWatched() && !pause;
  const beat = useThrottledCallback(onBeat, beatMs);
  const [{ data, error }] = useSubscription({
    query: PulseDocument,
    variables: instantsOf({ from: today, to: today }, fmt.timeZone),
    pause: !visible,
  });
  useEffect(() => {
    if (data !== undefined) beat();
  }, [data, beat]);
  const { start, stop } = useInterval(beat, withoutPulseMs);
  useEffect(() => {
    if (!visible) return;
    start();
    return stop;
  }, [visible, start, stop]);
  return { live: visible && data !== undefined && error === undefined };
}
