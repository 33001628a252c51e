import type { SessionTokensFragment } from '@/graphql/generated/graphql';

/** What a sign-in or a refresh answers. */
export type Tokens = SessionTokensFragment;

export const accessCookie = 'adal_access';
export const refreshCookie = 'adal_refresh';

// The access cookie goes before its token does, so that a cookie that is sent is a token that still works.
const accessMarginMs = 30_000;

export interface SessionCookie {
  name: string;
  value: string;
  httpOnly: true;
  sameSite: 'lax';
  secure: boolean;
  path: '/';
  maxAge: number;
}

/** The two cookies of a session. Lifetimes are relative: the clock of the browser plays no part. */
export function sessionCookies(tokens: Tokens, secure: boolean, now: number): SessionCookie[] {
  const secondsUntil = (instant: string, marginMs: number) =>
    Math.max(0, Math.floor((Date.parse(instant) - now - marginMs) / 1000));
  return [
    cookie(accessCookie, tokens.accessToken, secondsUntil(tokens.accessExpiresAt, accessMarginMs), secure),
    cookie(refreshCookie, tokens.refreshToken, secondsUntil(tokens.refreshExpiresAt, 0), secure),
  ];
}

/** The same cookies, ended at once. */
export function endedCookies(secure: boolean): SessionCookie[] {
  return [cookie(accessCookie, '', 0, secure), cookie(refreshCookie, '', 0, secure)];
}

function cookie(name: string, value: string, maxAge: number, secure: boolean): SessionCookie {
  return { name, value, httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge };
}
