import type { AnalyticsContext } from '@adal/analytics/dist/context.js';
import { behaviourOf } from '@adal/analytics/dist/features/behaviour/behaviour.rules.js';
import { boughtLoader } from '@adal/analytics/dist/features/behaviour/behaviour.queries.js';
import { computeMetric } from '@adal/analytics/dist/features/metrics/compute-metric.js';
import { RFM_GRIDS } from '@adal/analytics/dist/features/rfm/rfm.grids.js';
import { rfmOf } from '@adal/analytics/dist/features/rfm/rfm-report.js';
import { previewSegment } from '@adal/analytics/dist/features/segments/preview-segment.js';
import type { AnalyticsStore } from '@adal/analytics/dist/store/analytics-store.js';

/** What a screen asks, and what somebody would write by hand over the facts, on either engine, to know the same. */
export interface Question {
  readonly what: string;
  readonly aimMs: number;
  ours(store: AnalyticsStore): Promise<unknown>;
  readonly byHand: readonly string[];
}

const TODAY = '2026-10-30';
const between = (from: string, to: string) => ({
  from: new Date(`${from}T00:00:00+05:00`),
  to: new Date(`${to}T00:00:00+05:00`),
});
const [MONTH, YEAR] = [between('2026-10-01', '2026-10-31'), between('2025-10-31', '2026-10-31')];
const within = ({ from, to }: typeof MONTH): string =>
  `occurred_at >= TIMESTAMP '${from.toISOString().slice(0, 19)}' AND occurred_at < TIMESTAMP '${to.toISOString().slice(0, 19)}'`;
const lately = (days: number): string => `business_day > DATE '${TODAY}' - ${days}`;

/** As the owner of the chain, who sees everything; nothing is saved. */
export const contextOf = (store: AnalyticsStore): AnalyticsContext =>
  ({
    store,
    actor: { kind: 'staff', id: 'owner', name: 'Owner', storeIds: null },
    config: { BUSINESS_TIME_ZONE: 'Asia/Almaty' },
    now: new Date(`${TODAY}T12:00:00+05:00`),
    db: {
      manager: {
        query: () => Promise.resolve([]),
        find: () => Promise.resolve([]),
        getRepository: () => ({ findOne: () => Promise.resolve(null) }),
      },
    },
  }) as unknown as AnalyticsContext;

type Asked = Parameters<typeof computeMetric>[1];
const metrics =
  (...asked: readonly Asked[]) =>
  (store: AnalyticsStore): Promise<unknown> => {
    const request = contextOf(store);
    return Promise.all(asked.map((question) => computeMetric(request, question)));
  };

const bought = (of: object, days: number, measure: string, from: number): object => ({
  ...{ kind: 'PURCHASES', of, measure, from, when: { kind: 'LAST_DAYS', days } },
});
const FIVE_CONDITIONS = {
  kind: 'ALL',
  of: [
    { kind: 'GENDER', in: ['FEMALE'] },
    { kind: 'AGE', from: 25, to: 45 },
    { kind: 'CITY', in: ['City 1', 'City 2', 'City 3'] },
    bought({ brands: ['Brand 1', 'Brand 2'] }, 365, 'AMOUNT', 100_000),
    bought({}, 90, 'RECEIPTS', 2),
  ],
};
/** One who buys as often as most. */
const MEMBER = '00002710-0000-7000-8000-000000002710';

/** The first is asked over and over while facts come in. */
export const homePage: Question = {
  what: 'home page: revenue and receipts by day of 30 days, penetration',
  aimMs: 100,
  ours: metrics(
    { key: 'sales.revenue', ...MONTH, grain: 'DAY' },
    { key: 'sales.receipts', ...MONTH, grain: 'DAY' },
    { key: 'penetration.revenue', ...MONTH },
  ),
  byHand: [
    `SELECT business_day, sum(payable_minor) FROM receipts WHERE ${within(MONTH)} GROUP BY 1`,
    `SELECT business_day, count(*) FROM receipts WHERE kind = 'SALE' AND ${within(MONTH)} GROUP BY 1`,
    `SELECT sum(payable_minor) FILTER (WHERE identified), sum(payable_minor) FROM receipts WHERE ${within(MONTH)}`,
  ],
};

