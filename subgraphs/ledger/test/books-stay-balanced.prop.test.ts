import { newId } from '@adal/service';
import fc from 'fast-check';
import { activateLots, expireLots } from '../src/features/lots';
import { verifyLedger } from '../src/features/proof/verify-ledger';
import { extendChain } from '../src/features/proof';
import { releaseExpiredHolds } from '../src/features/reservations';
import { NOW, startLedger, type TestLedger } from './harness';
import { tillOf, type TestTill } from './till';

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

const amount = fc.integer({ min: 0, max: 30_000 });

/** A basket: the points that pay for it are at most its price. */
const basket = fc.array(
  fc.record({
    quantityMilli: fc.integer({ min: 1, max: 5_000 }),
    priceMinor: fc.integer({ min: 1, max: 50_000 }),
    spentPercent: fc.constantFrom(0, 0, 10, 30, 100),
    earnedMinor: amount,
  }),
  { minLength: 1, maxLength: 4 },
);
type Basket = typeof basket extends fc.Arbitrary<infer T> ? T : never;

const linesOf = (lines: Basket) =>
  lines.map(({ spentPercent, ...line }) => ({
    ...line,
    spentMinor: Math.floor((Math.floor((line.priceMinor * line.quantityMilli) / 1_000) * spentPercent) / 100),
  }));

const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('buy' as const),
      who: fc.nat(2),
      basket,
      days: fc.constantFrom(0, 0, 1, 3),
      life: fc.constantFrom(null, 2, 5),
      limits: fc.nat(3),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      which: fc.nat(),
      line: fc.nat(),
      share: fc.integer({ min: 1, max: 100 }),
      all: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reserve' as const), who: fc.nat(2), basket, limits: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('finish' as const), which: fc.nat(), confirm: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);

/** A history of one group of members, as tills make it. */
class History {
  now = NOW.getTime();
  readonly run = newId();
  readonly members: string[] = [];
  readonly sold: { id: string; quote: string; lines: Basket; facts: object }[] = [];
  readonly reserved: { id: string; quote: string }[] = [];
  private next = 0;

  id(): string {
    this.next += 1;
    return `${this.run}-${this.next}`;
  }

  asking(): { now: Date } {
    return { now: new Date(this.now) };
  }

  /** A quote of this moment, anonymous for the third of the members. */
  quote(who: number, lines: Basket, more: object): string {
    const memberId = this.members[who] ?? null;
    const priced = linesOf(lines).map((line) => (memberId ? line : { ...line, spentMinor: 0, earnedMinor: 0 }));
    const at = new Date(this.now).toISOString();
    return ledger.quote(priced, {
      memberId,
      occurredAt: at,
      expiresAt: new Date(this.now + 900_000).toISOString(),
      ...more,
    });
  }

  limits(count: number): object {
    return {
      limits: Array.from({ length: count }, (_, n) => ({
        key: `${this.run}:${n}`,
        amount: n === 0 ? 1 : n * 700,
        max: n === 0 ? 3 : 5_000,
      })),
    };
  }
}

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

