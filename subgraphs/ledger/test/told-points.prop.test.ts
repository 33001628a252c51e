import { newId } from '@adal/service';
import { eventually } from '@adal/testkit';
import fc from 'fast-check';
import { activateLots, expireLots, tellLots } from '../src/features/lots';
import { filesOf, receiptLine } from './files';
import { NOW, startLedger, type TestLedger } from './harness';
import { tillOf, type TestTill } from './till';

/*
 * The law: whoever adds up what events tell of points has the programme's accounts, whatever tills, files and campaigns do: issued,
 * redeemed, expired, and what each legal entity owes.
 */

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
      storeId: fc.constantFrom('S1', 'S1', 'S2'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      earned: fc.constantFrom('0', '8', '60'),
      spent: fc.constantFrom('0', '0', '5'),
      storeId: fc.constantFrom('S1', 'S2'),
      back: fc.constantFrom('NONE', 'LINKED', 'ALONE'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('grant' as const), points: fc.constantFrom('3', '40') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('return' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function run(steps: readonly Step[]): Promise<void> {
  const externalId = newId();
  const memberId = await ledger.haveMember({ externalId });
  const sold: string[] = [];
  let now = NOW.getTime();
  for (const one of steps) {
    const asking = { now: new Date(now) };
    if (one.kind === 'wait') {
      now += one.hours * HOUR_MS;
      for (const job of [activateLots, expireLots]) await job.run(ledger.context({ now: new Date(now) }));
    } else if (one.kind === 'grant') {
      const input = { grantId: newId(), note: 'Autumn', rows: [{ member: { id: memberId }, points: one.points }] };
      const { data } = await ledger.ask<{ result: object }>(GRANT, { input }, asking);
      expect(data.result).toEqual({ __typename: 'PointsGranted' });
    } else if (one.kind === 'file') {
      await land(externalId, one, asking);
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

const GRANT = 'mutation ($input: GrantPointsInput!) { result: grantPoints(input: $input) { __typename } }';
const EARLIER_MS = 30 * HOUR_MS;

/** A sale of the past and, perhaps, its return, by name or not. */
async function land(
  externalId: string,
  { earned, spent, storeId, back }: Extract<Step, { kind: 'file' }>,
  asking: { readonly now: Date },
): Promise<void> {
  const at = (ms: number): string => new Date(asking.now.getTime() - EARLIER_MS + ms).toISOString();
  const sale = {
    ...{ receipt_id: newId(), member_id: externalId, store_id: storeId, occurred_at: at(0) },
    ...{ points_earned: earned, points_spent: spent },
  };
  const returned = {
    ...{ ...sale, receipt_id: newId(), occurred_at: at(HOUR_MS), kind: 'return', quantity: '-2', amount: '-900' },
    ...{ store_id: 'S1', original_receipt_id: back === 'LINKED' ? sale.receipt_id : null },
  };
  const rows = [receiptLine(sale), ...(back === 'NONE' ? [] : [receiptLine(returned)])];
  const { __typename } = await filesOf(ledger).send('importReceipts', rows, { points: 'BOOK' }, asking);
  expect(__typename).toBe('ImportLanded');
}

interface Receipt extends Shares {
  readonly legalEntity: string;
  readonly pointsEarnedMinor: number;
  readonly pointsSpentMinor: number;
  readonly keptMinor?: number;
}
interface Shares {
  readonly withheldMinor?: number;
  readonly unexpiredMinor?: number;
}
interface Movement {
  readonly legalEntity: string;
  readonly amountMinor: number;
}

/** Of a receipt: what its event says besides. */
async function receiptsTold(): Promise<(Receipt & { stays: number; revived: number })[]> {
  const told: (Shares & { receipt: Receipt })[] = [
    ...(await ledger.recorded<{ receipt: Receipt }>('ledger.purchase.confirmed.v1')),
    ...(await ledger.recorded<Shares & { receipt: Receipt }>('ledger.purchase.returned.v1')),
    ...(await ledger.recorded<{ receipts: Receipt[] }>('ledger.receipts.imported.v1')).flatMap(({ receipts }) =>
      receipts.map((receipt) => ({ receipt })),
    ),
  ];
  return told.map(({ receipt, withheldMinor = 0, unexpiredMinor = 0 }) => ({
    ...receipt,
    stays: withheldMinor + (receipt.keptMinor ?? 0),
    revived: unexpiredMinor + (receipt.unexpiredMinor ?? 0),
  }));
}

const movementsTold = async (what: string): Promise<Movement[]> =>
  (await ledger.recorded<{ movements: Movement[] }>(`ledger.points.${what}.v1`)).flatMap(({ movements }) => movements);

async function told(): Promise<object> {
  const receipts = await receiptsTold();
  const [expired, granted, crossed] = await Promise.all(['expired', 'granted', 'crossed'].map(movementsTold));
  const sum = <T>(rows: readonly T[] = [], pick: (one: T) => number): number =>
    rows.reduce((total, one) => total + pick(one), 0);
  const amount = ({ amountMinor }: Movement): number => amountMinor;
  const owes: Record<string, number> = {};
  const owe = (entity: string, minor: number): number => (owes[entity] = (owes[entity] ?? 0) + minor);
  for (const { legalEntity, pointsEarnedMinor, pointsSpentMinor, stays, revived } of receipts)
    owe(legalEntity, pointsEarnedMinor + stays - pointsSpentMinor + revived);
  for (const { legalEntity, amountMinor } of [...(granted ?? []), ...(crossed ?? [])]) owe(legalEntity, amountMinor);
  for (const { legalEntity, amountMinor } of expired ?? []) owe(legalEntity, -amountMinor);
  return {
    issued: sum(receipts, ({ pointsEarnedMinor, stays }) => pointsEarnedMinor + stays) + sum(granted, amount),
    redeemed: sum(receipts, ({ pointsSpentMinor }) => pointsSpentMinor),
    expired: sum(expired, amount) - sum(receipts, ({ revived }) => revived),
    ...{ MAIN: 0, SOUTH: 0, ...owes },
  };
}

async function posted(): Promise<object> {
  const rows: { issued: string; redeemed: string; expired: string }[] = await ledger.db.query(
    `select coalesce(sum(case when source = 'ISSUED' then amount_minor when destination = 'ISSUED' then -amount_minor else 0 end), 0) as issued,
       coalesce(sum(case when destination = 'REDEEMED' then amount_minor when source = 'REDEEMED' then -amount_minor else 0 end), 0) as redeemed,
       coalesce(sum(case when destination = 'EXPIRED' then amount_minor when source = 'EXPIRED' then -amount_minor else 0 end), 0) as expired
     from posting`,
  );
  const owed: { entity: string; owes: number }[] = await ledger.db.query(
    `select legal_entity as entity, sum(amount_minor * ((source in ${CONTROL})::int - (destination in ${CONTROL})::int))::float8 as owes
     from posting group by 1`,
  );
  const [{ issued, redeemed, expired } = { issued: 0, redeemed: 0, expired: 0 }] = rows;
  const owes = Object.fromEntries(owed.map((row) => [row.entity, row.owes]));
  return {
    ...{ issued: Number(issued), redeemed: Number(redeemed), expired: Number(expired), MAIN: 0, SOUTH: 0, ...owes },
  };
}

const CONTROL = "('ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'MIGRATED')";

it('tells of points what it posts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await run(steps);
      await eventually(async () => {
        await tellLots.run(ledger.context());
        const rows: { told: boolean }[] = await ledger.db.query(
          'select not exists (select from journal_entry where booked_xid > upto_xid) as told from told_lots',
        );
        return rows[0]?.told === true;
      });
      expect(await told()).toEqual(await posted());
    }),
    { numRuns: 40 },
  );
}, 240_000);
