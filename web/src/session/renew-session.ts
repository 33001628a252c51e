import { gatewayClient } from '@/graphql/gateway';
import { RefreshSessionDocument } from '@/graphql/generated/graphql';
import type { Tokens } from './session';
import { singleFlight } from './single-flight';

type Share = ReturnType<typeof singleFlight<Tokens | null>>;

// Pages, routes and the proxy are bundled apart; the process is what they share.
const shared = globalThis as typeof globalThis & { adalRenewals?: Share };

/**
 * New tokens for a refresh token; null when the session is over. Throws when the gateway cannot answer.
 * `headers` say for whom, so that the gateway counts the browser's address and not ours.
 */
export function renewSession(refreshToken: string, headers: Record<string, string>): Promise<Tokens | null> {
  shared.adalRenewals ??= singleFlight<Tokens | null>();
  return shared.adalRenewals(refreshToken, () => exchangeToken(refreshToken, headers));
}

async function exchangeToken(refreshToken: string, headers: Record<string, string>): Promise<Tokens | null> {
  const result = await gatewayClient(headers).mutation(RefreshSessionDocument, { refreshToken }).toPromise();
  if (result.data === undefined) throw result.error ?? new Error('The gateway answered nothing');
  const { refreshSession } = result.data;
  return refreshSession.__typename === 'SignedIn' ? refreshSession : null;
}
