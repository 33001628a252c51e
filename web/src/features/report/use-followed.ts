'use client';

import { useEffect, useState } from 'react';
import { usePulse } from '@/features/pulse';
import { useFmt, useNow } from '@/fmt';
import type { Graph } from '@/graphql/use-graph';
import type { ReportPeriod } from './period';

/** An answer that moves while its period includes today; `asked` tells one question from another. */
export function useFollowed<Data>(
  graph: Graph<Data>,
  period: ReportPeriod,
  asked: unknown,
): { graph: Graph<Data>; live: boolean } {
  const today = useFmt().today(useNow());
  const isOfToday = period.from <= today && today <= period.to;
  const { live } = usePulse(graph.refetch, !isOfToday);
  return { graph: useCalm(graph, JSON.stringify(asked)), live };
}

/** Rows that only move with the day are not dimmed each time: that would flicker. */
function useCalm<Data>(graph: Graph<Data>, asked: string): Graph<Data> {
  const [answered, setAnswered] = useState(asked);
  useEffect(() => {
    if (!graph.fetching) setAnswered(asked);
  }, [graph.fetching, asked]);
  return { ...graph, fetching: graph.fetching && answered !== asked };
}
