// The metrics of the home page and of reports: in all, by month, day, hour, store, brand, category, and of members who come often.
import type { GatewayClient } from '@adal/cli';
import type { Purchase } from './purchases.ts';
import {
  centsOf,
  count,
  dayBefore,
  differentBy,
  isSale,
  memberOf,
  money,
  one,
  share,
  sumsBy,
  written,
  type Answer,
  type Question,
} from './question.ts';
import { OFTEN } from './segment-questions.ts';
import type { DataSet } from './sets.ts';

interface Asked {
  readonly key: string;
  readonly grain?: 'HOUR' | 'DAY' | 'MONTH';
  readonly by?: readonly string[];
  readonly definition?: object;
}

/** Of the chain's clock, by which the graph names the beginnings of buckets. */
const CHAIN_CLOCK = new Intl.DateTimeFormat('sv', {
  timeZone: 'Asia/Almaty',
  dateStyle: 'short',
  timeStyle: 'short',
});
const LETTERS = { HOUR: 13, DAY: 10, MONTH: 7 };

async function askMetric(
  client: GatewayClient,
  { days: [first, last] }: DataSet,
  { key, grain, by, definition }: Asked,
  write: (value: number) => string,
): Promise<Answer> {
  interface Answered {
    metric: { rows: { time: string | null; dimensions: string[]; value: number | null }[] };
  }
  const input = {
    key,
    grain,
    by,
    definition,
    from: `${dayBefore(first, 2)}T00:00:00Z`,
    to: `${dayBefore(last, -2)}T00:00:00Z`,
  };
  const { metric } = await client.ask<Answered>(
    'query Metric($input: MetricInput!) { metric(input: $input) { rows { time dimensions value } } }',
    { input },
  );
  const answer = new Map<string, string>();
  for (const { time, dimensions, value } of metric.rows) {
    const at = time === null || !grain ? [] : [CHAIN_CLOCK.format(new Date(time)).slice(0, LETTERS[grain])];
    // Buckets of the margins around the period hold nothing.
    if (value !== null && (!grain || value !== 0)) answer.set([...at, ...dimensions].join(', '), write(value));
  }
  return answer;
}

const monthOf = ({ day }: Purchase): string => day.slice(0, 7);
const dayOf = ({ day }: Purchase): string => day;
const hourOf = ({ day, hour }: Purchase): string => `${day} ${String(hour).padStart(2, '0')}`;
const all = (): string => '';
const isKnown = ({ member }: Purchase): boolean => member !== null;
const told = (sums: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...sums].filter(([, sum]) => sum !== 0));

const units = (value: number): string => value.toFixed(2);

/** Asks what was counted. */
const question = (set: DataSet, what: string, asked: Asked, counted: Answer, write = units): Question => ({
  what,
  counted,
  asked: (client) => askMetric(client, set, asked, write),
});

function wholes(set: DataSet, purchases: readonly Purchase[]): Question[] {
  const [sales, known] = [purchases.filter(isSale), purchases.filter(isKnown)];
  const revenue = (of: readonly Purchase[]): number => of.reduce((sum, purchase) => sum + centsOf(purchase), 0);
  const average = revenue(purchases) / 100 / sales.length;
  const byRevenue = revenue(known) / revenue(purchases);
  const byReceipts = sales.filter(isKnown).length / sales.length;
  const members = differentBy(sales, all, memberOf);
  return [
    question(set, 'revenue', { key: 'sales.revenue' }, one(money(revenue(purchases)))),
    question(set, 'receipts', { key: 'sales.receipts' }, one(count(sales.length)), count),
    question(set, 'average receipt', { key: 'sales.average_receipt' }, one(share(average)), share),
    question(set, 'penetration by revenue', { key: 'penetration.revenue' }, one(share(byRevenue)), share),
    question(set, 'penetration by receipts', { key: 'penetration.receipts' }, one(share(byReceipts)), share),
    question(set, 'active members', { key: 'members.active' }, written(members, count), count),
  ];
}

function overTime(set: DataSet, purchases: readonly Purchase[]): Question[] {
  const sales = purchases.filter(isSale);
  const revenueBy = (key: (purchase: Purchase) => string): Answer =>
    written(told(sumsBy(purchases, key, centsOf)), money);
  const whose = (purchase: Purchase): string => `${monthOf(purchase)}, ${isKnown(purchase)}`;
  const active = differentBy(sales, monthOf, memberOf);
  const revenue = 'sales.revenue';
  return [
    question(set, 'revenue by month', { key: revenue, grain: 'MONTH' }, revenueBy(monthOf)),
    question(set, 'revenue by day', { key: revenue, grain: 'DAY' }, revenueBy(dayOf)),
    ...(set.hasHours ? [question(set, 'revenue by hour', { key: revenue, grain: 'HOUR' }, revenueBy(hourOf))] : []),
    question(
      set,
      'revenue by month, identified or not',
      { key: revenue, grain: 'MONTH', by: ['identified'] },
      revenueBy(whose),
    ),
    question(
      set,
      'receipts by month',
      { key: 'sales.receipts', grain: 'MONTH' },
      written(
        sumsBy(sales, monthOf, () => 1),
        count,
      ),
      count,
    ),
    question(set, 'active members by month', { key: 'members.active', grain: 'MONTH' }, written(active, count), count),
  ];
}

function byGoods(set: DataSet, purchases: readonly Purchase[]): Question[] {
  const lines = purchases.flatMap((purchase) => purchase.lines.map((line) => ({ ...line, purchase })));
  const sold = lines.filter(({ purchase }) => isSale(purchase));
  const centsBy = (key: (line: (typeof lines)[number]) => string): Answer =>
    written(
      sumsBy(lines, key, ({ cents }) => cents),
      money,
    );
  const receipts = differentBy(
    sold,
    ({ brand }) => brand,
    ({ purchase }) => purchase.id,
  );
  return [
    question(
      set,
      'revenue by category',
      { key: 'sales.revenue', by: ['category'] },
      centsBy(({ category }) => category),
    ),
    question(
      set,
      'revenue by brand',
      { key: 'sales.revenue', by: ['brand'] },
      centsBy(({ brand }) => brand),
    ),
    question(set, 'receipts by brand', { key: 'sales.receipts', by: ['brand'] }, written(receipts, count), count),
  ];
}

/** Of members with so many purchases: a metric over a segment. */
function ofSome(set: DataSet, purchases: readonly Purchase[]): Question[] {
  const often = OFTEN.counted(set, purchases);
  const theirs = purchases.filter(({ member }) => member !== null && often.has(member));
  const asked: Asked = { key: 'sales.revenue', grain: 'MONTH', definition: OFTEN.definition(set, purchases) };
  return [
    question(
      set,
      `revenue by month of members who ${OFTEN.who}`,
      asked,
      written(told(sumsBy(theirs, monthOf, centsOf)), money),
    ),
  ];
}

export const metricQuestions = (set: DataSet, purchases: readonly Purchase[]): Question[] => [
  ...wholes(set, purchases),
  ...overTime(set, purchases),
  ...byGoods(set, purchases),
  ...ofSome(set, purchases),
];
