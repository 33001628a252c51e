'use client';

import { useCallback, useMemo, useState } from 'react';
import { createRequest, useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { toFailure, type Failure } from './failure';
import type { Loaded } from './loaded';

export interface Graph<Data> {
  data: Data | undefined;
  failure: Failure | undefined;
  /** True while an answer is awaited; `data` is then the one before, if there was one. */
  fetching: boolean;
  refetch: () => void;
}

interface Options<Data, Variables> {
  /** What the page brought; used as long as the variables are the ones it was loaded with. */
  first?: Loaded<Data, Variables> | undefined;
  pause?: boolean;
}

/** A query of a screen: starts from what the server rendered and asks again when variables change or on `refetch`. */
export function useGraph<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { first, pause = false }: Options<Data, Variables> = {},
): Graph<Data> {
  const [asked, setAsked] = useState(false);
  const key = createRequest(query, variables).key;
  const firstKey = useMemo(() => first && createRequest(query, first.variables).key, [query, first]);
  const brought = !asked && key === firstKey ? first : undefined;
  // Nothing is asked while the server renders: what a page needs at once comes with `first`.
  const paused = pause || brought !== undefined || typeof window === 'undefined';
  const [result, execute] = useQuery<Data, Variables>({
    query,
    variables,
    pause: paused,
    requestPolicy: 'network-only',
  });
  const refetch = useCallback(() => {
    setAsked(true);
    execute({ requestPolicy: 'network-only' });
  }, [execute]);
  if (brought !== undefined) return { data: brought.data, failure: brought.failure, fetching: false, refetch };
  return {
    data: result.data ?? (result.fetching ? first?.data : undefined),
    failure: result.error === undefined ? undefined : toFailure(result.error),
    fetching: !pause && (result.fetching || result.stale),
    refetch,
  };
}
