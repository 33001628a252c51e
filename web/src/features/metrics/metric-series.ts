import type { MetricChartQuery, MetricValuesFragment } from '@/graphql/generated/graphql';

export interface Split {
  value: string;
  /** Over the whole period; null when undefined. */
  whole: number | null;
}

/** Values of the dimension over the whole period, largest first. */
export function splitsOf(whole: MetricValuesFragment): Split[] {
  return whole.rows
    .map(({ dimensions, value }) => ({ value: dimensions[0] ?? '', whole: value }))
    .sort((left, right) => (right.whole ?? -1) - (left.whole ?? -1));
}

/** As many series as can be told apart in one chart. */
export const seriesMax = 6;

/** The values to draw: the largest ones, or the metric itself when it is not split. */
export function drawnOf({ whole }: MetricChartQuery, by: string | undefined): string[] {
  return by === undefined
    ? ['']
    : splitsOf(whole)
        .slice(0, seriesMax)
        .map(({ value }) => value);
}
