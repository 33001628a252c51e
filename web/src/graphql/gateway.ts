import { Client, fetchExchange } from '@urql/core';
import { config } from '@/config';

const timeoutMs = 15_000;

/** A client of the gateway for one request on the server: nothing is cached between people. */
export function gatewayClient(headers: Record<string, string> = {}): Client {
  return new Client({
    url: `${config().gatewayUrl}/graphql`,
    exchanges: [fetchExchange],
    requestPolicy: 'network-only',
    preferGetMethod: false,
    fetchOptions: () => ({ headers, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) }),
  });
}
