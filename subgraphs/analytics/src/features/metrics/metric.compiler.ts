import { badInput } from '@adal/service';
import { DateTime } from 'luxon';
import type { Statement } from '../../store/analytics-store';
import { binder, type Bind } from '../../store/binder';
import {
  sources,
  type Asked,
  type Dimension,
  type DimensionColumn,
  type Grain,
  type Measure,
  type Metric,
  type Source,
} from '../metric-language';
import type { Population } from '../segment-members';
import { isWholeDays, type LocalHours } from './local-hours';
import type { DimensionFilter, MetricQuestion } from './metric.question';

/** Rows of an answer at most; the statement asks for one more, which tells that there are too many. */
export const ROWS_MAX = 50_000;

/** Day of the bucket that holds what a level had before the period. */
export const OPENING_DAY = '1970-01-01';

/** From an instant to before another. */
interface Instants extends Pick<MetricQuestion, 'from' | 'to'> {
  /** The same by the stores' clocks; null when it has no whole hours there. */
  readonly hours: readonly LocalHours[] | null;
}

/** Days of each store's own clock, both inside. */
export interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What is asked of several metrics at once. */
export interface MetricsQuestion extends Pick<MetricQuestion, 'grain' | 'by' | 'filters'> {
  readonly metrics: readonly Metric[];
  readonly period: Instants | Days;
  /** The chain's, by which days are instants and instants days for facts that are made for the question. */
  readonly zone: string;
  /** The facts are limited to these stores. */
  readonly storeIds: readonly string[] | null;
  /** The facts are limited to those of its members, which only single facts tell. */
  readonly population: Population;
}

/** Metrics that one statement answers, each in the columns of its place: n0 and, below the line, m0; n1 and m1; … */
export interface Scan {
  readonly metrics: readonly Metric[];
  readonly statement: Statement;
}

/**
 * Compiles a question to SQL of the common subset: metrics of the same facts share a statement. Columns: bucket_day and bucket_hour
 * with a grain, d0 … in the order of `by`, then those of the metrics. Names come from the registry; whatever a caller wrote is bound.
 * Throws BAD_USER_INPUT when no facts know all that is asked for at once.
 */
export function compileMetrics(question: MetricsQuestion): Scan[] {
  const scope: DimensionFilter[] = question.storeIds ? [{ dimension: 'store', values: question.storeIds }] : [];
  const filters = [...question.filters, ...scope];
  const asked = [...question.by, ...filters.map((filter) => filter.dimension)];
  const measured = question.metrics.map((metric) => ({ metric, measure: measureFor(question, metric, asked) }));
  const together = Map.groupBy(measured, ({ metric, measure }) =>
    JSON.stringify([measure.source, measure.only, metric.accumulates]),
  );
  return [...together.values()].map((parts) => ({
    metrics: parts.map(({ metric }) => metric),
    statement: scan({ ...question, filters }, asked, parts),
  }));
}

type Measured = { readonly metric: Metric; readonly measure: Measure };

function scan(question: MetricsQuestion, asked: readonly Dimension[], parts: readonly Measured[]): Statement {
  const [first] = parts;
  if (!first) throw new Error('Nothing is measured');
  const source = sources[first.measure.source];
  const own = binder();
  const { bind, parameters } = own;
  const period = askedPeriod(question, bind);
  const { since, before } = boundsOf(question, source, bind);
  const { accumulates } = first.metric;
  const groups = [
    ...(question.grain === null ? [] : bucketColumns(question.grain, accumulates ? `NOT (${since()})` : null)),
    ...question.by.map((dimension, index) => ({ sql: sqlOf(columnOf(source, dimension), period), name: `d${index}` })),
  ];
  const conditions = [
    ...(first.measure.only ? [`(${first.measure.only})`] : []),
    ...(accumulates ? [] : [since()]),
    before(),
    ...question.filters.map(({ dimension, values }) => condition(columnOf(source, dimension), values, period)),
    ...(question.population ? [question.population(own)] : []),
  ];
  const columns = [...groups, ...parts.flatMap(({ measure }, place) => aggregates(measure, place))];
  const joins = new Set(asked.map((dimension) => columnOf(source, dimension).join ?? ''));
  const sql = [
    `SELECT ${columns.map(({ sql, name }) => `${sql} AS ${name}`).join(', ')}`,
    `FROM ${typeof source.table === 'string' ? source.table : source.table(period)} AS f ${[...joins].join(' ')}`,
    `WHERE ${conditions.join(' AND ')}`,
    ...(groups.length > 0 ? [`GROUP BY ${groups.map(({ name }) => name).join(', ')}`] : []),
    `LIMIT ${ROWS_MAX + 1}`,
  ].join('\n');
  return { sql, parameters };
}

/** True when rollups may answer for the metric, so that the period by the stores' clocks is of use. */
export const hasRollup = ({ measures }: Metric): boolean => measures.some(({ source }) => sources[source].keptBy);

/** The period as instants and as days of the chain. */
function askedPeriod({ period, grain, zone }: MetricsQuestion, bind: Bind): Asked {
  if ('firstDay' in period) {
    const [first, last] = [period.firstDay, period.lastDay].map((day) => DateTime.fromISO(day, { zone }));
    if (!first || !last) throw new Error('A period has two days');
    const to = last.plus({ days: 1 }).toJSDate();
    return { from: first.toJSDate(), to, firstDay: period.firstDay, lastDay: period.lastDay, grain, bind };
  }
  const day = (ms: number): string => DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd');
  const { from, to } = period;
  return { from, to, firstDay: day(from.getTime()), lastDay: day(to.getTime() - 1), grain, bind };
}

