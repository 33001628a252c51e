import { engines } from '../../../test/golden/engines';
import { holds } from '../../../test/golden/segment-brute-force';
import { POOLS } from '../../../test/golden/segment-coupons';
import { eventsOfSegmentWorld } from '../../../test/golden/segment-events';
import { aSegmentWorld } from '../../../test/golden/segment-world';
import { silent, ZONE } from '../../../test/harness';
import type { AnalyticsStore } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import { compileSegment } from './segment.compiler';
import { parseDefinition, type SegmentNode } from './segment-definition';
import { segmentPlan } from './segment-plan';

const world = aSegmentWorld(20_240_302);
const at = { ...world, zone: ZONE, rfm: () => null, segment: () => null };
const month = { kind: 'LAST_DAYS' as const, days: 30 };
const ever = { kind: 'EVER' as const };
const [open = '', , closed = ''] = POOLS;

const DEFINITIONS: readonly SegmentNode[] = [
  { kind: 'COUPONS_RECEIVED', when: ever, from: 4 },
  { kind: 'COUPONS_RECEIVED', pools: [open], promotions: ['Spring'], when: month },
  { kind: 'COUPONS_REDEEMED', when: month },
  { kind: 'COUPONS_REDEEMED', pools: [open, closed], promotions: ['Autumn'], when: ever },
  { kind: 'COUPONS_USABLE', pools: [open] },
  { kind: 'COUPONS_USABLE', promotions: [], from: 2 },
  { kind: 'COUPONS_EXPIRING', when: { kind: 'DAYS', fromDays: 0, toDays: 7 } },
  { kind: 'COUPONS_EXPIRING', when: { kind: 'CALENDAR', unit: 'MONTH', ahead: 0 }, promotions: ['Spring', 'Autumn'] },
  { kind: 'COUPONS_EXPIRED', when: ever },
  { kind: 'COUPONS_EXPIRED', when: { kind: 'LAST_DAYS', days: 2 }, pools: [closed] },
  {
    kind: 'ALL',
    of: [
      { kind: 'COUPONS_RECEIVED', when: ever },
      { kind: 'COUPONS_REDEEMED', when: ever, to: 0 },
    ],
  },
];

describe.each(engines)('coupons on %s', (_name, openEngine) => {
  let store: AnalyticsStore;
  beforeAll(async () => {
    store = await openEngine();
    const keep = (): Promise<never> => Promise.reject(new Error('Nothing is to be kept'));
    const from = { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null };
    const messages = eventsOfSegmentWorld(world).map((event, index) => ({ ...event, sequence: index + 1 }));
    await takeIn({ store, zone: ZONE, log: silent, keep }, from, messages);
  });
  afterAll(() => store.close());

  it.each(DEFINITIONS.map((node) => [JSON.stringify(node), node] as const))(
    'finds whom a look at every coupon finds: %s',
    async (_text, node) => {
      expect(parseDefinition(node)).toEqual(node);
      const plan = segmentPlan();
      const rows = await store.query(plan.members(compileSegment(plan, node, at)));
      const living = world.members.filter(({ status }) => status !== 'CLOSED');
      const byHand = living.filter((member) => holds(world, node, member)).map(({ memberId }) => memberId);
      expect(rows.map((row) => String(row['member_id'])).sort()).toEqual(byHand.sort());
      // It tells people apart.
      expect(byHand.length).toBeGreaterThan(0);
      expect(byHand.length).toBeLessThan(living.length);
    },
  );
});
