import { retryExchange } from '@urql/exchange-retry';
import { Client, fetchExchange, type CombinedError } from 'urql';
import { ownHeader } from '@/session/trusted-request';

/** For reading much once: keeps no answer. What fails on the way, or comes too soon after another, is asked again a few times. */
export const uncachedClient = (): Client =>
  new Client({
    url: '/api/graphql',
    preferGetMethod: false,
    fetchOptions: { headers: { [ownHeader]: '1' } },
    exchanges: [
      retryExchange({
        maxNumberAttempts: 5,
        retryIf: (error, operation) =>
          operation.kind === 'query' && (error.networkError !== undefined || isTooSoon(error)),
      }),
      fetchExchange,
    ],
  });

const isTooSoon = ({ graphQLErrors }: CombinedError): boolean =>
  graphQLErrors.some(({ extensions }) => extensions.code === 'RATE_LIMITED');
