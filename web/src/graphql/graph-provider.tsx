'use client';

import { useLocale } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { cacheExchange, Client, fetchExchange, mapExchange, Provider, subscriptionExchange } from 'urql';
import { createClient as createStream } from 'graphql-sse';
import { retryExchange } from '@urql/exchange-retry';
import { ownHeader } from '@/session/trusted-request';
import { isSignedOut } from './failure';

const ownHeaders = { [ownHeader]: '1' };

/** The browser's client of the graph: everything goes through this site's own routes, which hold the tokens. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const [client] = useState(() => browserClient(() => signInAgain(locale)));
  return <Provider value={client}>{children}</Provider>;
}

function browserClient(onSignedOut: () => void): Client {
  const stream = createStream({
    url: '/api/stream',
    headers: ownHeaders,
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: pauseBeforeRetry,
  });
  return new Client({
    url: '/api/graphql',
    preferGetMethod: false,
    fetchOptions: { headers: ownHeaders },
    exchanges: [
      mapExchange({ onError: (error) => void (isSignedOut(error) && onSignedOut()) }),
      cacheExchange,
      retryExchange({
        maxNumberAttempts: 3,
        // A query may be asked again; a change is repeated by the person, who sees what happened.
        retryIf: (error, operation) => operation.kind === 'query' && error.networkError !== undefined,
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({ unsubscribe: stream.subscribe({ query, variables: { ...variables } }, sink) }),
        }),
      }),
    ],
  });
}

const pauseMs = { first: 1_000, most: 30_000, spread: 1_000 };

// Screens that lost the gateway together must not all come back in the same moment.
function pauseBeforeRetry(retries: number): Promise<void> {
  const pause = Math.min(pauseMs.most, pauseMs.first * 2 ** retries) + Math.random() * pauseMs.spread;
  return new Promise((resolve) => setTimeout(resolve, pause));
}

function signInAgain(locale: string) {
  const next = window.location.pathname + window.location.search;
  window.location.assign(`/${locale}/sign-in?ended=1&next=${encodeURIComponent(next)}`);
}
