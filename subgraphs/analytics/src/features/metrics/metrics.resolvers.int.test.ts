import { PurchaseConfirmed } from '@adal/events';
import { anEvent, aReceipt } from '../../../test/builders';
import { ANALYST, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';
import { registry } from './metric.registry';

const METRIC = /* GraphQL */ `
  query ($input: MetricInput!) {
    metric(input: $input) {
      key
      unit
      rows {
        time
        dimensions
        value
      }
    }
  }
`;
const DAY = { from: '2026-03-10T00:00:00+05:00', to: '2026-03-11T00:00:00+05:00' };

describe('metric', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(() => analytics.stop());

  const ask = async (input: object, actor = ANALYST): Promise<unknown> => {
    const { data, errors } = await analytics.execute(actor, METRIC, { input: { ...DAY, ...input } });
    return errors?.[0] ? [errors[0].extensions?.['code'], errors[0].message] : data?.['metric'];
  };

  it('answers the revenue of a sale that a till has just booked', async () => {
    await analytics.publish(
      anEvent(PurchaseConfirmed, { receipt: aReceipt(), balance: null, pointsActivateAt: null, pointsExpireAt: null }),
    );
    await soon(async () => {
      expect(await ask({ key: 'sales.revenue', grain: 'DAY' })).toEqual({
        key: 'sales.revenue',
        unit: 'MONEY',
        rows: [{ time: '2026-03-09T19:00:00.000Z', dimensions: [], value: 100 }],
      });
      return true;
    });
    expect(await ask({ key: 'sales.revenue', by: ['store', 'identified'] })).toMatchObject({
      rows: [{ time: null, dimensions: ['S1', 'false'], value: 100 }],
    });
    expect(await ask({ key: 'penetration.receipts' })).toEqual({
      key: 'penetration.receipts',
      unit: 'RATIO',
      rows: [{ time: null, dimensions: [], value: 0 }],
    });
    expect(await ask({ key: 'points.redemption_rate' })).toMatchObject({ rows: [{ value: null }] });
  });

  it.each([
    [
      { key: 'sales.nothing' },
      `There is no metric sales.nothing. There are: ${registry.map(({ key }) => key).join(', ')}.`,
    ],
    [{ key: 'sales.revenue', grain: 'YEAR' }, 'There is no grain YEAR. There are: HOUR, DAY, WEEK, MONTH.'],
    [
      { key: 'penetration.revenue', by: ['identified'] },
      'penetration.revenue has no dimension identified. It has: store, city, brand, category.',
    ],
    [
      { key: 'points.expired', filters: [{ dimension: 'store', values: ['S1'] }] },
      'points.expired has no dimension store. It has none.',
    ],
    [{ key: 'sales.revenue', filters: [{ dimension: 'store', values: [] }] }, 'A filter needs at least one value.'],
    [{ key: 'sales.revenue', to: DAY.from }, 'from must be before to.'],
    [{ key: 'sales.revenue', from: '0001-01-01T00:00:00Z' }, 'from and to must be within the years 1970 to 2148.'],
    [
      { key: 'sales.revenue', grain: 'HOUR', from: '2020-01-01T00:00:00Z' },
      'The period has more than 10000 buckets: ask for a shorter period or a coarser grain.',
    ],
    [{ key: 'sales.revenue', segmentId: 'vip' }, 'There is no segment with this id.'],
  ])('refuses %j and says what exists', async (input, message) => {
    expect(await ask(input)).toEqual(['BAD_USER_INPUT', message]);
  });

  it('counts only the stores of a store manager, and refuses what has no store', async () => {
    const manager = { ...ANALYST, storeIds: ['S2'] };
    expect(await ask({ key: 'sales.receipts' }, manager)).toMatchObject({ rows: [{ value: 0 }] });
    expect(await ask({ key: 'sales.receipts' }, { ...manager, storeIds: ['S1', 'S2'] })).toMatchObject({
      rows: [{ value: 1 }],
    });
    expect(await ask({ key: 'sales.receipts' }, { ...manager, storeIds: [] })).toMatchObject({ rows: [{ value: 0 }] });
    expect(await ask({ key: 'points.expired' }, manager)).toEqual([
      'FORBIDDEN',
      'points.expired cannot be limited to your stores.',
    ]);
  });

  it('lists the registry in three languages', async () => {
    const document =
      '{ metrics { key unit formula additive dimensions grains en: name ru: name(locale: "ru") kk: description(locale: "kk") } }';
    const { data } = await analytics.execute(ANALYST, document);
    const metrics = data?.['metrics'] as { key: string }[];
    expect(metrics).toHaveLength(12);
    expect(metrics[0]).toEqual({
      key: 'sales.revenue',
      unit: 'MONEY',
      formula: expect.any(String),
      additive: true,
      dimensions: ['store', 'city', 'brand', 'category', 'identified'],
      grains: ['HOUR', 'DAY', 'WEEK', 'MONTH'],
      en: 'Revenue',
      ru: 'Выручка',
      kk: expect.stringMatching(/^Сату чектері/),
    });
    const { errors } = await analytics.execute(ANALYST, '{ metrics { name(locale: "de") } }');
    expect(errors?.[0]?.message).toBe('There is no language de. There are: ru, kk, en.');
  });
});

describe('the registry', () => {
  it('has every key once, and a text in every language', () => {
    expect(new Set(registry.map(({ key }) => key)).size).toBe(registry.length);
    for (const { names, descriptions } of registry)
      for (const text of [...Object.values(names), ...Object.values(descriptions)]) expect(text).toMatch(/\S/);
  });
});
