import { newId } from '@adal/service';
import fc from 'fast-check';
import { activateLots, expireLots } from '../src/features/lots';
import { NOW, startLedger, type TestLedger } from './harness';
import { tillOf, type TestTill } from './till';

/* The law: whoever adds up what events tell of points has the programme's accounts, whatever tills do: issued, redeemed, expired. */

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

const HOUR_MS = 3_600_000;
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('buy' as const),
      earnedMinor: fc.constantFrom(0, 700, 5_000),
      spentMinor: fc.constantFrom(0, 0, 600, 3_000),
      activationDays: fc.constantFrom(0, 0, 1),
      lifetimeDays: fc.constantFrom(null, 1, 3),
      shortfallPolicy: fc.constantFrom('NEGATIVE' as const, 'RECOVER' as const, 'WITHHOLD' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('return' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function run(steps: readonly Step[]): Promise<void> {
  const memberId = await ledger.haveMember();
  const sold: string[] = [];
  let now = NOW.getTime();
  for (const one of steps) {
    const asking = { now: new Date(now) };
    if (one.kind === 'wait') {
      now += one.hours * HOUR_MS;
      for (const job of [activateLots, expireLots]) await job.run(ledger.context({ now: new Date(now) }));
    } else if (one.kind === 'return') {
      const purchaseId = sold[one.which % Math.max(1, sold.length)];
      if (purchaseId) await till.giveBack({ returnId: newId(), purchaseId, storeId: 'S2' }, asking);
    } else {
      const { kind: _kind, earnedMinor, spentMinor, ...terms } = one;
      const times = { occurredAt: new Date(now).toISOString(), expiresAt: new Date(now + HOUR_MS).toISOString() };
      const lines = [{ priceMinor: 40_000, earnedMinor, spentMinor }];
      const answer = await till.confirm(
        { purchaseId: newId(), quote: ledger.quote(lines, { memberId, ...times, ...terms }) },
        asking,
      );
      if (answer.purchase) sold.push(answer.purchase.id);
    }
  }
}

interface Told {
  readonly receipt: { readonly pointsEarnedMinor: number; readonly pointsSpentMinor: number };
  readonly withheldMinor?: number;
  readonly unexpiredMinor?: number;
}

async function told(): Promise<object> {
  const receipts = [
    ...(await ledger.recorded<Told>('ledger.purchase.confirmed.v1')),
    ...(await ledger.recorded<Told>('ledger.purchase.returned.v1')),
  ];
  const sum = (pick: (one: Told) => number): number => receipts.reduce((total, one) => total + pick(one), 0);
  const expired = await ledger.recorded<{ movements: { amountMinor: number }[] }>('ledger.points.expired.v1');
  const lapsed = expired.flatMap(({ movements }) => movements).reduce((total, one) => total + one.amountMinor, 0);
  return {
    issued: sum(({ receipt, withheldMinor = 0 }) => receipt.pointsEarnedMinor + withheldMinor),
    redeemed: sum(({ receipt }) => receipt.pointsSpentMinor),
    expired: lapsed - sum(({ unexpiredMinor = 0 }) => unexpiredMinor),
  };
}

async function posted(): Promise<object> {
  const rows: { issued: string; redeemed: string; expired: string }[] = await ledger.db.query(
    `select coalesce(sum(case when source = 'ISSUED' then amount_minor when destination = 'ISSUED' then -amount_minor else 0 end), 0) as issued,
       coalesce(sum(case when destination = 'REDEEMED' then amount_minor when source = 'REDEEMED' then -amount_minor else 0 end), 0) as redeemed,
       coalesce(sum(case when destination = 'EXPIRED' then amount_minor when source = 'EXPIRED' then -amount_minor else 0 end), 0) as expired
     from posting`,
  );
  const [{ issued, redeemed, expired } = { issued: 0, redeemed: 0, expired: 0 }] = rows;
  return { issued: Number(issued), redeemed: Number(redeemed), expired: Number(expired) };
}

it('tells of points what it posts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await run(steps);
      expect(await told()).toEqual(await posted());
    }),
    { numRuns: 20 },
  );
}, 240_000);
