import { openSession } from './open-session';
import { endedCookies, sessionCookies, type Tokens } from './session';
import { singleFlight } from './single-flight';
import { isTrustedRequest } from './trusted-request';

const now = Date.parse('2026-11-22T10:00:00Z');
const tokens: Tokens = {
  accessToken: 'access-2',
  accessExpiresAt: '2026-11-22T10:10:00Z',
  refreshToken: 'refresh-2',
  refreshExpiresAt: '2026-11-29T10:00:00Z',
};

describe('session cookies', () => {
  it('are out of reach of scripts and of other sites', () => {
    for (const cookie of sessionCookies(tokens, true, now)) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
    }
  });

  it('let the access cookie go before its token ends', () => {
    expect(sessionCookies(tokens, false, now).map(({ maxAge }) => maxAge)).toEqual([570, 7 * 86_400]);
  });

  it('end at once, also when the clock ran past the token', () => {
    expect(endedCookies(false).map(({ value, maxAge }) => [value, maxAge])).toEqual([
      ['', 0],
      ['', 0],
    ]);
    expect(sessionCookies(tokens, false, now + 86_400_000)[0]?.maxAge).toBe(0);
  });
});

describe('opening a session', () => {
  const never = () => Promise.reject(new Error('not asked'));

  it('uses the access token while there is one', async () => {
    expect(await openSession({ access: 'a', refresh: 'r' }, never)).toEqual({ signedIn: true, accessToken: 'a' });
  });

  it('renews with the refresh token when there is none', async () => {
    const opened = await openSession({ access: undefined, refresh: 'r' }, async () => tokens);
    expect(opened).toEqual({ signedIn: true, accessToken: 'access-2', renewed: tokens });
  });

  it('is signed out without tokens, and when the session is over', async () => {
    expect(await openSession({ access: undefined, refresh: undefined }, never)).toEqual({ signedIn: false });
    expect(await openSession({ access: undefined, refresh: 'r' }, async () => null)).toEqual({ signedIn: false });
  });

  it('does not take an unreachable gateway for the end of the session', async () => {
    await expect(openSession({ access: undefined, refresh: 'r' }, never)).rejects.toThrow('not asked');
  });
});

describe('renewing once', () => {
  it('shares one answer between calls at the same time and shortly after', async () => {
    let clock = 0;
    const work = jest.fn(async () => tokens);
    const share = singleFlight<Tokens>(() => clock);
    await Promise.all([share('r', work), share('r', work)]);
    clock = 29_999;
    await share('r', work);
    expect(work).toHaveBeenCalledTimes(1);
    clock = 30_000;
    await share('r', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('keeps sessions apart', async () => {
    const share = singleFlight<string>();
    expect(await Promise.all([share('a', async () => 'A'), share('b', async () => 'B')])).toEqual(['A', 'B']);
  });

  it('tries again after a fault', async () => {
    const share = singleFlight<string>();
    await expect(share('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await share('a', async () => 'up')).toBe('up');
  });
});

describe('requests that act on cookies', () => {
  const own = {
    'x-adal-web': '1',
    host: 'office.example',
    origin: 'https://office.example',
    'sec-fetch-site': 'same-origin',
  };

  it('are trusted from our own pages, also behind a proxy that changes the host', () => {
    expect(isTrustedRequest(new Headers(own))).toBe(true);
    expect(isTrustedRequest(new Headers({ 'x-adal-web': '1', host: 'office.example' }))).toBe(true);
    const proxied = { ...own, host: '10.0.0.5:3000', 'x-forwarded-host': 'office.example' };
    expect(isTrustedRequest(new Headers(proxied))).toBe(true);
  });

  it.each([
    ['without our header', { host: own.host, origin: own.origin }],
    ['from another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { ...own, origin: 'https://evil.example' }],
    ['from a sandboxed frame', { ...own, origin: 'null' }],
  ])('are refused %s', (_, headers) => {
    expect(isTrustedRequest(new Headers(headers))).toBe(false);
  });
});
