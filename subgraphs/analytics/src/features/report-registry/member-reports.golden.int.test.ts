import fc from 'fast-check';
import { engines } from '../../../test/golden/engines';
import { boughtByHand, holds } from '../../../test/golden/segment-brute-force';
import { eventsOfSegmentWorld } from '../../../test/golden/segment-events';
import { aSegmentWorld, dayBefore } from '../../../test/golden/segment-world';
import { aToldContext, type ReportContext } from '../../../test/golden/report-context';
import { byPlace, drilled, drillsOf } from '../../../test/golden/report-rows';
import { ZONE } from '../../../test/harness';
import type { AnalyticsStore } from '../../store/analytics-store';
import { compileSegment, segmentPlan, type Goods, type Moment, type SegmentNode } from '../segment-language';
import type { AskedReport } from '../reports/report.ask';
import { runReport, type Report } from '../reports/run-report';
import { brandReports } from '../brand-reports';
import { memberReports } from '../member-reports';

const world = aSegmentWorld(20_240_301);
const today: Moment = {
  ...{ today: world.today, now: new Date(`${world.today}T12:00:00Z`), zone: ZONE },
  rfm: () => null,
  segment: () => null,
};
const women: SegmentNode = { kind: 'GENDER', in: ['FEMALE'] };
const PERIODS = [
  { from: dayBefore(30), to: world.today },
  { from: dayBefore(45), to: dayBefore(20) },
];
const NARROWED: Pick<AskedReport, 'filters' | 'definition'>[] = [
  {},
  { filters: [{ dimension: 'store', values: ['S1', 'S9'] }] },
  { filters: [{ dimension: 'city', values: ["Alma's"] }], definition: women },
  { filters: [{ dimension: 'brand', values: ['Arman'] }] },
  { filters: [{ dimension: 'category', values: ['Shoes'] }], definition: women },
];

const presets = [...memberReports, ...brandReports];
/** Cells whose segments are put to the engine, too, of a report with many. */
const CELLS_ASKED = 40;

/** Ways to ask a report, by its key; one with a cell for every hour of the week is asked few. */
const asks = presets.flatMap(({ key, filters, grains, windowDays, comparable }) =>
  (key === 'visits-heatmap' ? PERIODS.slice(1) : PERIODS).flatMap((period, index) =>
    NARROWED.slice(0, key === 'visits-heatmap' ? 2 : 5)
      .filter(({ filters: own = [] }) => own?.every(({ dimension }) => filters.some((one) => one === dimension)))
      .map((narrowed) => ({ key, ...period, ...narrowed }))
      .map((asked) => ({
        ...asked,
        ...(grains.length > 0 ? { grain: grains[index % grains.length] } : {}),
        ...(windowDays.length > 0 ? { windowDays: 30 } : {}),
        ...(comparable && index === 0 ? { compare: 'PREVIOUS_PERIOD' as const } : {}),
      })),
  ),
);

