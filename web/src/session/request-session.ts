import type { NextRequest, NextResponse } from 'next/server';
import { config } from '@/config';
import { openSession, type OpenedSession } from './open-session';
import { renewSession } from './renew-session';
import { accessCookie, endedCookies, refreshCookie, sessionCookies, type Tokens } from './session';

/** The session a request carries in its cookies. */
export function sessionOf(request: NextRequest): Promise<OpenedSession> {
  const access = request.cookies.get(accessCookie)?.value;
  const refresh = request.cookies.get(refreshCookie)?.value;
  return openSession({ access, refresh }, (token) => renewSession(token, forwardedFor(request)));
}

/** Lets the browser keep new tokens. */
export function storeTokens<Response extends NextResponse>(response: Response, tokens: Tokens): Response {
  for (const cookie of sessionCookies(tokens, config().secureCookies, Date.now())) response.cookies.set(cookie);
  return response;
}

/** Lets the browser forget the session. */
export function forgetTokens<Response extends NextResponse>(response: Response): Response {
  for (const cookie of endedCookies(config().secureCookies)) response.cookies.set(cookie);
  return response;
}

/** The address of the browser, for the gateway to count and slow by. */
export function forwardedFor(request: NextRequest): Record<string, string> {
  const address = request.headers.get('x-forwarded-for');
  return address === null ? {} : { 'x-forwarded-for': address };
}
