import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { expireLots } from '../lots';
import { verifyLedger } from '../proof/verify-ledger';
import { releaseExpiredHolds } from './release-expired-holds';

let ledger: TestLedger;
let till: TestTill;
let memberId: string;
let purchaseId: string;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());
beforeEach(async () => {
  memberId = await ledger.haveMember();
  purchaseId = newId();
  await ledger.havePoints(memberId, 10_000);
});

const later = (minutes: number) => ({ now: new Date(NOW.getTime() + minutes * 60_000) });
const limitsOf = (key: string) => [{ key, amount: 60, max: 100 }];
const spending = (spentMinor: number, more: object = {}): string =>
  ledger.quote([{ spentMinor }], { memberId, ...more });
const wallet = async (): Promise<unknown> => {
  const rows: unknown[] = await ledger.db.query(
    'select available_minor::int as available, held_minor::int as held from account where member_id = $1',
    [memberId],
  );
  return rows[0];
};
const used = async (key: string): Promise<unknown> => {
  const rows: { used: number }[] = await ledger.db.query('select used::int as used from limit_counter where key = $1', [
    key,
  ]);
  return rows[0]?.used;
};

it('holds points and limits until the confirm of the same purchase consumes them', async () => {
  const quote = spending(4_000, { limits: limitsOf('hold:1') });
  expect(await till.reserve({ purchaseId, quote, ttlSeconds: 60 })).toMatchObject({
    __typename: 'PurchaseReserved',
    expiresAt: '2026-11-22T10:01:00.000Z',
    replayed: false,
  });
  expect(await till.reserve({ purchaseId, quote })).toMatchObject({
    expiresAt: '2026-11-22T10:01:00.000Z',
    replayed: true,
  });
  expect([await wallet(), await used('hold:1')]).toEqual([{ available: 6_000, held: 4_000 }, 60]);
  expect(await till.confirm({ purchaseId, quote })).toMatchObject({ __typename: 'PurchaseConfirmed' });
  expect([await wallet(), await used('hold:1')]).toEqual([{ available: 6_000, held: 0 }, 60]);
  expect(await till.cancel(purchaseId)).toMatchObject({ __typename: 'PurchaseAlreadyConfirmed' });
  expect(await till.reserve({ purchaseId, quote })).toMatchObject({ __typename: 'PurchaseIdReused' });
});

it('gives back on cancel, once; cancelling again, or what was never reserved, releases nothing', async () => {
  const quote = spending(4_000, { limits: limitsOf('hold:2') });
  await till.reserve({ purchaseId, quote });
  expect(await till.cancel(purchaseId)).toMatchObject({ __typename: 'PurchaseCancelled', released: true });
  expect([await wallet(), await used('hold:2')]).toEqual([{ available: 10_000, held: 0 }, 0]);
  expect(await till.cancel(purchaseId)).toMatchObject({ __typename: 'PurchaseCancelled', released: false });
  expect(await till.cancel(newId())).toMatchObject({ __typename: 'PurchaseCancelled', released: false });
  expect(await till.reserve({ purchaseId, quote })).toMatchObject({ __typename: 'PurchaseReserved', replayed: false });
});

it('gives back by the job when its time has passed, and not before', async () => {
  await till.reserve({ purchaseId, quote: spending(4_000, { limits: limitsOf('hold:3') }), ttlSeconds: 60 });
  await releaseExpiredHolds.run(ledger.context(later(0.9)));
  expect(await wallet()).toEqual({ available: 6_000, held: 4_000 });
  await Promise.all([1, 2].map(() => releaseExpiredHolds.run(ledger.context(later(1)))));
  expect([await wallet(), await used('hold:3')]).toEqual([{ available: 10_000, held: 0 }, 0]);
});

it('lets a held quote be confirmed after the quote alone would be too old', async () => {
  const quote = spending(4_000);
  await till.reserve({ purchaseId, quote, ttlSeconds: 3_600 });
  expect(await till.confirm({ purchaseId: newId(), quote }, later(30))).toMatchObject({ __typename: 'QuoteExpired' });
  expect(await till.confirm({ purchaseId, quote }, later(30))).toMatchObject({ __typename: 'PurchaseConfirmed' });
});