describe.each(engines)('reports about members on %s', (_name, open) => {
  let told: ReportContext;
  beforeAll(async () => {
    told = await aToldContext(open, eventsOfSegmentWorld(world), today.now);
  });
  afterAll(() => told.close());

  const ask = (asked: AskedReport): Promise<Report> => runReport(told.ctx, presets, asked);

  it.each(presets.map(({ key }) => key))(
    '%s: every cell of members is who a look at every fact finds, and who the segment it leads to finds',
    async (key) => {
      for (const asked of asks.filter((one) => one.key === key)) {
        const report = await ask(asked);
        expect(report.checks.filter(({ holds: isRight }) => !isRight)).toEqual([]);
        const cells = drilled(report);
        expect(cells.length).toBeGreaterThan(0);
        const byHand = cells.map(({ definition }) => membersByHand(definition).length);
        expect({ asked, cells: cells.map(({ value }) => value) }).toEqual({ asked, cells: byHand });
        const every = Math.ceil(cells.length / CELLS_ASKED);
        const isAsked = (_: unknown, index: number): boolean => index % every === 0;
        const definitions = cells.filter(isAsked).map(({ definition }) => definition);
        expect(await countAll(told.ctx.store, definitions)).toEqual(byHand.filter(isAsked));
      }
    },
    240_000,
  );

  it('counts what the members of a row bought', async () => {
    for (const [key, tables] of [
      ['purchase-matrix', ['cells']],
      ['activity-types', ['mixes']],
      ['brand-mix', ['classes']],
    ] as const)
      for (const asked of asks.filter((one) => one.key === key)) {
        const report = await ask(asked);
        for (const table of report.tables.filter((one) => tables.some((name) => name === one.key)))
          for (const row of rowsOf(table)) {
            // Stores that nobody told of are of no format.
            const told = key === 'brand-mix' ? { stores: storesOf(asked).filter((id) => id !== 'S9') } : {};
            const { purchases, revenue } = boughtOf(membersByHand(row.definition), ofFacts(asked), told);
            expect({ asked, row: row.values.get('revenue') }).toEqual({ asked, row: revenue });
            if (row.values.has('purchases'))
              expect({ asked, row: row.values.get('purchases') }).toEqual({ asked, row: purchases });
          }
      }
  });

  it('counts what cohorts and hours of the week come to', async () => {
    for (const asked of asks.filter(({ key }) => key === 'cohorts' || key === 'visits-heatmap')) {
      const [table] = (await ask(asked)).tables;
      for (const row of table ? rowsOf(table) : []) {
        const everybody = membersByHand(asked.definition ? (asked.definition as SegmentNode) : { kind: 'ALL', of: [] });
        const expected =
          asked.key === 'cohorts'
            ? boughtOf(membersByHand(row.cohort), { ...asked, ...row.days })
            : boughtOf(everybody, asked, row.at);
        expect({ asked, revenue: row.values.get('revenue') }).toEqual({ asked, revenue: expected.revenue });
      }
    }
  });

  it('compares a cell with the same of the other period', async () => {
    const [now = { from: '', to: '' }] = PERIODS;
    for (const key of ['cohorts', 'purchase-matrix', 'visits-heatmap'])
      for (const { filters } of NARROWED) {
        const report = await ask({ key, ...now, filters, compare: 'PREVIOUS_PERIOD' });
        const before = await ask({ key, from: report.compared?.from ?? '', to: report.compared?.to ?? '', filters });
        const own = byPlace(before);
        for (const [place, cells] of byPlace(report))
          cells.forEach(({ text, compared }, column) => {
            const expected = own.get(place)?.[column]?.value ?? null;
            if (text === null) expect({ key, filters, place, column, compared }).toMatchObject({ compared: expected });
          });
      }
  });

  it('adds up to the whole, of everybody and of any part and the rest', async () => {
    for (const { key, table, column } of [
      { key: 'participants', table: 'states', column: 'members' },
      { key: 'demography', table: 'ages', column: 'members' },
      { key: 'demography', table: 'cities', column: 'FEMALE' },
      { key: 'activity-types', table: 'mixes', column: 'revenue' },
      { key: 'brand-mix', table: 'classes', column: 'members' },
    ]) {
      const read = async (definition: SegmentNode | null) => {
        const report = await ask({ key, ...(PERIODS[0] ?? { from: '', to: '' }), definition });
        const found = report.tables.find((one) => one.key === table);
        const place = found?.columns.findIndex((one) => one.key === column) ?? -1;
        const rows = found?.rows.map(({ cells }) => cells[place]?.value ?? 0) ?? [];
        expect(rows.reduce((sum, value) => sum + value, 0)).toBeCloseTo(found?.total?.[place]?.value ?? NaN, 6);
        return rows;
      };
      const [all, some, rest] = [await read(null), await read(women), await read({ kind: 'NOT', of: women })];
      if (table !== 'cities')
        all.forEach((value, row) => expect((some[row] ?? 0) + (rest[row] ?? 0)).toBeCloseTo(value, 6));
    }
  });

  it('has as many active members as were before, less who went, with who came and came back', async () => {
    const days = fc.tuple(fc.nat(60), fc.nat(30), fc.constantFrom('MONTH', 'WEEK'));
    await fc.assert(
      fc.asyncProperty(days, async ([ago, length, grain]) => {
        const { checks } = await ask({ key: 'flow', from: dayBefore(ago + length), to: dayBefore(ago), grain });
        expect(checks.length).toBeGreaterThan(1);
        expect(checks.filter(({ holds: isRight }) => !isRight)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('says how often members buy, how much at once, and what share of all that is', async () => {
    const period = PERIODS[0] ?? { from: '', to: '' };
    const { figures } = await ask({ key: 'flow', ...period, grain: 'MONTH' });
    const valueOf = (key: string) => figures.find((one) => one.key === key)?.value;
    const everybody = membersByHand({ kind: 'ALL', of: [] });
    const { purchases, items, buyers } = boughtOf(everybody, { key: 'flow', ...period });
    expect(valueOf('active')).toBe(buyers);
    expect(valueOf('frequency')).toBeCloseTo(purchases / buyers, 9);
    expect(valueOf('itemsPerReceipt')).toBeCloseTo(items / purchases, 9);
    const booked = [...world.sales, ...world.returns.map(({ receipt }) => receipt)].filter(
      ({ businessDay }) => businessDay >= period.from && businessDay <= period.to,
    );
    const sales = booked.filter(({ kind }) => kind === 'SALE');
    const ofMembers = sales.filter(({ memberId }) => memberId !== null).length;
    expect(valueOf('receiptsShare')).toBeCloseTo(ofMembers / sales.length, 9);
  });
});

const membersByHand = (definition: SegmentNode): string[] =>
  world.members
    .filter((member) => member.status !== 'CLOSED' && holds(world, definition, member))
    .map(({ memberId }) => memberId);

/** The question without filters that choose members: the members of a row are chosen by its drill. */
const ofFacts = (asked: AskedReport): AskedReport => {
  const chosen = presets.find(({ key }) => key === asked.key)?.memberFilters ?? [];
  return { ...asked, filters: asked.filters?.filter(({ dimension }) => !chosen.some((one) => one === dimension)) };
};

const storesOf = ({ filters }: AskedReport): readonly string[] =>
  filters?.find(({ dimension }) => dimension === 'store')?.values ?? ['S1', 'S2', 'S9'];

/** Many definitions at a time. */
async function countAll(store: AnalyticsStore, definitions: readonly SegmentNode[]): Promise<number[]> {
  const counted: number[] = [];
  for (let from = 0; from < definitions.length; from += 40) {
    const some = definitions.slice(from, from + 40);
    const plan = segmentPlan();
    const rows = await store.query(
      plan.flags(
        some.map((definition) => compileSegment(plan, definition, today)),
        null,
      ),
    );
    some.forEach((_, index) =>
      counted.push(rows.filter((row) => row[`s${index}`] === true || Number(row[`s${index}`]) === 1).length),
    );
  }
  return counted;
}

const NOBODY: SegmentNode = { kind: 'ANY', of: [] };

/** A row by its columns, with what its drill says: who, in a cohort whose and when, in a week which hour. */
function rowsOf({ columns, rows }: Report['tables'][number]) {
  return rows.map(({ cells }) => {
    const definitions = drillsOf(cells).map(({ definition }) => definition);
    const [cohort = NOBODY, definition = NOBODY] = [definitions[0], definitions.at(-1)];
    const last = definition.kind === 'ALL' ? definition.of.at(-1) : definition;
    const purchase = last?.kind === 'PURCHASES' ? last : null;
    const days = purchase?.when.kind === 'BETWEEN' ? { from: purchase.when.from, to: purchase.when.to } : {};
    const at: Goods = purchase ? { weekdays: purchase.of.weekdays, hours: purchase.of.hours } : {};
    const values = new Map(columns.map(({ key }, index) => [key, cells[index]?.value ?? null]));
    return { values, definition, cohort, days, at };
  });
}

/** What members bought of what is asked for, in the period. */
function boughtOf(members: readonly string[], { from, to, filters }: AskedReport, more: object = {}) {
  const names = { store: 'stores', city: 'cities', brand: 'brands', category: 'categories' } as Record<string, string>;
  const of = Object.fromEntries((filters ?? []).map(({ dimension, values }) => [names[dimension], values]));
  const goods = Object.fromEntries(Object.entries({ ...of, ...more }).filter(([, value]) => value !== undefined));
  const each = members.map((id) => boughtByHand(world, id, goods as Goods, { kind: 'BETWEEN', from, to }));
  const lines = each.flat().flatMap((one) => one.lines);
  return {
    buyers: each.filter((kept) => kept.length > 0).length,
    purchases: each.flat().length,
    items: lines.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0) / 1_000,
    revenue: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) / 100,
  };
}
