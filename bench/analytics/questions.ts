import type { AnalyticsStore } from '@adal/analytics/dist/store/analytics-store.js';
import type { AnalyticsContext } from '@adal/analytics/dist/context.js';
import { computeMetric } from '@adal/analytics/dist/features/metrics/compute-metric.js';

/** What a screen asks, and what somebody would write by hand over the facts to know the same. */
export interface Screen {
  readonly what: string;
  readonly aimMs: number;
  readonly asked: readonly Parameters<typeof computeMetric>[1][];
  readonly byHand: readonly string[];
}

const between = (from: string, to: string) => ({
  from: new Date(`${from}T00:00:00+05:00`),
  to: new Date(`${to}T00:00:00+05:00`),
});
const [MONTH, YEAR] = [between('2026-10-01', '2026-10-31'), between('2025-10-31', '2026-10-31')];
const within = ({ from, to }: typeof MONTH): string =>
  `occurred_at >= TIMESTAMP '${from.toISOString().slice(0, 19)}' AND occurred_at < TIMESTAMP '${to.toISOString().slice(0, 19)}'`;

export const screens: readonly Screen[] = [
  {
    what: 'home page: revenue and receipts by day of 30 days, penetration',
    aimMs: 100,
    asked: [
      { key: 'sales.revenue', ...MONTH, grain: 'DAY' },
      { key: 'sales.receipts', ...MONTH, grain: 'DAY' },
      { key: 'penetration.revenue', ...MONTH },
    ],
    byHand: [
      `SELECT business_day, sum(payable_minor) FROM receipts WHERE ${within(MONTH)} GROUP BY 1`,
      `SELECT business_day, count(*) FROM receipts WHERE kind = 'SALE' AND ${within(MONTH)} GROUP BY 1`,
      `SELECT sum(payable_minor) FILTER (identified), sum(payable_minor) FROM receipts WHERE ${within(MONTH)}`,
    ],
  },
  {
    what: 'revenue by store, a year',
    aimMs: 500,
    asked: [{ key: 'sales.revenue', ...YEAR, by: ['store'] }],
    byHand: [`SELECT store_id, sum(payable_minor) FROM receipts WHERE ${within(YEAR)} GROUP BY 1`],
  },
  {
    what: 'revenue by brand and month, a year',
    aimMs: 500,
    asked: [{ key: 'sales.revenue', ...YEAR, grain: 'MONTH', by: ['brand'] }],
    byHand: [
      `SELECT date_trunc('month', business_day), brand, sum(amount_minor) FROM lines WHERE ${within(YEAR)} GROUP BY 1, 2`,
    ],
  },
];

/** The questions of a screen, one after the other, as its owner sees everything. */
export async function askScreen(store: AnalyticsStore, { asked }: Pick<Screen, 'asked'>): Promise<void> {
  const ctx = {
    store,
    actor: { storeIds: null },
    config: { BUSINESS_TIME_ZONE: 'Asia/Almaty' },
  } as unknown as AnalyticsContext;
  for (const question of asked) await computeMetric(ctx, question);
}
