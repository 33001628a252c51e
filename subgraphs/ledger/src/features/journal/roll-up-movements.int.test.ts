import fc from 'fast-check';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { readLiability, readLiabilitySeries } from '../liability/liability.queries';
import { rollUpMovements } from './roll-up-movements';
import { readTrialBalance } from '../trial-balance/trial-balance';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR_MS);
const PAIRS = [
  'ISSUED AVAILABLE',
  'ISSUED PENDING',
  'AVAILABLE REDEEMED',
  'AVAILABLE HELD',
  'AVAILABLE EXPIRED',
  'OWED AVAILABLE',
];

interface Moved {
  readonly occurredHoursAgo: number;
  readonly bookedHoursAgo: number;
  readonly pair: string;
  readonly legalEntity: string;
  readonly amount: number;
}
const moved: fc.Arbitrary<Moved> = fc.record({
  occurredHoursAgo: fc.integer({ min: 0, max: 80 }),
  bookedHoursAgo: fc.integer({ min: 0, max: 80 }),
  pair: fc.constantFrom(...PAIRS),
  legalEntity: fc.constantFrom('MAIN', 'SOUTH'),
  amount: fc.integer({ min: 1, max: 1_000_000 }),
});

/** Books them in one transaction; what they say of wallets is of no matter here. */
async function book(rows: readonly Moved[]): Promise<void> {
  await ledger.db.query(
    `with
       given as (select *, row_number() over () as n from jsonb_to_recordset($1::jsonb)
         as g("occurredAt" timestamptz, "bookedAt" timestamptz, source account_kind, destination account_kind, "legalEntity" text, amount bigint)),
       entry as (
         insert into journal_entry (id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor, member_seq,
           pending_after_minor, held_after_minor)
         select gen_random_uuid(), 'ADJUSTMENT', gen_random_uuid(), "bookedAt", "occurredAt", "occurredAt"::date, n::text, 0, 1, 0, 0 from given
         returning seq, note)
     insert into posting select e.seq, gen_random_uuid(), source, destination, "legalEntity", amount from given g join entry e on e.note = g.n::text`,
    [
      JSON.stringify(
        rows.map(({ occurredHoursAgo, bookedHoursAgo, pair, legalEntity, amount }) => {
          const [source, destination] = pair.split(' ');
          const at = { occurredAt: hoursAgo(occurredHoursAgo), bookedAt: hoursAgo(bookedHoursAgo) };
          return { ...at, source, destination, legalEntity, amount };
        }),
      ),
    ],
  );
}

/** All that reports say, and the same by the postings alone: a horizon of other days is no horizon. */
async function reports(asOf: Date): Promise<object> {
  const ctx = ledger.context();
  const series = { from: '2026-11-18', to: '2026-11-21', grain: 'DAY', legalEntity: null } as const;
  return {
    balance: (await readTrialBalance(ctx, asOf)).accounts,
    now: (await readTrialBalance(ctx, null)).accounts,
    occurred: await readLiability(ctx, asOf, null, 'OCCURRED'),
    booked: await readLiability(ctx, asOf, 'SOUTH', 'BOOKED'),
    days: await readLiabilitySeries(ctx, { ...series, axis: 'OCCURRED' }),
    daysBooked: await readLiabilitySeries(ctx, { ...series, axis: 'BOOKED' }),
  };
}
async function byPostings(asOf: Date): Promise<object> {
  const zones: { time_zone: string }[] = await ledger.db.query('select time_zone from movement_horizon');
  await ledger.db.query("update movement_horizon set time_zone = 'nowhere'");
  try {
    return await reports(asOf);
  } finally {
    await ledger.db.query('update movement_horizon set time_zone = $1', [zones[0]?.time_zone]);
  }
}

it('answers to the tiyn what the postings sum to, before and after the job, as of any instant', async () => {
  const books = fc.array(moved, { minLength: 1, maxLength: 12 });
  const some = fc.tuple(books, books, fc.integer({ min: 0, max: 80 }));
  await fc.assert(
    fc.asyncProperty(some, async ([first, second, hours]) => {
      await book(first);
      await rollUpMovements.run(ledger.context());
      expect(await reports(hoursAgo(hours))).toEqual(await byPostings(hoursAgo(hours)));
      await book(second);
      expect(await reports(hoursAgo(hours))).toEqual(await byPostings(hoursAgo(hours)));
    }),
    { numRuns: 25 },
  );
  const rows: { same: boolean }[] = await ledger.db.query(
    `select (select sum(amount_minor) from daily_movement where axis = 'OCCURRED')
       = (select sum(amount_minor) from posting p join journal_entry e on e.seq = p.entry_seq, movement_horizon h where e.booked_xid <= h.upto_xid) as same`,
  );
  expect(rows).toEqual([{ same: true }]);
});

it('waits for a transaction that still runs, adds it once when it is over, and each but once whoever else runs', async () => {
  const inDays = async (): Promise<unknown> => {
    const rows: { amount: string }[] = await ledger.db.query(
      "select coalesce(sum(amount_minor), 0) as amount from daily_movement where axis = 'OCCURRED' and legal_entity = 'LATE'",
    );
    return Number(rows[0]?.amount);
  };
  const late = { occurredHoursAgo: 1, bookedHoursAgo: 1, pair: 'ISSUED AVAILABLE', legalEntity: 'LATE', amount: 7 };
  const slow = ledger.db.createQueryRunner();
  await slow.startTransaction();
  await slow.query("insert into till values ('S1', 'slow', now())");
  await book([late]);
  await rollUpMovements.run(ledger.context());
  expect(await inDays()).toBe(0);
  await slow.commitTransaction();
  await slow.release();
  while ((await inDays()) === 0) await Promise.all([1, 2, 3].map(() => rollUpMovements.run(ledger.context())));
  expect(await inDays()).toBe(7);
});
