import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { verifyLedger } from '../proof/verify-ledger';
import { importBalances } from './import-balances';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
});
afterAll(() => ledger.stop());

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
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});
