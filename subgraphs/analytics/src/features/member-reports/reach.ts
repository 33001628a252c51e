import { binder, type Bind } from '../../store/binder';
import type { Row } from '../../store/analytics-store';
import { askStore, type Dimension } from '../metrics';
import type { Days, ReportAsk } from '../reports';
import { betweenDays, goodsTests, namesGoods, type Goods } from '../segment-language';

/** Days of sales, both inside; null is open. */
export interface SaleDays {
  readonly from: string | null;
  readonly to: string;
}

/** What a report counts, as SQL of the common subset. */
export interface Reach {
  readonly bind: Bind;
  /** A day, bound. */
  day(text: string): string;
  /** That a row `f` is of a member who counts. */
  readonly counts: string;
  /** True when all purchases of everybody count, so that features of members know of them. */
  readonly isWhole: boolean;
  /**
   * Purchases and what came back of them, by the day of the sale: rows of member_id, sale_day, sale_hour, sale_store_id,
   * amount_minor, quantity_milli and stands. Goods are told apart by lines: then a row is what is left of a purchase.
   */
  bought(days: SaleDays, only?: string): string;
  /** Rows `p` of the members who count, each with what its rows `r` of `from` come to. */
  perMember(from: string, columns: string): string;
}

/** Puts a question about the members and purchases that the report is narrowed to. */
export async function askReach(ask: ReportAsk, sql: (reach: Reach) => string): Promise<Row[]> {
  const own = binder();
  const of = goodsOf(ask);
  const population = ask.population?.(own) ?? null;
  const counts = population ?? "f.member_id IN (SELECT m.member_id FROM members AS m WHERE m.status <> 'CLOSED')";
  const reach: Reach = {
    bind: own.bind,
    day: (text) => `toDate(${own.bind('String', text)})`,
    counts,
    isWhole: Object.keys(of).length === 0,
    bought: (days, only) => {
      const sold = [betweenDays(own, 'f.sale_day', days), ...goodsTests(own, of)].join(' AND ');
      const rest = [...(population ? [population] : []), ...(only ? [only] : [])];
      const test = [sold, ...rest].join(' AND ');
      return namesGoods(of) ? boughtLines(test) : boughtReceipts(test);
    },
    perMember: (from, columns) =>
      `SELECT f.* FROM (SELECT r.member_id AS member_id, ${columns} FROM ${from} AS r GROUP BY r.member_id) AS f WHERE ${population ? 'true' : counts}`,
  };
  const statement = { sql: sql(reach), parameters: own.parameters };
  return askStore(ask.ctx, statement);
}

function boughtReceipts(test: string): string {
  return `(SELECT f.member_id AS member_id, f.sale_day AS sale_day, f.sale_hour AS sale_hour, f.sale_store_id AS sale_store_id,
      f.payable_minor AS amount_minor, f.quantity_milli AS quantity_milli, f.promo_minor AS promo_minor,
      f.points_earned_minor AS points_earned_minor, f.points_spent_minor AS points_spent_minor, f.stands AS stands
    FROM member_receipts AS f WHERE ${test})`;
}

function boughtLines(test: string): string {
  return `(SELECT f.member_id AS member_id, min(f.sale_day) AS sale_day, min(f.sale_hour) AS sale_hour, min(f.sale_store_id) AS sale_store_id,
      sum(f.amount_minor) AS amount_minor, sum(f.quantity_milli) AS quantity_milli, sum(f.quantity_milli) > 0 AS stands
    FROM member_lines AS f WHERE ${test}
    GROUP BY f.member_id, if(f.original_receipt_id = '', f.receipt_id, f.original_receipt_id))`;
}

const NAMES: Readonly<Partial<Record<Dimension, 'stores' | 'cities' | 'brands' | 'categories'>>> = {
  store: 'stores',
  city: 'cities',
  brand: 'brands',
  category: 'categories',
};
/** Nobody's: the stores asked for are none of those that the actor may see. */
const NONE = ['-'];

/** What purchases the report is narrowed to, in the language of segments. */
export function goodsOf({ filters }: Pick<ReportAsk, 'filters'>): Goods {
  const of: { stores?: string[]; cities?: string[]; brands?: string[]; categories?: string[] } = {};
  for (const { dimension, values } of filters) {
    const name = NAMES[dimension];
    if (!name) continue;
    const both = of[name]?.filter((value) => values.includes(value)) ?? [...values];
    of[name] = both.length > 0 ? both : NONE;
  }
  return of;
}

/** So many days that end with a day. */
export const daysUpTo = (to: string, count: number): Days => ({ from: dayAfter(to, 1 - count), to });

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
