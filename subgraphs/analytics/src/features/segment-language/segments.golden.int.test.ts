import fc from 'fast-check';
import { engines } from '../../../test/golden/engines';
import { holds } from '../../../test/golden/segment-brute-force';
import { eventsOfSegmentWorld } from '../../../test/golden/segment-events';
import { aNode } from '../../../test/golden/segment-nodes';
import { aSegmentWorld, lotsAt } from '../../../test/golden/segment-world';
import { rfmScoring } from '../../../test/golden/rfm-brute-force';
import { silent, ZONE } from '../../../test/harness';
import type { AnalyticsStore } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import type { Moment } from './moment';
import { compileSegment } from './segment.compiler';
import { parseDefinition, type SegmentNode } from './segment-definition';
import { narrowedPlan } from './narrowed-plan';
import { segmentPlan } from './segment-plan';

const drawn = aSegmentWorld(20_240_229);
const world = { ...drawn, lots: lotsAt(drawn.lots, drawn.now) };
const at: Moment = {
  today: world.today,
  now: world.now,
  zone: ZONE,
  rfm: (gridId) => rfmScoring(gridId, world.today),
  segment: () => null,
};

describe.each(engines)('segments on %s', (name, open) => {
  let store: AnalyticsStore;
  beforeAll(async () => {
    store = await open();
    const parts = { store, zone: ZONE, log: silent, keep: () => Promise.reject(new Error('Nothing is to be kept')) };
    const messages = eventsOfSegmentWorld(world).map(({ subject, text }, index) => ({
      sequence: index + 1,
      subject,
      text,
    }));
    await takeIn(parts, { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null }, messages);
    await store.refreshFeatures();
  });
  afterAll(() => store.close());

  const found = async (node: SegmentNode): Promise<string[]> => {
    const { plan } = await narrowedPlan(store, node, at);
    const rows = await store.query(plan.members(compileSegment(plan, node, at)));
    return rows.map((row) => String(row['member_id'])).sort();
  };
  const byHand = (node: SegmentNode): string[] =>
    world.members
      .filter((member) => member.status !== 'CLOSED' && holds(world, node, member))
      .map(({ memberId }) => memberId)
      .sort();

  it('are who a look at every fact finds', async () => {
    await fc.assert(
      fc.asyncProperty(aNode, async (node) => {
        expect(parseDefinition(node)).toEqual(node);
        expect(await found(node)).toEqual(byHand(node));
      }),
      { numRuns: name === 'DuckDB' ? 300 : 100 },
    );
  }, 240_000);

  it('are the same for some members as for all, several at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aNode, { minLength: 2, maxLength: 6 }), async (nodes) => {
        const plan = segmentPlan();
        const some = world.members.slice(5, 15).map(({ memberId }) => memberId);
        const expressions = nodes.map((node) => compileSegment(plan, node, at));
        const rows = await store.query(plan.flags(expressions, some));
        for (const [index, node] of nodes.entries()) {
          const inside = rows.filter((row) => row[`s${index}`] === true || Number(row[`s${index}`]) === 1);
          const ids = inside.map((row) => String(row['member_id'])).sort();
          expect(ids).toEqual(byHand(node).filter((id) => some.includes(id)));
        }
      }),
      { numRuns: name === 'DuckDB' ? 60 : 20 },
    );
  }, 240_000);
});
