import { newId } from '@adal/service';
import fc from 'fast-check';
import { verifyLedger } from '../src/features/proof/verify-ledger';
import { activateLots, expireLots } from '../src/features/lots';
import { releaseExpiredHolds } from '../src/features/reservations';
import type { LineFacts } from './builders';
import { NOW, startLedger, type TestLedger } from './harness';
import { tillOf, type TestTill } from './till';

/* The law: what was bought and wholly given back leaves the books as if it had never been bought. A history of two members is run
 * twice on fresh members: once as it was, and once without the purchases that came back. Afterwards both have the same wallets, the
 * same lots with the same rests, dates and states, the same sums in every account of the programme (issued, redeemed, expired, owed,
 * by legal entity) and the same limits used; only entries, receipts and lots that nothing is left of tell of the difference.
 * A purchase that is kept and had spent points of one that came back is paid by the lots that would have paid for it, also by points
 * that expired meanwhile. Where there would have been too few, it could not have been bought at all: it has to come back, too, for
 * the two to be the same; until then the difference is owed. Returns wait for open reservations, which keep the lots they hold.
 */

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

const HOUR_MS = 3_600_000;
const piece = fc.record({ line: fc.nat(1), share: fc.integer({ min: 1, max: 60 }) });
const step = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('buy' as const),
      who: fc.nat(1),
      back: fc.boolean(),
      spentPercent: fc.constantFrom(0, 20, 50, 100),
      earned: fc.tuple(fc.constantFrom(0, 700, 5_000, 9_999), fc.nat(2_000)),
      days: fc.constantFrom(0, 0, 0, 1, 3),
      life: fc.constantFrom(null, 1, 2, 5),
      limits: fc.nat(2),
      store: fc.constantFrom('S1', 'S2'),
      reserved: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('return' as const), which: fc.nat(), piece }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('hold' as const), who: fc.nat(1), percent: fc.constantFrom(30, 100) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What one of the two has done, so that the other can do the same. */
type Deed = { readonly at: number } & (
  | {
      kind: 'buy';
      n: number;
      who: number;
      lines: readonly LineFacts[];
      terms: { limits: number } & object;
      reserved: boolean;
    }
  | { kind: 'return'; n: number; lines: object[] | undefined }
  | { kind: 'hold'; n: number; who: number; lines: readonly LineFacts[] }
  | { kind: 'wait' }
);

/** Two members and what they do. */
class World {
  readonly run = newId();
  readonly members: string[] = [];
  readonly refused = new Set<number>();
  private returns = 0;

  static async begin(): Promise<World> {
    const world = new World();
    world.members.push(await ledger.haveMember(), await ledger.haveMember());
    return world;
  }

  async do(deed: Deed): Promise<void> {
    const asking = { now: new Date(deed.at) };
    if (deed.kind === 'wait') {
      const ctx = ledger.context(asking);
      for (const job of [releaseExpiredHolds, activateLots, expireLots]) await job.run(ctx);
      return;
    }
    const purchaseId = `${this.run}-${deed.n}`;
    if (deed.kind === 'return') {
      this.returns += 1;
      const back = { returnId: `${this.run}-r${this.returns}`, purchaseId, lines: deed.lines, storeId: 'S2' };
      expect((await till.giveBack(back, asking)).__typename).toMatch(/^PurchaseReturned|ReturnExceedsPurchase$/);
      return;
    }
    const quote = this.quote(deed);
    if (deed.kind === 'hold') {
      const held = await till.reserve({ purchaseId, quote, ttlSeconds: 600 }, asking);
      if (held.__typename !== 'PurchaseReserved') this.refused.add(deed.n);
      return;
    }
    if (deed.reserved) await till.reserve({ purchaseId, quote, ttlSeconds: 600 }, asking);
    const answer = await till.confirm({ purchaseId, quote }, asking);
    if (answer.__typename === 'PurchaseConfirmed') return;
    expect(['PointsInsufficient', 'LimitExhausted']).toContain(answer.__typename);
    this.refused.add(deed.n);
  }

  private quote(deed: Extract<Deed, { kind: 'buy' | 'hold' }>): string {
    const { limits = 0, ...terms } = deed.kind === 'buy' ? deed.terms : {};
    return ledger.quote(deed.lines, {
      memberId: this.members[deed.who] ?? null,
      occurredAt: new Date(deed.at).toISOString(),
      expiresAt: new Date(deed.at + HOUR_MS).toISOString(),
      limits: Array.from({ length: limits }, (_, n) => ({ key: `${this.run}:${n}`, amount: 1 + n * 700, max: 5_000 })),
      ...terms,
    });
  }

  async available(who: number): Promise<number> {
    const rows: { available: number }[] = await ledger.db.query(
      'select available_minor::int as available from account where member_id = $1',
      [this.members[who]],
    );
    return rows[0]?.available ?? 0;
  }

