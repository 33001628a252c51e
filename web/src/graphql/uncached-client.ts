import { retryExchange } from '@urql/exchange-retry';
import { Client, fetchExchange } from 'urql';
import { ownHeader } from '@/session/trusted-request';

/** For reading much once: keeps no answer. What fails on the way is asked again a few times. */
export const uncachedClient = (): Client =>
  new Client({
    url: '/api/graphql',
    preferGetMethod: false,
    fetchOptions: { headers: { [ownHeader]: '1' } },
    exchanges: [
      retryExchange({
        maxNumberAttempts: 5,
        retryIf: (error, operation) => operation.kind === 'query' && error.networkError !== undefined,
      }),
      fetchExchange,
    ],
  });
