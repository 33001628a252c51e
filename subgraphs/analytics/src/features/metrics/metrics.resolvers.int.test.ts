import { randomUUID } from 'node:crypto';
import { MembersImported, PurchaseConfirmed } from '@adal/events';
import { aLine, aMember, anEvent, aReceipt, type SealedEvent } from '../../../test/builders';
import { ANALYST, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';
import type { SegmentNode } from '../segment-language';
import { SegmentMemberRow, SegmentRow } from '../segment-members';
import { findMetric, registry } from './metric.registry';

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

const MAY = { occurredAt: '2026-05-10T07:00:00Z', businessDay: '2026-05-10', businessHour: 12 };

async function save({ db }: TestAnalytics, over: Partial<SegmentRow>): Promise<string> {
  const id = randomUUID();
  const texts = { name: id, description: '', folder: '', owner: 'Analyst' };
  const times = { refreshedAt: null, createdAt: new Date(), updatedAt: new Date() };
  const row = {
    id,
    ...texts,
    ...times,
    definition: null,
    version: 1,
    expiresOn: null,
    size: 0,
    sequence: '0',
    ...over,
  };
  await db.manager.insert(SegmentRow, row);
  return id;
}

const dimensionsOf = (key: string): string => findMetric(key)?.dimensions.join(', ') ?? '';

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
      `There is no metric sales.nothing. There are: ${registry
        .slice(0, 12)
        .map(({ key }) => key)
        .join(', ')}. See metrics.`,
    ],
    [{ key: 'sales.revenue', grain: 'YEAR' }, 'There is no grain YEAR. There are: HOUR, DAY, WEEK, MONTH.'],
    [
      { key: 'penetration.revenue', by: ['identified'] },
      `penetration.revenue has no dimension identified. It has: ${dimensionsOf('penetration.revenue')}.`,
    ],
    [
      { key: 'points.expired', filters: [{ dimension: 'store', values: ['S1'] }] },
      `points.expired has no dimension store. It has: ${dimensionsOf('points.expired')}.`,
    ],
    [{ key: 'sales.revenue', by: ['brand', 'tender'] }, 'sales.revenue cannot be told by brand, tender at once.'],
    [{ key: 'members.churned', grain: 'HOUR' }, 'There is no grain HOUR. There are: DAY, WEEK, MONTH.'],
    [{ key: 'points.expiring', grain: 'DAY' }, 'There is no grain DAY. There are none.'],
    [{ key: 'sales.revenue', filters: [{ dimension: 'store', values: [] }] }, 'A filter needs at least one value.'],
    [{ key: 'sales.revenue', to: DAY.from }, 'from must be before to.'],
    [{ key: 'sales.revenue', from: '0001-01-01T00:00:00Z' }, 'from and to must be within the years 1970 to 2148.'],
    [
      { key: 'sales.revenue', grain: 'HOUR', from: '2020-01-01T00:00:00Z' },
      'The period has more than 10000 buckets: ask for a shorter period or a coarser grain.',
    ],
    [{ key: 'sales.revenue', segmentId: 'vip' }, 'There is no segment with this id.'],
    [{ key: 'sales.revenue', segmentId: randomUUID() }, 'There is no segment with this id.'],
    [{ key: 'sales.revenue', definition: { kind: 'ALL', of: 1 } }, 'definition.of: ALL needs a list of conditions.'],
    [
      { key: 'sales.revenue', segmentId: randomUUID(), definition: { kind: 'ALL', of: [] } },
      'Ask for a segment or for a definition, not for both.',
    ],
  ])('refuses %j and says what exists', async (input, message) => {
    expect(await ask(input)).toEqual(['BAD_USER_INPUT', message]);
  });

  it('counts only members of a segment, of a group, or for whom a definition holds', async () => {
    const [woman, man] = [randomUUID(), randomUUID()];
    const news = { balance: null, pointsActivateAt: null, pointsExpireAt: null };
    const bought = (memberId: string, amountMinor: number): SealedEvent =>
      anEvent(PurchaseConfirmed, { receipt: aReceipt({ memberId, lines: [aLine({ amountMinor })], ...MAY }), ...news });
    await analytics.publish(
      anEvent(MembersImported, {
        importId: 'm',
        members: [aMember({ memberId: woman, gender: 'FEMALE' }), aMember({ memberId: man, gender: 'MALE' })],
      }),
      bought(woman, 30_000),
      bought(man, 4_000),
    );
    const revenue = async (asked: object): Promise<unknown> => {
      const answer = await ask({
        key: 'sales.revenue',
        from: '2026-05-01T00:00:00Z',
        to: '2026-06-01T00:00:00Z',
        ...asked,
      });
      return (answer as { rows: { value: number }[] }).rows[0]?.value;
    };
    await soon(async () => (await revenue({})) === 340);
    const women: SegmentNode = { kind: 'GENDER', in: ['FEMALE'] };
    const followed = await save(analytics, { kind: 'SEGMENT', definition: women });
    const over = await save(analytics, { kind: 'SEGMENT', definition: women, expiresOn: '2026-01-01' });
    const group = await save(analytics, { kind: 'GROUP' });
    await analytics.db.manager.insert(SegmentMemberRow, { segmentId: group, memberId: man, since: new Date() });
    expect(await revenue({ definition: women })).toBe(300);
    expect(await revenue({ segmentId: followed })).toBe(300);
    expect(await revenue({ segmentId: group })).toBe(40);
    expect(await revenue({ segmentId: over })).toBe(0);
    expect(await revenue({ segmentId: followed, key: 'members.active', by: [] })).toBe(1);
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
    expect(metrics).toHaveLength(registry.length);
    expect(metrics[0]).toEqual({
      key: 'sales.revenue',
      unit: 'MONEY',
      formula: expect.any(String),
      additive: true,
      dimensions: expect.arrayContaining(['store', 'city', 'brand', 'category', 'identified']),
      grains: ['HOUR', 'DAY', 'WEEK', 'MONTH'],
      en: 'Revenue',
      ru: 'Выручка',
      kk: expect.stringMatching(/^Сату чектері/),
    });
    const one = await analytics.execute(
      ANALYST,
      '{ metricDefinition(key: "points.redemption_rate") { group isLevel lineage { metrics tables { name columns } } } none: metricDefinition(key: "x") { key } }',
    );
    expect(one.data).toEqual({
      metricDefinition: {
        group: 'points',
        isLevel: false,
        lineage: {
          metrics: ['points.redeemed', 'points.issued'],
          tables: [{ name: 'points', columns: ['amount_minor', 'kind', 'occurred_at'] }],
        },
      },
      none: null,
    });
    const { errors } = await analytics.execute(ANALYST, '{ metrics { name(locale: "de") } }');
    expect(errors?.[0]?.message).toBe('There is no language de. There are: ru, kk, en.');
  });
});