async function obey(history: History, step: Command): Promise<void> {
  switch (step.kind) {
    case 'buy': {
      const quote = history.quote(step.who, step.basket, {
        activationDays: step.days,
        lifetimeDays: step.life,
        ...history.limits(step.limits),
      });
      const id = history.id();
      const answer = await till.confirm({ purchaseId: id, quote }, history.asking());
      if (answer.__typename === 'PurchaseConfirmed') history.sold.push({ id, quote, lines: step.basket, facts: {} });
      else expect(['PointsInsufficient', 'LimitExhausted']).toContain(answer.__typename);
      return;
    }
    case 'return': {
      const sale = history.sold[step.which % Math.max(history.sold.length, 1)];
      if (!sale) return;
      const line = step.line % sale.lines.length;
      const quantity = Math.max(1, Math.floor(((sale.lines[line]?.quantityMilli ?? 1) * step.share) / 100));
      const lines = step.all ? undefined : [{ lineNo: line + 1, quantity: (quantity / 1_000).toFixed(3) }];
      await till.giveBack({ returnId: history.id(), purchaseId: sale.id, lines }, history.asking());
      return;
    }
    case 'reserve': {
      const id = history.id();
      const quote = history.quote(step.who, step.basket, history.limits(step.limits));
      const answer = await till.reserve({ purchaseId: id, quote, ttlSeconds: 3_600 }, history.asking());
      if (answer.__typename === 'PurchaseReserved') history.reserved.push({ id, quote });
      return;
    }
    case 'finish': {
      const [held] = history.reserved.splice(step.which % Math.max(history.reserved.length, 1), 1);
      if (!held) return;
      if (step.confirm) await till.confirm({ purchaseId: held.id, quote: held.quote }, history.asking());
      else await till.cancel(held.id, history.asking());
      return;
    }
    case 'repeat': {
      const sale = history.sold[step.which % Math.max(history.sold.length, 1)];
      if (!sale) return;
      const before = await bookedRows();
      const again = await till.confirm({ purchaseId: sale.id, quote: sale.quote }, history.asking());
      expect(again).toMatchObject({ __typename: 'PurchaseConfirmed', replayed: true });
      expect(await bookedRows()).toEqual(before);
      return;
    }
    case 'wait': {
      history.now += step.hours * 3_600_000;
      const ctx = ledger.context(history.asking());
      for (const job of [releaseExpiredHolds, activateLots, expireLots, activateLots, expireLots]) await job.run(ctx);
    }
  }
}

async function begin(): Promise<History> {
  const history = new History();
  history.members.push(await ledger.haveMember(), await ledger.haveMember());
  return history;
}

async function bookedRows(): Promise<unknown> {
  return ledger.db.query(
    'select (select count(*) from purchase) p, (select count(*) from journal_entry) e, (select count(*) from posting) q, (select count(*) from outbox) o',
  );
}

/** What a member has and what is used up; spent-up lots are the audit's business. */
async function stateOf(history: History): Promise<unknown> {
  return {
    wallets: await ledger.db.query(
      'select member_id, available_minor, pending_minor, held_minor from account where member_id = any($1) and available_minor + pending_minor + held_minor > 0 order by 1',
      [history.members],
    ),
    lots: await ledger.db.query(
      'select id, left_minor, held_minor, status, activates_at, expires_at from lot where member_id = any($1) and left_minor > 0 order by id',
      [history.members],
    ),
    limits: await ledger.db.query('select key, used from limit_counter where key like $1 and used > 0 order by key', [
      `${history.run}:%`,
    ]),
  };
}

it('keeps every sum, balance, lot, limit and return in order, whatever tills do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (steps) => {
      const history = await begin();
      for (const step of steps) await obey(history, step);
      await extendChain.run(ledger.context());
      const verified = await verifyLedger(ledger.context());
      expect(verified).toMatchObject({ ok: true, fault: null });
    }),
    { numRuns: 40 },
  );
}, 300_000);

it('leaves everything as if never bought when all of it comes back, in any pieces', async () => {
  const pieces = fc.array(fc.record({ line: fc.nat(3), share: fc.integer({ min: 1, max: 60 }) }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { maxLength: 12 }),
      basket,
      pieces,
      fc.constantFrom(0, 2),
      async (steps, goods, parts, activationDays) => {
        const history = await begin();
        for (const step of steps) await obey(history, step);
        const before = await stateOf(history);
        const id = history.id();
        const quote = history.quote(0, goods, { activationDays, ...history.limits(2) });
        if ((await till.confirm({ purchaseId: id, quote }, history.asking())).__typename !== 'PurchaseConfirmed')
          return;
        for (const { line, share } of parts) {
          const lineNo = (line % goods.length) + 1;
          const quantity = Math.max(1, Math.floor(((goods[lineNo - 1]?.quantityMilli ?? 1) * share) / 100));
          await till.giveBack(
            { returnId: history.id(), purchaseId: id, lines: [{ lineNo, quantity: (quantity / 1_000).toFixed(3) }] },
            history.asking(),
          );
        }
        await till.giveBack({ returnId: history.id(), purchaseId: id }, history.asking());
        expect(await stateOf(history)).toEqual(before);
        expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true });
      },
    ),
    { numRuns: 40 },
  );
}, 300_000);
