import fc from 'fast-check';
import { engines } from '../../../test/golden/engines';
import { rfmByHand } from '../../../test/golden/rfm-brute-force';
import { eventsOfSegmentWorld } from '../../../test/golden/segment-events';
import { aSegmentWorld } from '../../../test/golden/segment-world';
import { ANALYST, silent, ZONE } from '../../../test/harness';
import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import { rfmMembers } from './rfm-members';
import { rfmMigration } from './rfm-migration';
import { rfmReport } from './rfm-report';
import { RFM_GRIDS, type RfmGrid, type RfmSettings } from './rfm.grids';
import { cellsOf } from './rfm.rules';
import { printedBounds } from './rfm.settings';

const world = aSegmentWorld(20_240_230);

/** Any grid, cut anyhow, on any day. */
const asked = fc.constantFrom(...RFM_GRIDS).chain((grid) =>
  fc.record({
    grid: fc.constant(grid),
    day: fc.constantFrom(world.today, '2024-02-15', '2024-01-20', '2023-01-01'),
    settings: fc.record({
      windowDays: fc.constantFrom(1, 7, 30, 365),
      cuts: fc.tuple(
        ...grid.axes.map(({ measure, scores }) =>
          fc.option(
            fc
              .uniqueArray(fc.nat(measure === 'MONEY' ? 200_000 : 12), { minLength: scores - 1, maxLength: scores - 1 })
              .map((bounds) => bounds.sort((left, right) => left - right)),
          ),
        ),
      ),
    }),
  }),
);

const inputOf = (grid: RfmGrid, day: string, { windowDays, cuts }: RfmSettings) => ({
  gridId: grid.id,
  day,
  settings: {
    windowDays,
    cuts: grid.axes.map(({ measure }, index) => {
      const bounds = cuts[index];
      return { bounds: bounds ? printedBounds(measure, bounds) : null };
    }),
  },
});

describe.each(engines)('RFM on %s', (name, open) => {
  let ctx: AnalyticsContext;
  let store: AnalyticsStore;
  const numRuns = name === 'DuckDB' ? 60 : 25;
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
    ctx = { store, actor: ANALYST, now: new Date(), config: { BUSINESS_TIME_ZONE: ZONE } } as AnalyticsContext;
  });
  afterAll(() => store.close());

  it('puts every member into the cell that a look at every receipt finds, and into no other', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ grid, day, settings }) => {
        const input = inputOf(grid, day, settings);
        const byHand = rfmByHand(world, grid.axes, settings, day);
        const { edges } = await rfmMembers(ctx, input, cellsOf(grid.axes), { first: 500 });
        expect(edges.map(({ node: { member, ...rest } }) => ({ ...rest, id: member.id }))).toEqual(byHand);
        const report = await rfmReport(ctx, input);
        expect(report.members).toBe(byHand.length);
        for (const { key, members, purchases, revenueMinor } of report.cells) {
          const inside = byHand.filter(({ cell }) => cell === key);
          expect({ key, members, purchases, revenueMinor }).toEqual({
            key,
            members: inside.length,
            purchases: inside.reduce((sum, one) => sum + one.purchases, 0),
            revenueMinor: inside.reduce((sum, one) => sum + one.revenueMinor, 0n),
          });
        }
        expect(report.cells.reduce((sum, { members }) => sum + members, 0)).toBe(report.members);
      }),
      { numRuns },
    );
  }, 240_000);

  it('finds bounds that put everybody where parts of equal size do', async () => {
    const property = fc.asyncProperty(asked, async ({ grid, day, settings: { windowDays } }) => {
      const bySize = inputOf(grid, day, { windowDays, cuts: grid.axes.map(() => null) });
      const { bounds } = await rfmReport(ctx, bySize);
      // Many with the same value leave a score to nobody: such a grid cannot be written with bounds that ascend.
      fc.pre(bounds.every((one, index) => new Set(one).size === (grid.axes[index]?.scores ?? 0) - 1));
      const fixed = inputOf(grid, day, { windowDays, cuts: bounds });
      const membersOf = (input: typeof fixed) => rfmMembers(ctx, input, cellsOf(grid.axes), { first: 500 });
      expect(await membersOf(fixed)).toEqual(await membersOf(bySize));
    });
    await fc.assert(property, { numRuns: 10 });
  }, 240_000);

  it('tells who moved between two days, those who came and who stayed away', async () => {
    for (const grid of RFM_GRIDS) {
      const [before, after] = ['2024-02-01', world.today].map(
        (day) => new Map(rfmByHand(world, grid.axes, grid.defaults, day).map(({ id, cell }) => [id, cell])),
      );
      const byHand = new Map<string, number>();
      for (const id of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
        const flow = JSON.stringify([before?.get(id) ?? null, after?.get(id) ?? null]);
        byHand.set(flow, (byHand.get(flow) ?? 0) + 1);
      }
      const flows = await rfmMigration(ctx, inputOf(grid, world.today, grid.defaults), '2024-02-01');
      const found = flows.map(({ from, to, members }) => [JSON.stringify([from, to]), members] as const);
      expect(new Map(found)).toEqual(byHand);
      expect(found).toHaveLength(byHand.size);
    }
  });
});
