import { HolidayChanged, MembersImported, ReceiptsImported, type HolidaySnapshot } from '@adal/events';
import { aMember, anEvent, aReceipt, type SealedEvent } from '../../../test/builders';
import { engines } from '../../../test/golden/engines';
import { ANALYST, silent, ZONE } from '../../../test/harness';
import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import { compileSegment, segmentPlan } from '../segment-language';
import { computeMetric } from './compute-metric';

/** What clocks show in Almaty, five hours ahead of UTC. */
const FRIDAY = { occurredAt: '2026-11-20T18:30:00Z', businessDay: '2026-11-20', businessHour: 23 };
/** Half past eleven of Friday by UTC. */
const SATURDAY = { occurredAt: '2026-11-20T23:30:00Z', businessDay: '2026-11-21', businessHour: 4 };
/** Still Sunday by UTC. */
const MONDAY = { occurredAt: '2026-11-22T19:30:00Z', businessDay: '2026-11-23', businessHour: 0 };
const PERIOD = { from: new Date('2026-11-19T19:00:00Z'), to: new Date('2026-11-23T19:00:00Z') };

const buyers = [FRIDAY, SATURDAY, MONDAY].map((at, index) => ({
  at,
  memberId: `00000000-0000-7000-8000-00000000000${index}`,
}));
const nameOf = new Map(buyers.map(({ at, memberId }) => [memberId, at.businessDay]));
const sales = [
  anEvent(MembersImported, { importId: 'm', members: buyers.map(({ memberId }) => aMember({ memberId })) }),
  anEvent(ReceiptsImported, {
    importId: 'r',
    receipts: buyers.map(({ at, memberId }) => aReceipt({ ...at, memberId, recordedAt: at.occurredAt })),
  }),
];

describe.each(engines)('the calendar on %s', (_name, open) => {
  let store: AnalyticsStore;
  beforeEach(async () => {
    store = await open();
    await take(...sales);
  });
  afterEach(() => store.close());

  const take = async (...events: readonly SealedEvent[]): Promise<void> => {
    const parts = { store, zone: ZONE, log: silent, keep: () => Promise.reject(new Error('Nothing is to be kept')) };
    const messages = events.map(({ subject, text }, index) => ({ sequence: index + 1, subject, text }));
    await takeIn(parts, { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null }, messages);
  };
  const told = (day: string, revision: number, kind: HolidaySnapshot['kind']): Promise<void> =>
    take(anEvent(HolidayChanged, { holidays: [{ day, key: 'DAY', revision, kind }] }));

  /** Days of receipts that are days off: by segments, which metrics agree with, from rollups and from facts. */
  const daysOff = async (): Promise<string[]> => {
    const plan = segmentPlan();
    const moment = { today: '2026-11-25', now: new Date(), zone: ZONE, rfm: () => null, segment: () => null };
    const bought = (dayKind: 'DAY_OFF' | 'WORKING_DAY') =>
      compileSegment(
        plan,
        { kind: 'PURCHASES', of: { dayKind }, when: { kind: 'EVER' }, measure: 'RECEIPTS', from: 1 },
        moment,
      );
    const rows = await store.query(plan.flags([bought('DAY_OFF'), bought('WORKING_DAY')], null));
    const isTrue = (value: unknown): boolean => value === true || Number(value) === 1;
    for (const row of rows) expect(isTrue(row['s0'])).toBe(!isTrue(row['s1']));
    const off = rows.filter((row) => isTrue(row['s0'])).map((row) => nameOf.get(String(row['member_id'])) ?? '');
    for (const from of [PERIOD.from, new Date(PERIOD.from.getTime() + 1)])
      expect(await counted({ ...PERIOD, from })).toEqual({ weekend: off.length, workday: 3 - off.length });
    return off.sort();
  };
  const counted = async (period: typeof PERIOD): Promise<object> => {
    const ctx = { store, actor: ANALYST, config: { BUSINESS_TIME_ZONE: ZONE } } as AnalyticsContext;
    const ask = async (key: string) => (await computeMetric(ctx, { key, ...period })).rows[0]?.value;
    return { weekend: await ask('sales.receipts.weekend'), workday: await ask('sales.receipts.workday') };
  };

  it('goes by the clock of the store, not by UTC', async () => {
    expect(await daysOff()).toEqual([SATURDAY.businessDay]);
  });

  it('turns a day over when its row comes, changes or goes; what came before is passed over, in whatever order it comes', async () => {
    await told(FRIDAY.businessDay, 2, 'PUBLIC');
    await told(FRIDAY.businessDay, 2, 'PUBLIC');
    expect(await daysOff()).toEqual([FRIDAY.businessDay, SATURDAY.businessDay]);
    await told(FRIDAY.businessDay, 1, 'RETAIL');
    await told(MONDAY.businessDay, 3, 'DAY_OFF');
    expect(await daysOff()).toEqual([FRIDAY.businessDay, SATURDAY.businessDay, MONDAY.businessDay]);
    await told(FRIDAY.businessDay, 4, 'RETAIL');
    await told(MONDAY.businessDay, 6, null);
    await told(MONDAY.businessDay, 5, 'DAY_OFF');
    expect(await daysOff()).toEqual([SATURDAY.businessDay]);
  });

  it('makes a Saturday that was moved a working day, unless it is a holiday', async () => {
    await told(SATURDAY.businessDay, 1, 'WORKING');
    expect(await daysOff()).toEqual([]);
    await take(
      anEvent(HolidayChanged, {
        holidays: [{ day: SATURDAY.businessDay, key: 'HOLIDAY', revision: 2, kind: 'PUBLIC' }],
      }),
    );
    expect(await daysOff()).toEqual([SATURDAY.businessDay]);
  });
});
