import { createLogger, readPublicKey } from '@adal/service';
import { fixedClock } from '@adal/testkit';
import { createHash } from 'node:crypto';
import { keyPair, signSession } from '../test/harness';
import { authenticator } from './authenticate';
import { partnerKeys, type PartnerIdentity } from './partner-keys';

const KEY = 'adal_0123456789abcdef';
const keys = keyPair();

function setUp() {
  const clock = fixedClock(new Date());
  const nowMs = (): number => clock.now().getTime();
  const ask = jest.fn<Promise<PartnerIdentity | null>, [string]>(async () => ({
    id: 'k',
    name: 'Till',
    scopes: ['purchase.quote', 'no.such'],
    expiresAt: null,
  }));
  const authenticate = authenticator(
    readPublicKey(keys.publicKey),
    partnerKeys(ask, createLogger('test', 'silent'), nowMs),
    nowMs,
  );
  return { clock, ask, by: (authorization?: string, mayAsk = true) => authenticate(authorization, () => mayAsk) };
}

describe('a request without a token', () => {
  it("is nobody's", async () => {
    expect(await setUp().by()).toMatchObject({ actor: { kind: 'anonymous' } });
  });
});

describe('a staff session', () => {
  it('names who it is, what may be done and in which stores', async () => {
    const token = await signSession(keys.privateKey, { permissions: ['members.read'], storeIds: ['S1'] });
    const caller = await setUp().by(`Bearer ${token}`);
    expect(caller).toMatchObject({ actor: { kind: 'staff', id: 'staff-1', name: 'Dana', storeIds: ['S1'] } });
  });

  it('is refused once it is over, even when it was good before', async () => {
    const { by, clock } = setUp();
    const token = await signSession(keys.privateKey, { lifetimeSeconds: 60 });
    expect(await by(`Bearer ${token}`)).toMatchObject({ __typename: 'Caller' });
    clock.advanceMs(61_000);
    expect(await by(`Bearer ${token}`)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('is refused when it was signed by another key, or is a token of another kind', async () => {
    const { by } = setUp();
    expect(await by(`Bearer ${await signSession(keyPair().privateKey)}`)).toMatchObject({ status: 401 });
    expect(await by(`Bearer ${await signSession(keys.privateKey, { typ: 'adal-quote+jws' })}`)).toMatchObject({
      status: 401,
    });
    expect(await by('Bearer nonsense')).toMatchObject({ status: 401 });
    expect(await by('Basic abc')).toMatchObject({ status: 401 });
  });
});

describe('a partner key', () => {
  it('is asked about once in half a minute, by its hash', async () => {
    const { by, ask, clock } = setUp();
    const [caller] = await Promise.all([by(`Bearer ${KEY}`), by(`Bearer ${KEY}`)]);
    expect(caller).toMatchObject({ actor: { kind: 'partner', id: 'k', permissions: new Set(['purchase.quote']) } });
    expect(ask.mock.calls).toEqual([[createHash('sha256').update(KEY).digest('hex')]]);
    clock.advanceMs(31_000);
    await by(`Bearer ${KEY}`);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is forgotten five seconds after members said no', async () => {
    const { by, ask, clock } = setUp();
    ask.mockResolvedValueOnce(null);
    expect(await by(`Bearer ${KEY}`)).toMatchObject({ status: 401 });
    expect(await by(`Bearer ${KEY}`)).toMatchObject({ status: 401 });
    expect(ask).toHaveBeenCalledTimes(1);
    clock.advanceMs(6_000);
    expect(await by(`Bearer ${KEY}`)).toMatchObject({ __typename: 'Caller' });
  });

  it('goes on working for ten minutes while members are down, and no longer', async () => {
    const { by, ask, clock } = setUp();
    await by(`Bearer ${KEY}`);
    ask.mockRejectedValue(new Error('down'));
    clock.advanceMs(9 * 60_000);
    expect(await by(`Bearer ${KEY}`)).toMatchObject({ __typename: 'Caller' });
    clock.advanceMs(2 * 60_000);
    await expect(by(`Bearer ${KEY}`)).rejects.toThrow('down');
  });

  it('ends when members said it does', async () => {
    const { by, ask, clock } = setUp();
    ask.mockResolvedValue({
      id: 'k',
      name: 'Till',
      scopes: [],
      expiresAt: new Date(clock.now().getTime() + 10_000).toISOString(),
    });
    expect(await by(`Bearer ${KEY}`)).toMatchObject({ __typename: 'Caller' });
    clock.advanceMs(11_000);
    expect(await by(`Bearer ${KEY}`)).toMatchObject({ status: 401 });
  });

  it('is not asked about when it cannot be one, or when too many new tokens came from there', async () => {
    const { by, ask } = setUp();
    expect(await by('Bearer adal_x')).toMatchObject({ status: 401 });
    expect(await by(`Bearer ${KEY}`, false)).toMatchObject({ status: 429 });
    expect(ask).not.toHaveBeenCalled();
  });
});
