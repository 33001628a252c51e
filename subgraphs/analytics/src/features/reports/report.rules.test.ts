import fc from 'fast-check';
import { comparedBucket, comparedDays, countOf, daysOfBucket, overlap, plus } from './report.rules';

const days = (from: string, to: string): { from: string; to: string } => ({ from, to });

describe('what a period is compared with', () => {
  it('is as many days just before', () => {
    expect(comparedDays(days('2026-03-01', '2026-03-31'), 'PREVIOUS_PERIOD')).toEqual(days('2026-01-29', '2026-02-28'));
    expect(comparedDays(days('2024-03-01', '2024-03-01'), 'PREVIOUS_PERIOD')).toEqual(days('2024-02-29', '2024-02-29'));
  });

  it('is the same days a year before; 29 February becomes the 28th', () => {
    expect(comparedDays(days('2024-02-01', '2024-02-29'), 'YEAR_BEFORE')).toEqual(days('2023-02-01', '2023-02-28'));
  });

  it('ends on the day before it begins, and is as long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_800 }), (first, more) => {
        const from = plus('1980-01-01', { days: first });
        const period = days(from, plus(from, { days: more }));
        const before = comparedDays(period, 'PREVIOUS_PERIOD');
        expect(plus(before.to, { days: 1 })).toBe(period.from);
        expect(countOf(before)).toBe(countOf(period));
      }),
    );
  });

  it('has its buckets in the same places', () => {
    const quarter = days('2026-01-01', '2026-03-31');
    expect(comparedBucket('2026-03-01', 'MONTH', quarter, 'YEAR_BEFORE')).toBe('2025-03-01');
    expect(comparedBucket('2026-03-01', 'MONTH', quarter, 'PREVIOUS_PERIOD')).toBe('2025-12-01');
    expect(comparedBucket('2025-12-29', 'WEEK', quarter, 'YEAR_BEFORE')).toBe('2024-12-30');
    expect(comparedBucket('2026-01-12', 'WEEK', quarter, 'YEAR_BEFORE')).toBe('2025-01-13');
    expect(comparedBucket('2024-02-29', 'DAY', days('2024-02-01', '2024-02-29'), 'YEAR_BEFORE')).toBe('2023-02-28');
  });
});

describe('buckets', () => {
  it('are the days that a drill asks for, within the period', () => {
    expect(daysOfBucket('2024-02-01', 'MONTH')).toEqual(days('2024-02-01', '2024-02-29'));
    expect(daysOfBucket('2024-02-26', 'WEEK')).toEqual(days('2024-02-26', '2024-03-03'));
    expect(daysOfBucket('2024-02-29', 'HOUR')).toEqual(days('2024-02-29', '2024-02-29'));
    expect(overlap(days('2024-02-26', '2024-03-03'), days('2024-03-01', '2024-03-31'))).toEqual(
      days('2024-03-01', '2024-03-03'),
    );
    expect(overlap(days('2024-02-01', '2024-02-02'), days('2024-03-01', '2024-03-31'))).toBeNull();
  });
});
