import { newId } from '@adal/service';
import { startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';

let ledger: TestLedger;
let memberId: string;

/** One sale of everything: points spent and earned, a limit, a hold, a return. */
beforeEach(async () => {
  ledger = await startLedger();
  const till = tillOf(ledger);
  memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 10_000);
  const limits = [{ key: 'coupon', amount: 1, max: 9 }];
  await till.sell('p1', [{ quantityMilli: 2_000, spentMinor: 4_000, earnedMinor: 500 }], { memberId, limits });
  await till.giveBack({ returnId: 'r1', purchaseId: 'p1', lines: [{ lineNo: 1, quantity: '1' }] });
  await till.reserve({ purchaseId: 'p2', quote: ledger.quote([{ spentMinor: 100 }], { memberId }) });
});
afterEach(() => ledger.stop());

interface Verified {
  readonly ok: boolean;
  readonly entries: number;
  readonly postings: number;
  readonly accounts: number;
  readonly lots: number;
  readonly fault: string | null;
}

async function verify(since?: string): Promise<Verified> {
  const { data, errors } = await ledger.ask<{ verifyLedger: Verified }>(
    'query ($since: DateTime) { verifyLedger(since: $since) { ok entries postings accounts lots fault } }',
    { since },
  );
  expect(errors).toEqual([]);
  return data.verifyLedger;
}

it('finds nothing wrong with what tills have booked', async () => {
  expect(await verify()).toEqual({ ok: true, entries: 4, postings: 6, accounts: 1, lots: 2, fault: null });
  expect(await verify('2027-01-01T00:00:00Z')).toMatchObject({ ok: true, entries: 0, postings: 0, accounts: 1 });
});

it.each([
  ['an entry without postings', 'delete from posting where entry_seq = 1', /entry 1 .* moves nothing/],
  [
    'a posting without an entry',
    'delete from journal_entry where seq = 2',
    /posting of entry 2 .* belongs to no entry/,
  ],
  [
    'a changed amount',
    "update posting set amount_minor = amount_minor + 1 where destination = 'REDEEMED'",
    /entry 2 .*: available after it is/,
  ],
  [
    'an added posting',
    `insert into posting select entry_seq, lot_id, 'PENDING', 'AVAILABLE', legal_entity, 5 from posting where entry_seq = 1`,
    /entry 1 /,
  ],
  ['a posting of another lot', `update posting set lot_id = '${newId()}' where entry_seq = 4`, /entry 4 .* moves lot/],
  [
    'a posting of another legal entity',
    "update posting set legal_entity = 'SOUTH' where entry_seq = 4",
    /entry 4 .* owed by another legal entity/,
  ],
  [
    'entries that changed places',
    'update journal_entry set seq = -2 where seq = 2; update journal_entry set seq = 2 where seq = 3; update journal_entry set seq = 3 where seq = -2',
    /entry 2 /,
  ],
  ['a changed wallet', 'update account set pending_minor = pending_minor + 1', /wallet of member .*by history/],
  ['a lost wallet', 'delete from account', /wallet of member .*by history/],
  ['a changed lot', 'update lot set left_minor = left_minor - 1 where left_minor > 5000', /lot .*by its postings/],
  ['a lot that began with more', 'update lot set amount_minor = amount_minor + 1', /lot .* began with/],
  [
    'a lot whose status was changed',
    "update lot set status = 'PENDING' where left_minor > 5000",
    /wallet of member .*its lots hold/,
  ],
  ['a changed limit', 'update limit_counter set used = 7', /limit coupon: used 7/],
  [
    'a changed line',
    "update purchase_line set amount_minor = amount_minor + 1 where purchase_id = 'p1'",
    /purchase p1: total/,
  ],
  ['a lost line', "delete from purchase_line where purchase_id = 'p1'", /purchase p1: total/],
  [
    'points that a receipt claims',
    "update purchase_line set points_earned_minor = 900 where purchase_id = 'p1'; update purchase set points_earned_minor = 900 where id = 'p1'",
    /purchase p1 says/,
  ],
  ['a lost counter', 'delete from limit_counter', /limit coupon: purchases used 1 of shard 0, whose counter is gone/],
  [
    'a return of more than was sold',
    "update return_line set quantity_milli = 2001 where return_id = 'r1'",
    /purchase p1, line 1: more came back/,
  ],
])('names %s', async (_what, tampering, fault) => {
  for (const table of ['posting', 'journal_entry']) await ledger.db.query(`alter table ${table} disable trigger user`);
  await ledger.db.query(tampering);
  expect(await verify()).toMatchObject({ ok: false, fault: expect.stringMatching(fault) });
});

it('misses no counter of a day that is long over: it was forgotten', async () => {
  const day = { key: 'promotion:P:uses_per_member_day:M:2020-01-01', amount: 1, max: 1 };
  await tillOf(ledger).sell('p3', [{}], { limits: [day] });
  await ledger.db.query('delete from limit_counter where key = $1', [day.key]);
  expect(await verify()).toMatchObject({ ok: true });
});

it.each([
  '{ verifyLedger(memberId: "somebody") { ok } }',
  '{ memberStatementProof(memberId: "somebody") }',
  '{ trialBalance(asOf: "yesterday") { total } }',
  '{ trialBalance(asOf: "+275760-09-13T00:00:00Z") { total } }',
])('says that it is bad input: %s', async (document) => {
  expect((await ledger.ask(document)).errors).toEqual(['BAD_USER_INPUT']);
});

it('lets nobody change or remove history by an ordinary statement', async () => {
  for (const statement of [
    'update posting set amount_minor = 1',
    'delete from posting',
    'update journal_entry set note = null',
    'delete from journal_entry',
  ])
    await expect(ledger.db.query(statement)).rejects.toThrow('is only ever added to');
});

it('sums every account as of any instant to zero', async () => {
  const balanceAt = async (asOf: string | null): Promise<unknown> => {
    const { data } = await ledger.ask<{ trialBalance: object }>(
      'query ($asOf: DateTime) { trialBalance(asOf: $asOf) { total accounts { account legalEntity balance } } }',
      { asOf },
    );
    return data.trialBalance;
  };
  expect(await balanceAt(null)).toEqual({
    total: '0.00',
    accounts: [
      { account: 'member/available', legalEntity: null, balance: '81.50' },
      { account: 'member/held', legalEntity: null, balance: '1.00' },
      { account: 'issued', legalEntity: 'MAIN', balance: '-102.50' },
      { account: 'redeemed', legalEntity: 'MAIN', balance: '20.00' },
    ],
  });
  expect(await balanceAt('2026-11-22T09:59:59Z')).toEqual({ total: '0.00', accounts: [] });
});