/** The first measure whose facts know every dimension and the period. */
function measureFor(
  { grain, by, period, population }: MetricsQuestion,
  metric: Metric,
  dimensions: readonly Dimension[],
): Measure {
  const knowsPeriod = ({ keptBy, ofDays }: Source): boolean => {
    if (ofDays) return 'firstDay' in period && grain !== 'HOUR' && !population;
    if (!keptBy) return true;
    if (population || ('hours' in period && period.hours === null)) return false;
    if (keptBy === 'HOUR') return true;
    return grain !== 'HOUR' && (!('hours' in period) || (period.hours !== null && isWholeDays(period.hours)));
  };
  const found = metric.measures.find(({ source, within }) => {
    if (within && !by.includes(within)) return false;
    return dimensions.every((dimension) => sources[source].dimensions[dimension]) && knowsPeriod(sources[source]);
  });
  if (!found) throw badInput(`${metric.key} cannot be told by ${dimensions.join(', ')} at once.`);
  return found;
}

/** Conditions that a fact is not before the period, and that it is not after it. */
function boundsOf(
  { period }: MetricsQuestion,
  { at, keptBy }: Source,
  bind: Bind,
): { readonly since: () => string; readonly before: () => string } {
  // Made of the period already.
  if (at === null) return { since: () => 'true', before: () => 'true' };
  if ('firstDay' in period) {
    const day = (text: string): string => `toDate(${bind('String', text)})`;
    return {
      since: () => `f.business_day >= ${day(period.firstDay)}`,
      before: () => `f.business_day <= ${day(period.lastDay)}`,
    };
  }
  const { hours } = period;
  if (keptBy && hours) return { since: () => periodOf(hours, bind), before: () => 'true' };
  const instant = (time: Date): string => `fromUnixTimestamp64Milli(${bind('Int64', time.getTime())})`;
  return { since: () => `f.${at} >= ${instant(period.from)}`, before: () => `f.${at} < ${instant(period.to)}` };
}

/** The hours of each store's clock. */
function periodOf(hours: readonly LocalHours[], bind: Bind): string {
  const named = hours.flatMap(({ storeIds }) => storeIds ?? []);
  const parts = hours.map(({ storeIds, from, to }) => {
    const day = (text: string): string => `toDate(${bind('String', text)})`;
    const conditions = [
      `f.business_day >= ${day(from.day)}`,
      `f.business_day ${to.hour === 0 ? '<' : '<='} ${day(to.day)}`,
    ];
    if (from.hour > 0)
      conditions.push(`(f.business_day > ${day(from.day)} OR f.business_hour >= ${bind('Int64', from.hour)})`);
    if (to.hour > 0)
      conditions.push(`(f.business_day < ${day(to.day)} OR f.business_hour < ${bind('Int64', to.hour)})`);
    if (storeIds) conditions.push(`f.store_id IN ${bind('Array(String)', storeIds)}`);
    else if (named.length > 0) conditions.push(`f.store_id NOT IN ${bind('Array(String)', named)}`);
    return conditions.join(' AND ');
  });
  return `(${parts.join(' OR ')})`;
}

function columnOf(source: Source, dimension: Dimension): DimensionColumn {
  const column = source.dimensions[dimension];
  if (!column) throw new Error(`These facts have no ${dimension}`);
  return column;
}

const sqlOf = ({ sql }: DimensionColumn, asked: Asked): string => (typeof sql === 'string' ? sql : sql(asked));

interface Column {
  readonly sql: string;
  readonly name: string;
}

/** `before` tells facts that precede the period: a level gathers them in one bucket of their own. */
function bucketColumns(grain: Grain, before: string | null): Column[] {
  const day = {
    HOUR: 'f.business_day',
    DAY: 'f.business_day',
    WEEK: 'toMonday(f.business_day)',
    MONTH: 'toStartOfMonth(f.business_day)',
  }[grain];
  const hour = grain === 'HOUR' ? 'f.business_hour' : '0';
  return [
    { sql: before ? `if(${before}, toDate('${OPENING_DAY}'), ${day})` : day, name: 'bucket_day' },
    { sql: before ? `if(${before}, 0, ${hour})` : hour, name: 'bucket_hour' },
  ];
}

function aggregates({ numerator, denominator }: Measure, place: number): Column[] {
  const column = (sql: string, name: string): Column => ({ sql: `toInt64(${sql})`, name });
  return [column(numerator, `n${place}`), ...(denominator ? [column(denominator, `m${place}`)] : [])];
}

function condition(column: DimensionColumn, values: readonly string[], asked: Asked): string {
  const sql = sqlOf(column, asked);
  const { bind } = asked;
  const among = `${sql} IN ${bind('Array(String)', values)}`;
  if (!column.nested) return among;
  const below = values
    .filter((value) => value !== '')
    .map((value) => `startsWith(${sql}, ${bind('String', `${value} > `)})`);
  return `(${[among, ...below].join(' OR ')})`;
}