const metricQuestions: readonly Question[] = [
  {
    what: 'a sum by store, a year: revenue',
    aimMs: 500,
    ours: metrics({ key: 'sales.revenue', ...YEAR, by: ['store'] }),
    byHand: [`SELECT store_id, sum(payable_minor) FROM receipts WHERE ${within(YEAR)} GROUP BY 1`],
  },
  {
    what: 'a sum by goods and month, a year: revenue by brand',
    aimMs: 500,
    ours: metrics({ key: 'sales.revenue', ...YEAR, grain: 'MONTH', by: ['brand'] }),
    byHand: [
      `SELECT date_trunc('month', business_day), brand, sum(amount_minor) FROM lines WHERE ${within(YEAR)} GROUP BY 1, 2`,
    ],
  },
  {
    what: 'a share by day and store, 30 days: penetration by receipts',
    aimMs: 500,
    ours: metrics({ key: 'penetration.receipts', ...MONTH, grain: 'DAY', by: ['store'] }),
    byHand: [
      `SELECT business_day, store_id, count(*) FILTER (WHERE identified), count(*) FROM receipts WHERE kind = 'SALE' AND ${within(MONTH)} GROUP BY 1, 2`,
    ],
  },
  {
    what: 'a distinct count, 30 days: active members',
    aimMs: 500,
    ours: metrics({ key: 'members.active', ...MONTH }),
    byHand: [`SELECT count(DISTINCT member_id) FROM receipts WHERE identified AND kind = 'SALE' AND ${within(MONTH)}`],
  },
  {
    what: 'a distinct count by goods, 30 days: receipts by category',
    aimMs: 500,
    ours: metrics({ key: 'sales.receipts', ...MONTH, by: ['category'] }),
    byHand: [
      `SELECT category_path, count(DISTINCT receipt_id) FROM lines WHERE kind = 'SALE' AND ${within(MONTH)} GROUP BY 1`,
    ],
  },
  {
    what: 'a level by month, a year: members registered',
    aimMs: 500,
    ours: metrics({ key: 'members.registered', ...YEAR, grain: 'MONTH' }),
    byHand: [`SELECT date_trunc('month', business_day), count(*) FROM members GROUP BY 1`],
  },
  {
    what: 'a sum of movements by month, a year: points issued',
    aimMs: 500,
    ours: metrics({ key: 'points.issued', ...YEAR, grain: 'MONTH' }),
    byHand: [
      `SELECT date_trunc('month', business_day), sum(amount_minor) FROM points WHERE kind = 'EARNED' AND ${within(YEAR)} GROUP BY 1`,
    ],
  },
  {
    what: 'a sum of a segment by month, a year: revenue of women of two cities',
    aimMs: 500,
    ours: metrics({
      ...{ key: 'sales.revenue', ...YEAR, grain: 'MONTH' },
      definition: {
        kind: 'ALL',
        of: [
          { kind: 'GENDER', in: ['FEMALE'] },
          { kind: 'CITY', in: ['City 1', 'City 2'] },
        ],
      },
    }),
    byHand: [
      `SELECT date_trunc('month', business_day), sum(payable_minor) FROM receipts WHERE ${within(YEAR)}
        AND member_id IN (SELECT member_id FROM members WHERE gender = 'FEMALE' AND city IN ('City 1', 'City 2')) GROUP BY 1`,
    ],
  },
];

const memberQuestions: readonly Question[] = [
  {
    what: 'members of a segment of five conditions, counted',
    aimMs: 150,
    ours: (store) => previewSegment(contextOf(store), FIVE_CONDITIONS, 20),
    byHand: [
      `SELECT count(*) FROM members WHERE gender = 'FEMALE' AND birth_date BETWEEN DATE '1980-10-31' AND DATE '2001-10-30'
        AND city IN ('City 1', 'City 2', 'City 3')
        AND member_id IN (SELECT member_id FROM lines WHERE identified AND brand IN ('Brand 1', 'Brand 2') AND ${lately(365)}
          GROUP BY 1 HAVING sum(amount_minor) >= 100000)
        AND member_id IN (SELECT member_id FROM receipts WHERE identified AND kind = 'SALE' AND ${lately(90)} GROUP BY 1 HAVING count(*) >= 2)`,
    ],
  },
  {
    what: 'RFM of all members, by fifths',
    aimMs: 1_000,
    ours: async (store) => {
      const grid = RFM_GRIDS.find(({ id }) => id === 'CLASSIC');
      if (!grid) throw new Error('There is no classic grid');
      return rfmOf(store, { grid, settings: { ...grid.defaults, cuts: [null, null, null] }, day: TODAY });
    },
    byHand: [
      `SELECT r, f, m, count(*) FROM (SELECT ntile(5) OVER (ORDER BY last) AS r, ntile(5) OVER (ORDER BY times) AS f, ntile(5) OVER (ORDER BY spent) AS m
        FROM (SELECT member_id, max(business_day) AS last, count(*) AS times, sum(payable_minor) AS spent FROM receipts
          WHERE identified AND ${lately(365)} GROUP BY 1) AS x) AS y GROUP BY 1, 2, 3`,
    ],
  },
  {
    what: 'customer 360 of a member: favourites, hours, basket, cycle, affinities',
    aimMs: 20,
    ours: async (store) => {
      const { purchases, items } = await boughtLoader(store).load(MEMBER);
      return behaviourOf(purchases, items, TODAY);
    },
    byHand: [
      `SELECT receipt_id, business_day, business_hour, store_id, payable_minor FROM receipts WHERE member_id = '${MEMBER}'`,
      `SELECT sku, category_path, brand, sum(quantity_milli), sum(amount_minor) FROM lines WHERE member_id = '${MEMBER}' GROUP BY 1, 2, 3`,
    ],
  },
];

export const questions: readonly Question[] = [homePage, ...metricQuestions, ...memberQuestions];
