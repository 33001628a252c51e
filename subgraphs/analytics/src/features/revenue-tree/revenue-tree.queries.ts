import { computeMetrics, findMetric, type Dimension, type Metric } from '../metrics';
import type { Days, ReportAsk } from '../reports';
import { NOTHING, type Sums } from './revenue-tree.rules';

const metric = (key: string): Metric => {
  const found = findMetric(key);
  if (!found) throw new Error(`There is no metric ${key}`);
  return found;
};
const [BUYERS, RECEIPTS, UNITS, SOLD, RETURNED] = [
  metric('members.active'),
  metric('sales.receipts'),
  metric('sales.units_sold'),
  metric('sales.gross_revenue'),
  metric('sales.returns'),
];

/** What sales of some days come to, by value of a dimension; '' alone without one. */
export async function sumsOf(
  { ctx, filters, population }: Pick<ReportAsk, 'ctx' | 'filters' | 'population'>,
  { from, to }: Days,
  by: Dimension | null,
): Promise<Map<string, Sums>> {
  const asked = { firstDay: from, lastDay: to, grain: null, filters, population };
  const parts = by === null ? [] : [by];
  const [sales, buyers] = await Promise.all([
    computeMetrics(ctx, { ...asked, metrics: [RECEIPTS, UNITS, SOLD, RETURNED], by: ['identified', ...parts] }),
    computeMetrics(ctx, { ...asked, metrics: [BUYERS], by: parts }),
  ]);
  const found = new Map<string, Sums>();
  const add = (value: string, more: Partial<Sums>): void => {
    found.set(value, { ...(found.get(value) ?? NOTHING), ...more });
  };
  for (const { dimensions, values } of buyers) add(dimensions[0] ?? '', { buyers: whole(values, BUYERS, 1) });
  for (const { dimensions, values } of sales) {
    const value = dimensions[1] ?? '';
    const [receipts, units] = [whole(values, RECEIPTS, 1), whole(values, UNITS, 1_000)];
    const [sold, gave] = [whole(values, SOLD, 100), whole(values, RETURNED, 100)];
    const returned = (found.get(value)?.returned ?? 0n) + gave;
    if (dimensions[0] === 'true') add(value, { receipts, units, sold, returned });
    else add(value, { anonymousReceipts: receipts, anonymousUnits: units, anonymousSold: sold, returned });
  }
  return found;
}

/** An amount as the integer that it is in the store. */
const whole = (values: ReadonlyMap<string, number | null>, { key }: Metric, scale: number): bigint =>
  BigInt(Math.round((values.get(key) ?? 0) * scale));
