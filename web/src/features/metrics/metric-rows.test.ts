import { bucketsOf, byBucket } from './metric-rows';

describe('buckets of a period', () => {
  it('name every day, also those without sales', () => {
    expect(bucketsOf('2026-02-27', '2026-03-01', 'DAY')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('begin weeks on Monday and months on the first', () => {
    expect(bucketsOf('2026-11-18', '2026-11-24', 'WEEK')).toEqual(['2026-11-16', '2026-11-23']);
    expect(bucketsOf('2026-01-31', '2026-03-01', 'MONTH')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  });
});

describe('values', () => {
  it("are found by the chain's day of their bucket and by their dimensions", () => {
    const metric = {
      unit: 'MONEY',
      rows: [
        { time: '2026-11-20T19:00:00Z', dimensions: ['true'], value: 10 },
        { time: '2026-11-20T19:00:00Z', dimensions: ['false'], value: 5 },
      ],
    };
    expect(byBucket(metric, 'Asia/Almaty', ([one]) => one === 'true')).toEqual(new Map([['2026-11-21', 10]]));
  });
});
