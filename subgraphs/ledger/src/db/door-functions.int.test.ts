import { startLedger, type TestLedger } from '../../test/harness';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

it.each(['book_purchases', 'hold_purchase', 'release_hold', 'book_return'])(
  '%s keeps no plan that reads a whole table',
  async (name) => {
    const rows: { config: string[] }[] = await ledger.db.query(
      `select proconfig as config from pg_proc where pronamespace = 'books'::regnamespace and proname = $1`,
      [name],
    );
    expect(rows).toMatchObject([{ config: expect.arrayContaining(['enable_seqscan=off']) as unknown }]);
  },
);
