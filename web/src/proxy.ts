import createIntlMiddleware from 'next-intl/middleware';
import { NextResponse, type NextRequest } from 'next/server';
import { localeOfPath, routing, type Locale } from '@/i18n/routing';
import type { OpenedSession } from '@/session/open-session';
import { forgetTokens, sessionOf, storeTokens } from '@/session/request-session';
import { accessCookie } from '@/session/session';

const localise = createIntlMiddleware(routing);

/** Puts a language into every path, sends who is signed out to sign-in, and renews tokens before a page renders. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const locale = localeOfPath(request.nextUrl.pathname);
  if (locale === undefined) return localise(request);
  if (isSignIn(request)) return signInPage(request, locale);
  // When the gateway does not answer, the page itself says so.
  const session = await sessionOf(request).catch(() => undefined);
  if (session === undefined) return localise(request);
  if (!session.signedIn) return redirectToSignIn(request, locale);
  return withSession(request, session);
}

// A key of a metric has dots too: only names of files are passed by.
export const config = { matcher: '/((?!api|_next|.*\\.(?:svg|png|ico|txt|webmanifest|woff2)$).*)' };

function isSignIn({ nextUrl }: NextRequest): boolean {
  return nextUrl.pathname.endsWith('/sign-in');
}

function signInPage(request: NextRequest, locale: Locale): NextResponse {
  if (request.nextUrl.searchParams.has('ended')) return forgetTokens(localise(request));
  const home = new URL(`/${locale}`, request.url);
  return request.cookies.has(accessCookie) ? NextResponse.redirect(home) : localise(request);
}

function redirectToSignIn(request: NextRequest, locale: Locale): NextResponse {
  const target = new URL(`/${locale}/sign-in`, request.url);
  const { pathname, search } = request.nextUrl;
  if (pathname !== `/${locale}`) target.searchParams.set('next', pathname + search);
  return forgetTokens(NextResponse.redirect(target));
}

function withSession(request: NextRequest, session: OpenedSession & { signedIn: true }): NextResponse {
  if (session.renewed === undefined) return localise(request);
  // The page that renders now reads the request's cookies, the browser keeps the response's.
  request.cookies.set(accessCookie, session.accessToken);
  return storeTokens(localise(request), session.renewed);
}
