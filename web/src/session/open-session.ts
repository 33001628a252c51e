import type { Tokens } from './session';

/** A request's session: signed in (with new tokens to store when they were renewed) or signed out. */
export type OpenedSession = { signedIn: true; accessToken: string; renewed?: Tokens } | { signedIn: false };

type Renew = (refreshToken: string) => Promise<Tokens | null>;

/** Uses the access token while there is one, renews it once when there is none. Throws when the gateway cannot answer. */
export async function openSession(
  cookies: { access: string | undefined; refresh: string | undefined },
  renew: Renew,
): Promise<OpenedSession> {
  if (cookies.access) return { signedIn: true, accessToken: cookies.access };
  if (!cookies.refresh) return { signedIn: false };
  const renewed = await renew(cookies.refresh);
  return renewed === null ? { signedIn: false } : { signedIn: true, accessToken: renewed.accessToken, renewed };
}
