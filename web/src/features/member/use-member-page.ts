'use client';

import { useEffect } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useGraph, type Graph } from '@/graphql/use-graph';
import { keysetPlace, pageSize } from '@/ui/table/place';
import { useUrlState } from '@/ui/url-state';

interface Variables {
  id: string;
  first: number;
  after?: string | null | undefined;
}

export interface MemberListProps {
  memberId: string;
  /** Counts what happened to the member meanwhile: the list asks again when it grows. */
  beats: number;
}

/** A page of one of the member's lists, at the place the address says under the list's prefix. */
export function useMemberPage<Data>(
  document: TypedDocumentNode<Data, Variables>,
  { memberId, beats }: MemberListProps,
  prefix: string,
): Graph<Data> {
  const [params] = useUrlState();
  const graph = useGraph(document, { id: memberId, first: pageSize, after: keysetPlace(params, prefix).after });
  const { refetch } = graph;
  useEffect(() => {
    if (beats > 0) refetch();
  }, [beats, refetch]);
  return graph;
}
