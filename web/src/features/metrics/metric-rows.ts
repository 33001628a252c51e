import { addDays, clockIn, type LocalDate } from '@/fmt/dates';
import type { MetricValuesFragment } from '@/graphql/generated/graphql';

/** The single value of a metric without grain and dimensions. */
export function totalOf(metric: MetricValuesFragment): number | null {
  return metric.rows[0]?.value ?? null;
}

export function sumOf(metric: MetricValuesFragment): number {
  return metric.rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
}

/** First days of the buckets of a period, also of those in which nothing happened. */
export function bucketsOf(from: LocalDate, to: LocalDate, grain: string): LocalDate[] {
  const buckets: LocalDate[] = [];
  for (let day = bucketOf(from, grain); day <= to; day = nextBucket(day, grain)) buckets.push(day);
  return buckets;
}

/** Values by the first day of their bucket, of the rows whose dimensions pass. */
export function byBucket(
  metric: MetricValuesFragment,
  timeZone: string,
  passes: (dimensions: string[]) => boolean = () => true,
): Map<LocalDate, number | null> {
  const rows = metric.rows.filter((row) => passes(row.dimensions));
  return new Map(rows.flatMap(({ time, value }) => (time === null ? [] : [[clockIn(timeZone, time).date, value]])));
}

/** First day of the bucket that a day is in. */
export function bucketOf(day: LocalDate, grain: string): LocalDate {
  if (grain === 'MONTH') return `${day.slice(0, 7)}-01`;
  if (grain === 'DAY') return day;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

function nextBucket(day: LocalDate, grain: string): LocalDate {
  if (grain === 'DAY') return addDays(day, 1);
  return grain === 'WEEK' ? addDays(day, 7) : bucketOf(addDays(day, 31), 'MONTH');
}
