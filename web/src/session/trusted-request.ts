/** Sent with every call of our own scripts; a foreign page cannot send it without a CORS permission we never give. */
export const ownHeader = 'x-adal-web';

/** True when a request that acts on cookies comes from our own pages. */
export function isTrustedRequest(headers: Headers): boolean {
  if (headers.get(ownHeader) === null) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
