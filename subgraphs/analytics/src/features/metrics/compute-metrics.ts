import { DateTime } from 'luxon';
import type { AnalyticsContext } from '../../context';
import type { Population } from '../segment-members';
import { askScan } from './ask-store';
import { bucketsBetween } from './metric.buckets';
import { compileMetrics, ROWS_MAX, type Days } from './metric.compiler';
import type { Dimension, Grain, Metric } from '../metric-language';
import type { DimensionFilter } from './metric.question';
import { answerRows } from './metric.rows';

/** Several metrics, over days of each store's own clock. */
export interface AskedMetrics extends Days {
  readonly metrics: readonly Metric[];
  readonly grain: Grain | null;
  readonly by: readonly Dimension[];
  readonly filters: readonly DimensionFilter[];
  readonly population: Population;
}

/** What the metrics come to in a bucket, of one combination of dimensions. */
export interface MetricsRow {
  /** Beginning of the bucket by the wall clock, e.g. 2024-02-29T23; '' without a grain. */
  readonly bucket: string;
  readonly dimensions: readonly string[];
  /** By key; null when undefined. */
  readonly values: ReadonlyMap<string, number | null>;
}

/**
 * Computes metrics of the registry together: what comes of the same facts is one statement. By time, then dimensions; without `by`
 * every bucket has a row. A metric that has no facts for a row of another is what it is over nothing. The caller has checked that
 * every metric has the dimensions, and that the actor may see the stores.
 */
export async function computeMetrics(ctx: AnalyticsContext, asked: AskedMetrics): Promise<MetricsRow[]> {
  const { grain, by } = asked;
  const buckets = grain && bucketsOfDays(asked, grain);
  const zone = ctx.config.BUSINESS_TIME_ZONE;
  const scans = compileMetrics({ ...asked, period: asked, zone, storeIds: null });
  const answers = await Promise.all(
    scans.map(async ({ metrics, statement }) => {
      const rows = await askScan(ctx, statement);
      return metrics.map((metric, place) => {
        return { metric, rows: answerRows(rows, { metric, place, by: by.length, buckets }) };
      });
    }),
  );
  return together(answers.flat());
}

/** What a metric comes to where nothing happened: 0 for sums and counts, undefined for averages and shares. */
export const overNothing = ({ measures }: Metric): number | null => (measures[0]?.denominator === undefined ? 0 : null);

function together(answers: readonly { metric: Metric; rows: ReturnType<typeof answerRows> }[]): MetricsRow[] {
  const nothing = answers.map(({ metric }): [string, number | null] => [metric.key, overNothing(metric)]);
  const found = new Map<string, MetricsRow & { values: Map<string, number | null> }>();
  for (const { metric, rows } of answers)
    for (const { bucket, dimensions, value } of rows) {
      const key = [bucket, ...dimensions].join('\u0000');
      const row = found.get(key) ?? { bucket, dimensions, values: new Map(nothing) };
      row.values.set(metric.key, value);
      found.set(key, row);
    }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}

function bucketsOfDays({ firstDay, lastDay }: Days, grain: Grain): string[] {
  const at = (day: string): DateTime => DateTime.fromISO(day, { zone: 'utc' });
  const to = at(lastDay).plus({ days: 1 });
  return bucketsBetween(at(firstDay).toJSDate(), to.toJSDate(), grain, 'utc', ROWS_MAX) ?? [];
}
