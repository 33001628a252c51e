import type { Dimension, DimensionFilter, Grain } from '../metrics';
import { daysOfBucket, overlap, reportDrill, type Days, type ReportAsk, type ReportDrill } from '../reports';
import type { MetricTableShape } from './metric-table';
import type { ValuesRow } from './metric-values';

/** A month has days, a week has days, a day has hours, and an hour has receipts. */
const FINER: Readonly<Record<Grain, Grain | null>> = { MONTH: 'DAY', WEEK: 'DAY', DAY: 'HOUR', HOUR: null };
/** What a value of a dimension is looked into by. */
const INSIDE: Readonly<Partial<Record<Dimension, Dimension>>> = { city: 'store', brand: 'category', category: 'brand' };

/** What is behind a row: the same report, narrowed to it, one step finer; where it knows nothing finer, the receipts. */
export function drillOf(row: ValuesRow, shape: MetricTableShape, ask: ReportAsk): ReportDrill | null {
  const narrowed = shape.by.map((dimension, index): DimensionFilter => ({
    dimension,
    values: [row.dimensions[index] ?? ''],
  }));
  const days = shape.grain ? overlap(daysOfBucket(row.bucket.slice(0, 10), shape.grain), ask.days) : ask.days;
  // A store of another zone may have a bucket just outside of the period.
  if (!days) return null;
  const next = shape.grain && FINER[shape.grain];
  const finer = next && shape.drill.grains.includes(next) ? next : null;
  if (shape.grain && !finer) {
    const hour = shape.grain === 'HOUR' ? Number(row.bucket.slice(11)) : null;
    return receiptsDrill(days, hour, [...ask.filters, ...narrowed], ask);
  }
  const inside = shape.by.map((dimension) => INSIDE[dimension]).find((next) => next && shape.drill.cuts.includes(next));
  return reportDrill(
    ask,
    { report: shape.drill.key, days, grain: finer, by: finer ? null : (inside ?? null) },
    narrowed,
  );
}

/** Receipts, when their screen can show just these; null when it would show others, too. */
function receiptsDrill(
  days: Days,
  hour: number | null,
  filters: readonly DimensionFilter[],
  { population }: ReportAsk,
): ReportDrill | null {
  const only = (dimension: Dimension): string[] => [
    ...new Set(filters.filter((filter) => filter.dimension === dimension).flatMap(({ values }) => values)),
  ];
  const [stores, identified] = [only('store'), only('identified')];
  const others = filters.some(({ dimension }) => dimension !== 'store' && dimension !== 'identified');
  if (population || others || stores.length > 1 || identified.length > 1) return null;
  return {
    __typename: 'ReportDrillReceipts',
    ...days,
    hour,
    storeId: stores[0] ?? null,
    isIdentified: identified[0] === undefined ? null : identified[0] === 'true',
  };
}
