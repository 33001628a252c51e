import { whole, type Days, type ReportAsk } from '../reports';
import { askReach } from './reach';

/** What members bought in a period beside what everybody did; null when goods are asked for, of which rollups know no receipts. */
export interface FlowShares {
  /** Identified and all, on the day at the till. */
  readonly receipts: Shared | null;
  readonly revenue: Shared | null;
}

interface Shared {
  readonly members: number;
  readonly all: number;
}

/** Receipts and revenue of members and of all, by what the tills booked in these days. */
export async function askFlowShares(ask: ReportAsk, days: Days): Promise<FlowShares> {
  const places = ask.filters.filter(({ dimension }) => dimension === 'store' || dimension === 'city');
  if (places.length < ask.filters.length) return { receipts: null, revenue: null };
  const [sold] = await askReach(ask, ({ bind, day, counts }) => {
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
  const shared = (name: 'receipts' | 'payable', read: (value: unknown) => number): Shared => ({
    members: read(sold?.[`members_${name}`] ?? 0),
    all: read(sold?.[`all_${name}`] ?? 0),
  });
  return { receipts: shared('receipts', Number), revenue: shared('payable', whole) };
}