  /** What is compared. */
  async state(): Promise<object> {
    const ask = (sql: string): Promise<unknown> => ledger.db.query(sql, [this.members]);
    return {
      wallets: await ask(
        `select array_position($1, member_id) as who, available_minor, pending_minor, held_minor, owed_minor from account
         where member_id = any($1) and available_minor + pending_minor + held_minor + owed_minor > 0 order by 1`,
      ),
      lots: await ask(
        `select array_position($1, member_id) as who, legal_entity, left_minor, held_minor, status, activates_at, expires_at from lot
         where member_id = any($1) and left_minor > 0 order by 1, 2, 3, 4, 5, 6, 7`,
      ),
      accounts: await ask(
        `select who, account, legal_entity, sum(amount) as amount from (
           select array_position($1, e.member_id) as who, p.legal_entity, unnest(array[p.source, p.destination]) as account,
             unnest(array[-p.amount_minor, p.amount_minor]) as amount
           from journal_entry e join posting p on p.entry_seq = e.seq where e.member_id = any($1)) moved
         group by 1, 2, 3 having sum(amount) <> 0 order by 1, 2, 3`,
      ),
      limits: await ledger.db.query(
        'select substr(key, 37) as key, sum(used) as used from limit_counter where key like $1 and used > 0 group by key order by key',
        [`${this.run}:%`],
      ),
    };
  }
}

/** Tells a deed of every step, as the state of the world at that moment has it. */
class Story {
  readonly deeds: Deed[] = [];
  readonly back = new Set<number>();
  private readonly bought: number[] = [];
  private at = NOW.getTime();
  private next = 0;
  private holdsEnd = 0;

  constructor(private readonly world: World) {}

  async tell(step: Step): Promise<void> {
    const at = this.at;
    if (step.kind === 'wait') {
      this.at += step.hours * HOUR_MS;
      return this.do({ kind: 'wait', at: this.at });
    }
    if (step.kind === 'return') {
      const n = this.bought[step.which % Math.max(this.bought.length, 1)];
      if (n === undefined) return;
      if (this.at < this.holdsEnd) await this.tell({ kind: 'wait', hours: 1 });
      const quantity = (step.piece.share / 10).toFixed(1);
      return this.do({ kind: 'return', at: this.at, n, lines: [{ lineNo: step.piece.line + 1, quantity }] });
    }
    this.next += 1;
    const available = await this.world.available(step.who);
    if (step.kind === 'hold') {
      this.holdsEnd = at + 600_000;
      const spentMinor = Math.floor((available * step.percent) / 100);
      return this.do({ kind: 'hold', at, n: this.next, who: step.who, lines: [{ priceMinor: 9_000_000, spentMinor }] });
    }
    const spent = Math.floor((available * step.spentPercent) / 100);
    const lines = step.earned.map((earnedMinor, index) => ({
      quantityMilli: 6_000,
      priceMinor: 5_000_000,
      spentMinor: index === 0 ? Math.ceil(spent / 2) : Math.floor(spent / 2),
      earnedMinor,
    }));
    const terms = { activationDays: step.days, lifetimeDays: step.life, storeId: step.store, limits: step.limits };
    if (step.back) this.back.add(this.next);
    const { who, reserved } = step;
    await this.do({ kind: 'buy', at, n: this.next, who, lines, terms, reserved });
    this.bought.push(this.next);
  }

  /** The rest of what has to come back comes back, and the day ends. */
  async end(): Promise<void> {
    await this.tell({ kind: 'wait', hours: 1 });
    for (const n of this.back) await this.do({ kind: 'return', at: this.at, n, lines: undefined });
    await this.tell({ kind: 'wait', hours: 1 });
  }

  async do(deed: Deed): Promise<void> {
    if (deed.kind === 'return' && this.world.refused.has(deed.n)) return;
    await this.world.do(deed);
    this.deeds.push(deed);
  }
}

it('leaves everything as if never bought', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
      const world = await World.begin();
      const story = new Story(world);
      for (const one of steps) await story.tell(one);
      const twin = await World.begin();
      const gone = (deed: Deed): boolean => 'n' in deed && (story.back.has(deed.n) || world.refused.has(deed.n));
      const deeds = story.deeds.filter((deed) => !gone(deed));
      for (const deed of deeds) if (!('n' in deed && twin.refused.has(deed.n))) await twin.do(deed);
      // Points that a hold kept from others can only be those that were there: another hold is another history.
      fc.pre(deeds.every((deed) => deed.kind !== 'hold' || !twin.refused.has(deed.n)));
      twin.refused.forEach((n) => story.back.add(n));
      const before = story.deeds.length;
      await story.end();
      for (const deed of story.deeds.slice(before)) if (deed.kind === 'wait') await twin.do(deed);
      expect(await world.state()).toEqual(await twin.state());
    }),
    { numRuns: 50 },
  );
}, 300_000);

it('leaves nothing at all when all of it comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
      const world = await World.begin();
      const story = new Story(world);
      for (const one of steps) await story.tell(one.kind === 'buy' ? { ...one, back: true } : one);
      await story.end();
      expect(await world.state()).toEqual({ wallets: [], lots: [], accounts: [], limits: [] });
    }),
    { numRuns: 30 },
  );
}, 300_000);

it('leaves the books in order', async () =>
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null }));
