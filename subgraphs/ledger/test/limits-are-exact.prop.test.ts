import type { QuotedLimit } from '@adal/events';
import { newId } from '@adal/service';
import fc from 'fast-check';
import { verifyLedger } from '../src/features/proof/verify-ledger';
import { startLedger, type TestLedger } from './harness';
import { tillOf, type Outcome, type TestTill } from './till';

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

/** Units of each of three limits that a sale of four pieces uses up; a piece that comes back gives back a quarter. */
const amounts = fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }).map((parts) => parts.map((part) => part * 4));
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('sell' as const, 'reserve' as const), amounts }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('confirm' as const, 'cancel' as const, 'return' as const, 'returnOne' as const),
      which: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('limit' as const),
      which: fc.nat(2),
      max: fc.integer({ min: 0, max: 900 }),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Sale {
  readonly id: string;
  readonly quote: string;
  /** What it still uses of each limit. */
  uses: number[];
  pieces: number;
}

/** What should be so: three limits, the first two of them sharded. */
class Model {
  readonly run = newId();
  readonly max = [800, 400, 300];
  readonly revision = [1, 1, 1];
  readonly held: Sale[] = [];
  readonly sold: Sale[] = [];

  limits(wanted: readonly number[]): QuotedLimit[] {
    return wanted.map((amount, n) => ({
      key: `${this.run}:${n}`,
      amount,
      max: this.max[n] ?? 0,
      revision: this.revision[n] ?? 0,
      label: `${n}`,
    }));
  }

  used(n: number): number {
    return [...this.held, ...this.sold].reduce((sum, { uses }) => sum + (uses[n] ?? 0), 0);
  }

  /** The first limit that has less left than is wanted. */
  refusal(wanted: readonly number[]): object | null {
    const n = wanted.findIndex((amount, index) => amount > 0 && amount > (this.max[index] ?? 0) - this.used(index));
    return n < 0
      ? null
      : { limit: `${this.run}:${n}`, left: Math.max((this.max[n] ?? 0) - this.used(n), 0).toString() };
  }
}

/** Shards of a limit whose first sale finds room for a thousand like it; here the limit is small and sharded all the same. */
async function begin(): Promise<Model> {
  const model = new Model();
  for (const n of [0, 1]) {
    const limit = { ...model.limits([0, 0, 0])[n], key: `${model.run}:${n}`, amount: 1, max: 1_000, revision: 0 };
    const purchaseId = newId();
    await till.sell(purchaseId, [{}], { limits: [limit] });
    await till.giveBack({ returnId: newId(), purchaseId });
  }
  return model;
}

const pick = <T>(list: T[], which: number): T | undefined => list[which % Math.max(list.length, 1)];
const drop = (list: Sale[], sale: Sale): void => void list.splice(list.indexOf(sale), 1);

async function obey(model: Model, step: Command): Promise<void> {
  switch (step.kind) {
    case 'sell':
    case 'reserve': {
      const quote = ledger.quote([{ quantityMilli: 4_000 }], { limits: model.limits(step.amounts) });
      const sale = { id: newId(), quote, uses: step.amounts, pieces: 4 };
      const expected = model.refusal(step.amounts);
      const ask = step.kind === 'sell' ? till.confirm : till.reserve;
      const answer: Outcome = await ask({ purchaseId: sale.id, quote });
      if (expected)
        expect(answer).toMatchObject({ __typename: 'LimitExhausted', ...(step.kind === 'sell' ? expected : {}) });
      else expect(answer.__typename).toMatch(/^Purchase(Confirmed|Reserved)$/);
      if (!expected) (step.kind === 'sell' ? model.sold : model.held).push(sale);
      return;
    }
    case 'confirm':
    case 'cancel': {
      const sale = pick(model.held, step.which);
      if (!sale) return;
      drop(model.held, sale);
      if (step.kind === 'cancel') expect(await till.cancel(sale.id)).toMatchObject({ released: true });
      else {
        const answer = await till.confirm({ purchaseId: sale.id, quote: sale.quote });
        expect(answer.__typename).toBe('PurchaseConfirmed');
        model.sold.push(sale);
      }
      return;
    }
    case 'return':
    case 'returnOne': {
      const sale = pick(model.sold, step.which);
      if (!sale) return;
      const pieces = step.kind === 'return' ? 0 : sale.pieces - 1;
      const lines = step.kind === 'return' ? undefined : [{ lineNo: 1, quantity: '1' }];
      await till.giveBack({ returnId: newId(), purchaseId: sale.id, lines });
      sale.uses = sale.uses.map((amount) => (amount / sale.pieces) * pieces);
      sale.pieces = pieces;
      if (pieces === 0) drop(model.sold, sale);
      return;
    }
    case 'limit':
      model.max[step.which] = step.max;
      model.revision[step.which] = (model.revision[step.which] ?? 0) + 1;
  }
}

it('uses limits up to the last unit and no further, sharded or not, whatever tills do and whoever moves max', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (steps) => {
      const model = await begin();
      for (const step of steps) await obey(model, step);
      const used: unknown[] = await ledger.db.query(
        `select key, sum(used)::int as used from limit_counter where key like $1 group by key having sum(used) > 0 order by key`,
        [`${model.run}:%`],
      );
      const expected = [0, 1, 2].map((n) => ({ key: `${model.run}:${n}`, used: model.used(n) }));
      expect(used).toEqual(expected.filter((limit) => limit.used > 0));
      expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
    }),
    { numRuns: 60 },
  );
}, 300_000);

it('refuses nobody while enough is left, however many come at once', async () => {
  const wave = fc.record({
    amount: fc.integer({ min: 1, max: 120 }),
    tills: fc.integer({ min: 2, max: 16 }),
    back: fc.nat(8),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wave, { minLength: 2, maxLength: 6 }), async (waves) => {
      const model = await begin();
      for (const { amount, tills, back } of waves) {
        const wanted = [amount, amount, 0].map((units) => units * 4);
        const left = Math.min(...[0, 1].map((n) => (model.max[n] ?? 0) - model.used(n)));
        const quote = ledger.quote([{ quantityMilli: 4_000 }], { limits: model.limits(wanted) });
        const sales = Array.from({ length: tills }, (): Sale => ({ id: newId(), quote, uses: wanted, pieces: 4 }));
        const answers = await Promise.all(sales.map(({ id }) => till.confirm({ purchaseId: id, quote })));
        const won = sales.filter((_, n) => answers[n]?.__typename === 'PurchaseConfirmed');
        expect(won).toHaveLength(Math.min(tills, Math.floor(left / (amount * 4))));
        model.sold.push(...won);
        const returned = model.sold.splice(0, back);
        await Promise.all(returned.map(({ id }) => till.giveBack({ returnId: newId(), purchaseId: id })));
      }
      expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
    }),
    { numRuns: 30 },
  );
}, 300_000);
