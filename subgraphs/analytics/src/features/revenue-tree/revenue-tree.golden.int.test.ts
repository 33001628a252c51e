import { engines } from '../../../test/golden/engines';
import { takeAll } from '../../../test/golden/take-all';
import { aWorld } from '../../../test/golden/world';
import { ANALYST, ZONE } from '../../../test/harness';
import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore } from '../../store/analytics-store';
import type { ReportAsk } from '../reports';
import { computeRevenueTree, type RevenueTree } from './compute-revenue-tree';
import { revenueTreeReport } from './revenue-tree.report';
import { addUp, NODES, NODE_KEYS, revenueOf } from './revenue-tree.rules';

const world = aWorld(20240301);
const DAYS = { from: '2024-02-29', to: '2024-03-02' };
const BEFORE = { from: '2024-02-26', to: '2024-02-28' };

/** Counted one by one, by days of each store's own clock. */
function byHand({ from, to }: typeof DAYS) {
  const receipts = world.receipts.filter(({ businessDay }) => businessDay >= from && businessDay <= to);
  const sales = receipts.filter(({ kind }) => kind === 'SALE');
  const sum = (some: typeof receipts): bigint => some.reduce((total, one) => total + BigInt(one.payableMinor), 0n);
  const named = sales.filter(({ memberId }) => memberId !== null);
  return {
    buyers: BigInt(new Set(named.map(({ memberId }) => memberId)).size),
    receipts: BigInt(named.length),
    sold: sum(named),
    anonymousReceipts: BigInt(sales.length - named.length),
    anonymousSold: sum(sales) - sum(named),
    returned: -sum(receipts.filter(({ kind }) => kind === 'RETURN')),
  };
}

describe.each(engines)('the revenue tree on %s', (_name, open) => {
  let store: AnalyticsStore;
  beforeAll(async () => {
    store = await open();
    await takeAll(store, world);
  });
  afterAll(() => store.close());

  const ask = (more: Partial<ReportAsk> = {}): Promise<RevenueTree> =>
    computeRevenueTree({
      ctx: { store, actor: ANALYST, config: { BUSINESS_TIME_ZONE: ZONE } } as AnalyticsContext,
      ...{ days: DAYS, compared: BEFORE, comparison: 'PREVIOUS_PERIOD', grain: null, by: null },
      ...{ filters: [], askedFilters: [], population: null, definition: null, windowDays: null, locale: 'en' },
      ...more,
    });

  it('stands on what happened, and its places add up to the change', async () => {
    const { before, after, moved, parts } = await ask();
    expect(after).toMatchObject(byHand(DAYS));
    expect(before).toMatchObject(byHand(BEFORE));
    expect(moved.REVENUE).toBe(revenueOf(after) - revenueOf(before));
    expect(moved.REVENUE).not.toBe(0n);
    for (const whole of NODE_KEYS) {
      const below = NODE_KEYS.filter((key) => NODES[key] === whole);
      if (below.length > 0) expect(below.reduce((total, key) => total + moved[key], 0n)).toBe(moved[whole]);
    }
    expect(parts).toEqual([]);
  });

  it.each(revenueTreeReport.cuts)('comes to the same change by %s', async (by) => {
    const { moved, parts } = await ask({ by });
    expect(parts.length).toBeGreaterThan(1);
    expect(addUp(parts.map((part) => part.moved)).REVENUE).toBe(moved.REVENUE);
    for (const part of parts) expect(part.moved.REVENUE).toBe(revenueOf(part.after) - revenueOf(part.before));
  });

  it('compares with the period before by itself, and says the contrary the other way round', async () => {
    expect((await ask({ compared: null })).compared).toEqual(BEFORE);
    const [forth, back] = [await ask(), await ask({ days: BEFORE, compared: DAYS })];
    for (const key of NODE_KEYS) expect(back.moved[key]).toBe(-forth.moved[key]);
  });

  it('is a table in the report of its name, with a total', async () => {
    const question = { by: 'store' as const, compared: BEFORE };
    const { parts } = await ask(question);
    const body = await revenueTreeReport.compute({
      ctx: { store, actor: ANALYST, config: { BUSINESS_TIME_ZONE: ZONE } } as AnalyticsContext,
      ...{ days: DAYS, comparison: 'PREVIOUS_PERIOD', grain: null, filters: [], askedFilters: [] },
      ...{ population: null, definition: null, windowDays: null, locale: 'ru', ...question },
    });
    expect(body.tables.map(({ key, rows }) => [key, rows.length])).toEqual([
      ['tree', NODE_KEYS.length],
      ['parts', parts.length],
    ]);
    expect(body.tables[1]?.total).toHaveLength(body.tables[1]?.columns.length ?? 0);
  });
});
