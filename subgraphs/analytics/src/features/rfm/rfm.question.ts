import { DateTime } from 'luxon';
import type { Bind } from '../../store/binder';
import type { RfmAxis, RfmMeasure } from './rfm.grids';
import type { RfmBounds } from './rfm.rules';

/** Whom to score, and how. */
export interface RfmScoring {
  readonly axes: readonly RfmAxis[];
  /** The last day of the window. */
  readonly day: string;
  readonly windowDays: number;
  /** Where scores begin; an axis that is null is cut into parts of equal size, among all who are asked for. */
  readonly bounds: readonly (RfmBounds[number] | null)[];
  /** Only these; all when absent. */
  readonly members?: readonly string[];
}

export const RFM_COLUMNS: Readonly<Record<RfmMeasure, string>> = {
  RECENCY: 'since',
  FREQUENCY: 'purchases',
  MONEY: 'revenue_minor',
};

/** Rows of member_id, since, purchases, revenue_minor and cell: one for each member with a purchase in the window that stands. */
export const scoredMembers = (bind: Bind, scoring: RfmScoring): string =>
  scored(bind, scoring, memberValues(bind, scoring));

/** The same of whatever rows of member_id, since, purchases and revenue_minor. */
export function scored(bind: Bind, scoring: Pick<RfmScoring, 'axes' | 'bounds'>, values: string): string {
  const scores = scoring.axes.map((axis, index) => scoreOf(bind, axis, scoring.bounds[index] ?? null));
  const columns = scores.map((score, index) => `${score} AS s${index}`).join(', ');
  const cell = scores.map((_, index) => `toString(s.s${index})`).join(", '-', ");
  return `SELECT s.member_id AS member_id, s.since AS since, s.purchases AS purchases, s.revenue_minor AS revenue_minor,
    concat(${cell}) AS cell FROM (SELECT b.*, ${columns} FROM (${values}) AS b) AS s`;
}

/**
 * With N members and c of them no better than this one, equals included, the score of n is c·n / N, rounded up: parts of equal size,
 * and who has the same has the same score.
 */
function scoreOf(bind: Bind, { measure, scores }: RfmAxis, bounds: RfmBounds[number] | null): string {
  const value = `b.${RFM_COLUMNS[measure]}`;
  if (bounds === null) {
    const upTo = `toInt64(count() OVER (ORDER BY ${value}${measure === 'RECENCY' ? ' DESC' : ''}))`;
    const all = 'toInt64(count() OVER ())';
    return `intDiv(${upTo} * ${scores} + ${all} - 1, ${all})`;
  }
  const reached = bounds.map(
    (bound) => `if(${value} ${measure === 'RECENCY' ? '<=' : '>='} ${bind('Int64', bound)}, 1, 0)`,
  );
  return ['1', ...reached].join(' + ');
}

/** What members bought in the window, less what came back: a return counts on the day of the sale that it takes from. */
function memberValues(bind: Bind, { day, windowDays, members }: RfmScoring): string {
  const from = DateTime.fromISO(day)
    .minus({ days: windowDays - 1 })
    .toFormat('yyyy-MM-dd');
  const among = members ? ` AND r.member_id IN ${bind('Array(UUID)', members)}` : '';
  const inWindow = `r.sale_day >= toDate(${bind('String', from)}) AND r.sale_day <= toDate(${bind('String', day)})${among}`;
  return `SELECT r.member_id AS member_id, dateDiff('day', maxIf(r.sale_day, r.stands), toDate(${bind('String', day)})) AS since,
      toInt64(countIf(r.stands)) AS purchases, sum(r.payable_minor) AS revenue_minor
    FROM member_receipts AS r
    WHERE ${inWindow} AND r.member_id IN (SELECT m.member_id FROM members AS m WHERE m.status <> 'CLOSED')
    GROUP BY r.member_id HAVING countIf(r.stands) > 0`;
}
