import { type Days, type ReportAsk, whole } from '../reports';
import { askReach } from './reach';

/** What members bought in a period, beside what everybody did. */
export interface FlowSales {
  readonly purchases: number;
  readonly items: number;
  /** Identified and all, on the day at the till; null when goods are asked for, of which rollups know no receipts. */
  readonly receipts: Shared | null;
  readonly revenue: Shared | null;
}

interface Shared {
  readonly members: number;
  readonly all: number;
}

export async function askFlowSales(ask: ReportAsk, days: Days): Promise<FlowSales> {
  const [[bought], [sold]] = await Promise.all([
    askReach(
      ask,
      (reach) => `SELECT toInt64(countIf(r.stands)) AS purchases, toInt64(sum(r.quantity_milli)) AS quantity
        FROM ${reach.bought(days)} AS r WHERE r.member_id IN (SELECT m.member_id FROM members AS m WHERE m.status <> 'CLOSED')`,
    ),
    soldIn(ask, days),
  ]);
  const shared = (name: 'receipts' | 'payable', read: (value: unknown) => number): Shared | null =>
    sold ? { members: read(sold[`members_${name}`] ?? 0), all: read(sold[`all_${name}`] ?? 0) } : null;
  return {
    purchases: Number(bought?.['purchases'] ?? 0),
    items: Number(bought?.['quantity'] ?? 0) / 1_000,
    receipts: shared('receipts', Number),
    revenue: shared('payable', whole),
  };
}

/** Receipts and revenue of members and of all, by what the tills booked in these days. */
async function soldIn(ask: ReportAsk, days: Days): ReturnType<typeof askReach> {
  const places = ask.filters.filter(({ dimension }) => dimension === 'store' || dimension === 'city');
  if (places.length < ask.filters.length) return [];
  return askReach(ask, ({ bind, day, counts }) => {
    const at = places.map(({ dimension, values }) => {
      const among = `IN ${bind('Array(String)', values)}`;
      return dimension === 'store'
        ? `AND f.store_id ${among}`
        : `AND f.store_id IN (SELECT s.store_id FROM stores AS s WHERE s.city ${among})`;
    });
    const where = `WHERE f.business_day >= ${day(days.from)} AND f.business_day <= ${day(days.to)} ${at.join(' ')}`;
    const sums = (receipts: string, test: string, name: string): string =>
      `toInt64(sumIf(${receipts}, f.kind = 'SALE' AND ${test})) AS ${name}_receipts, toInt64(sumIf(f.payable_minor, ${test})) AS ${name}_payable`;
    if (!ask.population)
      return `SELECT ${sums('f.receipts', 'true', 'all')}, ${sums('f.receipts', 'f.identified', 'members')} FROM sales_by_hour AS f ${where}`;
    const all = `SELECT ${sums('f.receipts', 'true', 'all')} FROM sales_by_hour AS f ${where}`;
    return `SELECT * FROM (${all}) AS a, (SELECT ${sums('1', 'true', 'members')} FROM member_receipts AS f ${where} AND ${counts}) AS b`;
  });
}
