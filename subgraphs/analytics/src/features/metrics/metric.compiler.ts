import type { ParameterValue, Statement } from '../../store/analytics-store';
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
 * is bound. `storeIds` limits the facts to these stores.
 */
export function compileMetric(question: MetricQuestion, storeIds: readonly string[] | null): Statement {
  const scope: DimensionFilter[] = storeIds ? [{ dimension: 'store', values: storeIds }] : [];
  const filters = [...question.filters, ...scope];
  const asked = [...question.by, ...filters.map((filter) => filter.dimension)];
  const measure = measureFor(question.metric, asked);
  const source = sources[measure.source];
  const { bind, parameters } = binder();
  const at = (instant: Date): string => `fromUnixTimestamp64Milli(${bind('Int64', instant.getTime())})`;
  const groups = [
    ...(question.grain === null
      ? []
      : bucketColumns(question.grain, question.metric.accumulates ? `f.${source.at} < ${at(question.from)}` : null)),
    ...question.by.map((dimension, index) => ({ sql: columnOf(source, dimension).sql, name: `d${index}` })),
  ];
  const conditions = [
    ...(measure.only ? [measure.only] : []),
    ...(question.metric.accumulates ? [] : [`f.${source.at} >= ${at(question.from)}`]),
    `f.${source.at} < ${at(question.to)}`,
    ...filters.map(({ dimension, values }) => condition(columnOf(source, dimension), values, bind)),
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

/** The first measure whose facts know every dimension asked for; the registry has one for each of the metric's. */
function measureFor(metric: Metric, dimensions: readonly Dimension[]): Measure {
  const found = metric.measures.find(({ source }) =>
    dimensions.every((dimension) => sources[source].dimensions[dimension]),
  );
  if (!found) throw new Error(`${metric.key} cannot be split by ${dimensions.join(', ')}`);
  return found;
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

type Bind = (type: string, value: ParameterValue) => string;

function condition({ sql, nested }: DimensionColumn, values: readonly string[], bind: Bind): string {
  const among = `${sql} IN ${bind('Array(String)', values)}`;
  if (!nested) return among;
  const below = values
    .filter((value) => value !== '')
    .map((value) => `startsWith(${sql}, ${bind('String', `${value} > `)})`);
  return `(${[among, ...below].join(' OR ')})`;
}

function binder(): { bind: Bind; parameters: Record<string, ParameterValue> } {
  const parameters: Record<string, ParameterValue> = {};
  const bind: Bind = (type, value) => {
    const name = `p${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `{${name}:${type}}`;
  };
  return { bind, parameters };
}
