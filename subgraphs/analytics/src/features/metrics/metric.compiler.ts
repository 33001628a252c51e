import type { Statement } from '../../store/analytics-store';
import { binder, type Bind } from '../../store/binder';
import type { Population } from '../segment-members';
import { isWholeDays, type LocalHours } from './local-hours';
import type { Dimension, Grain, Measure, Metric } from './metric';
import type { DimensionFilter, MetricQuestion } from './metric.question';
import { sources, type DimensionColumn, type Source } from './metric.sources';

/** Rows of an answer at most; the statement asks for one more, which tells that there are too many. */
export const ROWS_MAX = 50_000;

/** Day of the bucket that holds what a level had before the period. */
export const OPENING_DAY = '1970-01-01';

/**
 * Compiles a question to SQL of the common subset. Columns: bucket_day and bucket_hour with a grain, d0 … in the order
 * of `by`, numerator, and denominator when the metric has one. Names come from the registry; whatever a caller wrote
 * is bound. `storeIds` limits the facts to these stores; `hours` is the period by the stores' clocks, null when it has no whole hours;
 * `population` limits the facts to those of its members, which only single facts tell.
 */
export function compileMetric(
  question: MetricQuestion,
  storeIds: readonly string[] | null,
  hours: readonly LocalHours[] | null,
  population: Population,
): Statement {
  const scope: DimensionFilter[] = storeIds ? [{ dimension: 'store', values: storeIds }] : [];
  const filters = [...question.filters, ...scope];
  const asked = [...question.by, ...filters.map((filter) => filter.dimension)];
  const measure = measureFor(question, asked, population ? null : hours);
  const source = sources[measure.source];
  const own = binder();
  const { bind, parameters } = own;
  const at = (instant: Date): string => `fromUnixTimestamp64Milli(${bind('Int64', instant.getTime())})`;
  const groups = [
    ...(question.grain === null
      ? []
      : bucketColumns(question.grain, question.metric.accumulates ? `f.${source.at} < ${at(question.from)}` : null)),
    ...question.by.map((dimension, index) => ({ sql: columnOf(source, dimension).sql, name: `d${index}` })),
  ];
  const conditions = [
    ...(measure.only ? [measure.only] : []),
    ...(hours && source.keptBy
      ? [periodOf(hours, bind)]
      : [
          ...(question.metric.accumulates ? [] : [`f.${source.at} >= ${at(question.from)}`]),
          `f.${source.at} < ${at(question.to)}`,
        ]),
    ...filters.map(({ dimension, values }) => condition(columnOf(source, dimension), values, bind)),
    ...(population ? [population(own)] : []),
  ];
  const joins = new Set(asked.map((dimension) => columnOf(source, dimension).join ?? ''));
  const sql = [
    `SELECT ${[...groups, ...aggregates(measure)].map(({ sql, name }) => `${sql} AS ${name}`).join(', ')}`,
    `FROM ${source.table} AS f ${[...joins].join(' ')}`,
    `WHERE ${conditions.join(' AND ')}`,
    ...(groups.length > 0 ? [`GROUP BY ${groups.map(({ name }) => name).join(', ')}`] : []),
    `LIMIT ${ROWS_MAX + 1}`,
  ].join('\n');
  return { sql, parameters };
}

/** True when rollups may answer for the metric, so that the period by the stores' clocks is of use. */
export const hasRollup = ({ measures }: Metric): boolean => measures.some(({ source }) => sources[source].keptBy);

/** The first measure whose facts know every dimension and the period; the registry has one for each of the metric's. */
function measureFor(
  { metric, grain }: MetricQuestion,
  dimensions: readonly Dimension[],
  hours: readonly LocalHours[] | null,
): Measure {
  const knowsPeriod = ({ keptBy }: Source): boolean => {
    if (!keptBy) return true;
    return hours !== null && (keptBy === 'HOUR' || (grain !== 'HOUR' && isWholeDays(hours)));
  };
  const found = metric.measures.find(({ source }) => {
    return dimensions.every((dimension) => sources[source].dimensions[dimension]) && knowsPeriod(sources[source]);
  });
  if (!found) throw new Error(`${metric.key} cannot be split by ${dimensions.join(', ')}`);
  return found;
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
  if (!column) throw new Error(`${source.table} has no ${dimension}`);
  return column;
}

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

function aggregates({ numerator, denominator }: Measure): Column[] {
  const column = (sql: string, name: string): Column => ({ sql: `toInt64(${sql})`, name });
  return [column(numerator, 'numerator'), ...(denominator ? [column(denominator, 'denominator')] : [])];
}

function condition({ sql, nested }: DimensionColumn, values: readonly string[], bind: Bind): string {
  const among = `${sql} IN ${bind('Array(String)', values)}`;
  if (!nested) return among;
  const below = values
    .filter((value) => value !== '')
    .map((value) => `startsWith(${sql}, ${bind('String', `${value} > `)})`);
  return `(${[among, ...below].join(' OR ')})`;
}
