import { beginningOf, bucketsBetween } from './metric.buckets';

const ALMATY = 'Asia/Almaty';
const between = (
  from: string,
  to: string,
  grain: Parameters<typeof bucketsBetween>[2],
  zone = ALMATY,
): string[] | null => bucketsBetween(new Date(from), new Date(to), grain, zone, 1_000);

describe('buckets', () => {
  it('cover every bucket that the period touches', () => {
    expect(between('2026-03-09T19:00:00Z', '2026-03-11T19:00:00Z', 'DAY')).toEqual(['2026-03-10T00', '2026-03-11T00']);
    expect(between('2026-03-10T08:59:59Z', '2026-03-10T10:00:00Z', 'HOUR')).toEqual(['2026-03-10T13', '2026-03-10T14']);
    expect(between('2026-01-31T18:59:59Z', '2026-02-28T19:00:01Z', 'MONTH')).toEqual([
      '2026-01-01T00',
      '2026-02-01T00',
      '2026-03-01T00',
    ]);
  });

  it('of weeks begin on Monday, across the year’s end too', () => {
    expect(between('2026-12-30T00:00:00Z', '2027-01-04T19:00:01Z', 'WEEK')).toEqual(['2026-12-28T00', '2027-01-04T00']);
  });

  it('count an hour that the clock shows twice once: Almaty on 29 February 2024', () => {
    expect(between('2024-02-29T16:00:00Z', '2024-02-29T20:00:00Z', 'HOUR')).toEqual([
      '2024-02-29T22',
      '2024-02-29T23',
      '2024-03-01T00',
    ]);
    expect(between('2024-02-28T18:00:00Z', '2024-03-01T19:00:00Z', 'DAY')).toEqual(['2024-02-29T00', '2024-03-01T00']);
  });

  it('leave out an hour that the clock skips', () => {
    expect(between('2026-03-29T00:00:00Z', '2026-03-29T02:00:00Z', 'HOUR', 'Europe/Berlin')).toEqual([
      '2026-03-29T01',
      '2026-03-29T03',
    ]);
  });

  it('are refused beyond the most', () => {
    expect(
      bucketsBetween(new Date('2026-01-01T00:00:00Z'), new Date('2026-01-05T00:00:00Z'), 'HOUR', 'UTC', 96),
    ).toHaveLength(96);
    expect(
      bucketsBetween(new Date('2026-01-01T00:00:00Z'), new Date('2026-01-05T00:00:01Z'), 'HOUR', 'UTC', 96),
    ).toBeNull();
  });
});

describe('the beginning of a bucket', () => {
  it.each([
    ['2024-02-29T00', '2024-02-28T18:00:00.000Z'],
    ['2024-02-29T23', '2024-02-29T17:00:00.000Z'],
    ['2024-03-01T00', '2024-02-29T19:00:00.000Z'],
    ['2024-03-02T00', '2024-03-01T19:00:00.000Z'],
  ])('%s in Almaty is %s', (key, instant) => {
    expect(beginningOf(key, ALMATY).toISOString()).toBe(instant);
  });
});
