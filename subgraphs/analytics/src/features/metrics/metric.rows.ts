import type { Row } from '../../store/analytics-store';
import { UNIT_SCALE, type Metric } from '../metric-language';
import { bucketKey } from './metric.buckets';
import { OPENING_DAY } from './metric.compiler';

/** A row of an answer; bucket '' without a grain. */
export interface MetricRow {
  readonly bucket: string;
  readonly dimensions: string[];
  readonly value: number | null;
}

/** What a group of facts comes to; bucket '' without a grain. Exact until the last division. */
interface Sums {
  readonly bucket: string;
  readonly dimensions: readonly string[];
  readonly numerator: bigint;
  readonly denominator: bigint | null;
}

/** How rows of the store become an answer. */
export interface RowsShape {
  readonly metric: Metric;
  /** Of the metric in the statement. */
  readonly place: number;
  readonly by: number;
  /** Every bucket of the period; null without a grain. */
  readonly buckets: readonly string[] | null;
}

/** Adds up levels, fills buckets without facts where that is promised, divides and sorts: by time, then dimensions. */
export function answerRows(rows: readonly Row[], shape: RowsShape): MetricRow[] {
  let sums = rows.map((row) => sumsOf(row, shape));
  if (shape.metric.accumulates && shape.buckets) sums = accumulate(sums, shape.buckets);
  if (shape.by === 0) sums = fill(sums, shape);
  return sums.sort(inOrder).map(({ bucket, dimensions, ...value }) => ({
    bucket,
    dimensions: [...dimensions],
    value: valueOf(shape.metric, value.numerator, value.denominator),
  }));
}

function sumsOf(row: Row, { by, buckets, metric, place }: RowsShape): Sums {
  const integer = (column: string): bigint => BigInt(row[column]?.toString() ?? 0);
  return {
    bucket: buckets ? bucketKey(String(row['bucket_day']), Number(row['bucket_hour'])) : '',
    dimensions: Array.from({ length: by }, (_, index) => String(row[`d${index}`])),
    numerator: integer(`n${place}`),
    denominator: metric.measures[0]?.denominator === undefined ? null : integer(`m${place}`),
  };
}

/** A level at the end of each bucket, for each combination of dimensions that ever occurs. */
function accumulate(sums: readonly Sums[], buckets: readonly string[]): Sums[] {
  const opening = bucketKey(OPENING_DAY, 0);
  const combinations = Map.groupBy(sums, ({ dimensions }) => JSON.stringify(dimensions));
  const levels: Sums[] = [];
  for (const flows of combinations.values()) {
    const flowOf = new Map(flows.map((flow) => [flow.bucket, flow]));
    const dimensions = flows[0]?.dimensions ?? [];
    let [level, below] = [0n, 0n];
    const isRatio = flows[0]?.denominator != null;
    // A store of another zone may have a bucket just outside of the chain's: its flow must not be lost.
    for (const bucket of [...new Set([opening, ...buckets, ...flowOf.keys()])].sort()) {
      level += flowOf.get(bucket)?.numerator ?? 0n;
      below += flowOf.get(bucket)?.denominator ?? 0n;
      if (bucket !== opening)
        levels.push({ bucket, dimensions, numerator: level, denominator: isRatio ? below : null });
    }
  }
  return levels;
}

/** Nothing happened is an answer too: 0 for sums and counts, undefined for averages and shares. */
function fill(sums: readonly Sums[], { buckets, metric }: RowsShape): Sums[] {
  const present = new Set(sums.map(({ bucket }) => bucket));
  const denominator = metric.measures[0]?.denominator === undefined ? null : 0n;
  const missing = (buckets ?? ['']).filter((bucket) => !present.has(bucket));
  return [...sums, ...missing.map((bucket) => ({ bucket, dimensions: [], numerator: 0n, denominator }))];
}

function valueOf({ unit, denominatorScale = 1 }: Metric, numerator: bigint, denominator: bigint | null): number | null {
  if (denominator === 0n) return null;
  const scale = UNIT_SCALE[unit];
  return (Number(numerator) * denominatorScale) / (denominator === null ? scale : scale * Number(denominator));
}

/** By code point, so that both engines and every locale give the same order. */
function inOrder(left: Sums, right: Sums): number {
  const others = [right.bucket, ...right.dimensions];
  for (const [index, part] of [left.bucket, ...left.dimensions].entries()) {
    const other = others[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
