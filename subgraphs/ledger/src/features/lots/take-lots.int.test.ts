import { startLedger, type TestLedger } from '../../../test/harness';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

it.each([
  ['the active lot that expires first, then other active ones, then pending ones', true, [2_000, 1_000, 500]],
  ['active lots alone', false, [2_000, 1_000, 0]],
])('takes %s', async (_what, pending, [soon, later, waiting]) => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 3_000, { activationDays: 14 });
  await ledger.havePoints(memberId, 1_000, { lifetimeDays: 30 });
  await ledger.havePoints(memberId, 2_000, { lifetimeDays: 10 });
  const taken: unknown = await ledger.db.query(
    "select active, pending from books.take_lots(nextval('journal_entry_seq'), $1, 3500, 'ISSUED', null, $2)",
    [memberId, pending],
  );
  expect(taken).toEqual([{ active: String(Number(soon) + Number(later)), pending: String(waiting) }]);
  const left: unknown = await ledger.db.query(
    'select amount_minor - left_minor as taken from lot where member_id = $1 order by amount_minor',
    [memberId],
  );
  expect(left).toEqual([{ taken: String(later) }, { taken: String(soon) }, { taken: String(waiting) }]);
});
