import { DateTime } from 'luxon';
import type { Row } from '../../store/analytics-store';
import { binder, type Bind } from '../../store/binder';
import { askStore, type Grain } from '../metrics';
import { daysOfBucket, plus, whole, type Days, type ReportAsk } from '../reports';

/** Movements of one kind, those that give apart from those that take. */
export interface Moved {
  readonly kind: string;
  readonly amount: number;
}

/** What became of points: the ledger's accounts as movements tell them. */
export const PARTS = {
  /** Earned, granted, brought along, and given by hand. */
  issued: ({ kind, amount }: Moved) => (kind === 'EARNED' || (GIVEN.has(kind) && amount > 0) ? amount : 0),
  /** Paid with, less what returns gave back. */
  spent: ({ kind, amount }: Moved) => (kind === 'SPENT' ? amount : kind === 'SPENT_BACK' ? -amount : 0),
  /** Less what returns brought back to life. */
  expired: ({ kind, amount }: Moved) => (kind === 'EXPIRED' ? amount : 0),
  /** Taken back: by returns, corrections, and gifts that were undone. */
  reversed: ({ kind, amount }: Moved) =>
    kind === 'EARNED_BACK' ? amount : GIVEN.has(kind) && amount < 0 ? -amount : 0,
} as const;
const GIVEN = new Set(['GRANT', 'OPENING_BALANCE', 'ADJUSTMENT']);
export type Part = keyof typeof PARTS;
export const PART_NAMES = ['issued', 'spent', 'expired', 'reversed'] as const;

/** A part of what moved, in whole points. */
export const partOf = (part: Part, moved: readonly Moved[]): number =>
  moved.reduce((sum, one) => sum + PARTS[part](one), 0) / 100;

/** By how much a movement changes what is owed to members: a sum of its own over kinds, so that it proves the parts. */
export const OWED = `if(f.kind IN ('EARNED', 'SPENT_BACK', 'GRANT', 'OPENING_BALANCE', 'ADJUSTMENT', 'CROSSED'), f.amount_minor,
  if(f.kind IN ('SPENT', 'EARNED_BACK', 'EXPIRED'), 0 - f.amount_minor, 0))`;

export interface PointsFacts {
  readonly bind: Bind;
  day(text: string): string;
  /** That a movement counts: of the stores and members asked for. */
  readonly where: string;
  within(days: Days): string;
}

/** Puts a question about movements of points `f` that the report is narrowed to. */
export async function askPoints(ask: ReportAsk, sql: (facts: PointsFacts) => string): Promise<Row[]> {
  const own = binder();
  const day = (text: string): string => `toDate(${own.bind('String', text)})`;
  const places = ask.filters.map(({ dimension, values }) => {
    const among = `IN ${own.bind('Array(String)', values)}`;
    return dimension === 'city'
      ? `f.store_id IN (SELECT s.store_id FROM stores AS s WHERE s.city ${among})`
      : `f.store_id ${among}`;
  });
  const where = ['true', ...places, ...(ask.population ? [ask.population(own)] : [])].join(' AND ');
  const facts: PointsFacts = {
    bind: own.bind,
    day,
    where,
    within: ({ from, to }) => `f.business_day >= ${day(from)} AND f.business_day <= ${day(to)}`,
  };
  const statement = { sql: sql(facts), parameters: own.parameters };
  return askStore(ask.ctx, statement);
}

const STORES = 'LEFT JOIN stores AS s ON s.store_id = f.store_id';

/** What moved, by part of the period: rows of bucket, kind and amount. */
export async function askMoved(ask: ReportAsk, days: Days, bucket: string): Promise<Map<string, Moved[]>> {
  const rows = await askPoints(
    ask,
    ({
      where,
      within,
    }) => `SELECT ${bucket} AS bucket, f.kind AS kind, f.amount_minor > 0 AS gives, toInt64(sum(f.amount_minor)) AS amount
      FROM points AS f ${bucket.includes('s.city') ? STORES : ''} WHERE ${within(days)} AND ${where} GROUP BY bucket, kind, gives`,
  );
  const moved = rows.map((row) => ({
    bucket: String(row['bucket']),
    kind: String(row['kind']),
    amount: Number(row['amount']),
  }));
  return Map.groupBy(moved, (one) => one.bucket);
}

/** The first day of the part of the period in which a movement lies, as SQL. */
export const bucketSql = ({ grain }: Pick<ReportAsk, 'grain'>): string =>
  grain === 'DAY' ? 'f.business_day' : grain === 'WEEK' ? 'toMonday(f.business_day)' : 'toStartOfMonth(f.business_day)';

/** Every part of the period, by its first day and by its last, which lies within the period. */
export function bucketsOf({ days, grain }: Pick<ReportAsk, 'days' | 'grain'>): { first: string; last: string }[] {
  const unit = grain ?? 'MONTH';
  const found: { first: string; last: string }[] = [];
  let first = beginOf(days.from, unit);
  while (first <= days.to) {
    const { to } = daysOfBucket(first, unit);
    found.push({ first, last: to < days.to ? to : days.to });
    first = plus(to, { days: 1 });
  }
  return found;
}

const beginOf = (day: string, unit: Grain): string =>
  unit === 'DAY'
    ? day
    : DateTime.fromISO(day)
        .startOf(unit === 'WEEK' ? 'week' : 'month')
        .toFormat('yyyy-MM-dd');

/** What is asked for lies in single stores: of what has no store nothing is known. */
export const isOfStores = ({ filters }: Pick<ReportAsk, 'filters'>): boolean => filters.length > 0;

/** What was owed before a period, and at its end, in whole points: all movements of the past added up. */
export async function askOwed(ask: ReportAsk, { from, to }: Days): Promise<{ opening: number; closing: number }> {
  const [row] = await askPoints(
    ask,
    ({
      day,
      where,
    }) => `SELECT toInt64(sumIf(${OWED}, f.business_day < ${day(from)})) AS opening, toInt64(sum(${OWED})) AS closing
      FROM points AS f WHERE f.business_day <= ${day(to)} AND ${where}`,
  );
  return { opening: whole(row?.['opening'] ?? 0), closing: whole(row?.['closing'] ?? 0) };
}
