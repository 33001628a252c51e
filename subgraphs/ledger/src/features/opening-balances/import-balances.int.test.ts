import { newId } from '@adal/service';
import { filesOf, type Files } from '../../../test/files';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { activateLots, expireLots } from '../lots';
import { importBalances } from './import-balances';

let ledger: TestLedger;
let files: Files;
beforeEach(async () => {
  ledger = await startLedger();
  files = filesOf(ledger);
});
afterEach(() => ledger.stop());

it('books a lot per row from the migration account, once', async () => {
  const memberId = await ledger.haveMember({ externalId: 'M1' });
  const row = {
    member_id: 'M1',
    points: '250.50',
    activates_at: '2026-01-01',
    expires_at: '2027-01-01T00:00:00+05:00',
  };
  const rows = [
    row,
    { ...row, points: '0' },
    { ...row, member_id: 'M2' },
    { ...row, activates_at: '2026-12-01' },
    { ...row, expires_at: '2026-02-01' },
  ];
  const first = await files.send('importBalances', rows);
  expect(first).toMatchObject({ read: 5, landed: 3, unchanged: 0 });
  expect(first.rejected).toEqual([
    { line: 3, column: 'points', code: 'POINTS_INVALID' },
    { line: 4, column: 'member_id', code: 'MEMBER_UNKNOWN' },
  ]);
  expect(await files.send('importBalances', rows)).toMatchObject({ landed: 0, unchanged: 3 });
  expect(
    await ledger.db.query('select available_minor, pending_minor from account where member_id = $1', [memberId]),
  ).toEqual([{ available_minor: '50100', pending_minor: '25050' }]);
  const later = { now: new Date('2026-12-02T00:00:00Z') };
  for (const job of [activateLots, expireLots]) await job.run(ledger.context(later));
  expect(
    await ledger.db.query('select available_minor, pending_minor from account where member_id = $1', [memberId]),
  ).toEqual([{ available_minor: '50100', pending_minor: '0' }]);
  const { data } = await ledger.ask<{ trialBalance: { accounts: object[]; total: string } }>(
    '{ trialBalance { total accounts { account legalEntity balance } } }',
  );
  expect(data.trialBalance).toEqual({
    total: '0.00',
    accounts: [
      { account: 'member/available', legalEntity: null, balance: '501.00' },
      { account: 'member/pending', legalEntity: null, balance: '0.00' },
      { account: 'expired', legalEntity: 'MAIN', balance: '250.50' },
      { account: 'migrated', legalEntity: 'MAIN', balance: '-751.50' },
    ],
  });
  await files.booksAreSound();
});

it('books a line of another run again, and refuses other content under the same line', async () => {
  await ledger.haveMember({ externalId: 'M1' });
  const row = { member_id: 'M1', points: '10' };
  await files.send('importBalances', [row]);
  expect((await files.send('importBalances', [{ ...row, points: '11' }])).rejected).toEqual([
    { line: 2, column: null, code: 'ROW_CHANGED' },
  ]);
  expect(await files.send('importBalances', [row], { importId: 'run-2' })).toMatchObject({ landed: 1 });
});

it('gives points that a till can spend', async () => {
  const memberId = await ledger.haveMember({ externalId: 'M1' });
  await files.send('importBalances', [{ member_id: 'M1', points: '10' }]);
  expect(await tillOf(ledger).sell(newId(), [{ spentMinor: 1_000 }], { memberId })).toMatchObject({
    __typename: 'PurchaseConfirmed',
  });
  await files.booksAreSound();
});

/** Owes 7.00: earned points were spent, and then the goods that had earned them came back. */
async function haveDebtor(externalId: string): Promise<string> {
  const memberId = await ledger.haveMember({ externalId });
  const till = tillOf(ledger);
  const purchaseId = newId();
  await till.sell(purchaseId, [{ priceMinor: 20_000, earnedMinor: 700 }], { memberId, shortfallPolicy: 'NEGATIVE' });
  await till.sell(newId(), [{ spentMinor: 700 }], { memberId });
  await till.giveBack({ returnId: newId(), purchaseId });
  return memberId;
}

it('books several lots of one wallet in a chunk, and lets those pay who owe', async () => {
  const owes = await haveDebtor('OWES');
  const rich = await ledger.haveMember({ externalId: 'RICH' });
  const later = new Date(NOW.getTime() + 86_400_000).toISOString();
  const rows = [
    ['RICH', '10.00', null],
    ['OWES', '3.00', null],
    ['RICH', '5.00', later],
    ['OWES', '9.00', null],
    ['RICH', '1.00', null],
  ];
  const columns = ['member_id', 'points', 'activates_at'];
  const input = { importId: newId(), columns, rows: rows.map((values, line) => ({ line: line + 2, values })) };
  expect(await importBalances(ledger.context(), input)).toMatchObject({ landed: 5, rejected: [] });
  const wallet = (memberId: string): Promise<unknown> =>
    ledger.db.query(
      `select available_after_minor::int as available, pending_after_minor::int as pending from journal_entry
        where member_id = $1 and kind = 'OPENING_BALANCE' order by member_seq`,
      [memberId],
    );
  expect(await wallet(owes)).toEqual([
    { available: 0, pending: 0 },
    { available: 500, pending: 0 },
  ]);
  expect(await wallet(rich)).toEqual([
    { available: 1_000, pending: 0 },
    { available: 1_000, pending: 500 },
    { available: 1_100, pending: 500 },
  ]);
  await files.booksAreSound();
});