it('keeps held points from expiring, and lets what is released expire', async () => {
  await ledger.havePoints(memberId, 500, { lifetimeDays: 1 });
  const quote = spending(400);
  await till.reserve({ purchaseId, quote, ttlSeconds: 3_600 });
  const days = { now: new Date('2026-11-23T19:00:00Z') };
  await expireLots.run(ledger.context(days));
  expect(await wallet()).toEqual({ available: 10_000, held: 400 });
  await releaseExpiredHolds.run(ledger.context(days));
  await expireLots.run(ledger.context(days));
  expect(await wallet()).toEqual({ available: 10_000, held: 0 });
});

it('confirms another quote of the same purchase: the hold ends and the new one counts', async () => {
  await till.reserve({ purchaseId, quote: spending(9_000, { limits: limitsOf('hold:4') }) });
  expect(await till.sell(purchaseId, [{ spentMinor: 2_000 }], { memberId })).toMatchObject({
    __typename: 'PurchaseConfirmed',
  });
  expect([await wallet(), await used('hold:4')]).toEqual([{ available: 8_000, held: 0 }, 0]);
});

it('spends more than it held when the new quote asks for more', async () => {
  await till.reserve({ purchaseId, quote: spending(3_000) });
  expect(await till.sell(purchaseId, [{ spentMinor: 10_000 }], { memberId })).toMatchObject({
    __typename: 'PurchaseConfirmed',
  });
  expect(await wallet()).toEqual({ available: 0, held: 0 });
});

describe('refuses, in order of precedence,', () => {
  it('a quote that is not ours', async () => {
    expect(await till.reserve({ purchaseId, quote: 'x.y.z' })).toMatchObject({ __typename: 'QuoteInvalid' });
  });
  it('a quote that is too old', async () => {
    expect(await till.reserve({ purchaseId, quote: spending(1) }, later(15))).toMatchObject({
      __typename: 'QuoteExpired',
    });
    expect(await till.reserve({ purchaseId, quote: spending(1, { storeId: 'nowhere' }) }, later(15))).toMatchObject({
      __typename: 'QuoteExpired',
    });
  });
  it('an id that holds another quote, also one of another member', async () => {
    await till.reserve({ purchaseId, quote: spending(1) });
    expect(await till.reserve({ purchaseId, quote: spending(2) })).toMatchObject({ __typename: 'PurchaseIdReused' });
    const other = await ledger.haveMember();
    expect(await till.sell(purchaseId, [{}], { memberId: other })).toMatchObject({ __typename: 'PurchaseIdReused' });
  });
  it('a store nobody knows', async () => {
    expect(await till.reserve({ purchaseId, quote: spending(1, { storeId: 'nowhere' }) })).toMatchObject({
      __typename: 'StoreUnknown',
    });
  });
  it('a member who is blocked', async () => {
    const blocked = await ledger.haveMember({ status: 'CLOSED' });
    expect(
      await till.reserve({ purchaseId, quote: ledger.quote([{ spentMinor: 1 }], { memberId: blocked }) }),
    ).toMatchObject({ __typename: 'MemberBlocked' });
  });
  it('more points than are free', async () => {
    await till.reserve({ purchaseId: newId(), quote: spending(7_000) });
    expect(await till.reserve({ purchaseId, quote: spending(3_001) })).toMatchObject({
      __typename: 'PointsInsufficient',
    });
  });
  it('a limit that others have used up or hold', async () => {
    await till.reserve({ purchaseId: newId(), quote: spending(1, { limits: limitsOf('hold:5') }) });
    expect(await till.reserve({ purchaseId, quote: spending(1, { limits: limitsOf('hold:5') }) })).toMatchObject({
      __typename: 'LimitExhausted',
    });
  });
});

it('leaves the books in order', async () => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});
