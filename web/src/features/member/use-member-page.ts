'use client';

import { useEffect } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useFmt } from '@/fmt';
import { useGraph, type Graph } from '@/graphql/use-graph';
import type { Loaded } from '@/graphql/loaded';
import { useUrlState } from '@/ui/url-state';
import type { LoadedHistory } from './load-member';
import { historyVariables, type HistoryVariables, type ListTab } from './history-variables';

export interface MemberListProps {
  memberId: string;
  /** Counts what happened to the member meanwhile: the list asks again when it grows. */
  beats: number;
  /** The list that the page brought; at most one. */
  history: LoadedHistory;
}

/** A page of one of the member's lists, at the place the address says. */
export function useMemberPage<Data>(
  document: TypedDocumentNode<Data, HistoryVariables>,
  tab: ListTab,
  { memberId, beats }: Omit<MemberListProps, 'history'>,
  first: Loaded<Data, HistoryVariables> | undefined,
): Graph<Data> {
  const [params] = useUrlState();
  const { timeZone } = useFmt();
  const graph = useGraph(document, historyVariables(params, tab, { memberId, timeZone }), { first });
  const { refetch } = graph;
  useEffect(() => {
    if (beats > 0) refetch();
  }, [beats, refetch]);
  return graph;
}
