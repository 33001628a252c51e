import { gatewayClient } from '@/graphql/gateway';
import { RefreshSessionDocument } from '@/graphql/generated/graphql';
import type { Tokens } from './session';
import { singleFlight } from './single-flight';

type Renew = (refreshToken: string) => Promise<Tokens | null>;

// Pages, routes and the proxy are bundled apart; the process is what they share.
const shared = globalThis as typeof globalThis & { adalRenewSession?: Renew };

/** New tokens for a refresh token; null when the session is over. Throws when the gateway cannot answer. */
export function renewSession(refreshToken: string): Promise<Tokens | null> {
  shared.adalRenewSession ??= singleFlight(exchangeToken);
  return shared.adalRenewSession(refreshToken);
}

async function exchangeToken(refreshToken: string): Promise<Tokens | null> {
  const result = await gatewayClient().mutation(RefreshSessionDocument, { refreshToken }).toPromise();
  if (result.data === undefined) throw result.error ?? new Error('The gateway answered nothing');
  const { refreshSession } = result.data;
  return refreshSession.__typename === 'SignedIn' ? refreshSession : null;
}
