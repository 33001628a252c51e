import { randomUUID } from 'node:crypto';
import { engines } from '../../../test/golden/engines';
import { aReportContext, type ReportContext } from '../../../test/golden/report-context';
import {
  aReportWorld,
  bucketText,
  byPromotion,
  COUNTS,
  soldIn,
  type Sold,
} from '../../../test/golden/report-brute-force';
import { computeMetric } from '../metrics/compute-metric';
import { metricReports } from '../report-presets';
import type { ReportTable } from '../reports';
import { parseDefinition } from '../segment-language';
import { runReport, type Report } from '../reports/run-report';

const world = aReportWorld(20240301);
const all = soldIn(world);
/** Three days across the clocks' change, and the three before. */
const DAYS = { from: '2024-02-29', to: '2024-03-02' };
const BEFORE = { from: '2024-02-26', to: '2024-02-28' };
const EAST = { kind: 'CITY', in: ['Almaty'] };
const eastern = new Set(world.members.flatMap(({ memberId, city }) => (city === 'Almaty' ? [memberId] : [])));
const FILTERS = { store: ['S1', 'S9'], city: ["Alma's", ''], brand: ['Brand 1', ''], category: ['Shoes', ''] };

const within = (sold: readonly Sold[], { from, to }: typeof DAYS): Sold[] =>
  sold.filter(({ receipt }) => receipt.businessDay >= from && receipt.businessDay <= to);
/** Squares behind an interval are rounded to whole currency. */
const near = (key: string, value: number | null): unknown =>
  value === null ? null : expect.closeTo(value, key.startsWith('difference.') ? 3 : 6);

describe.each(engines)('reports made of metrics on %s', (_name, open) => {
  let reports: ReportContext;
  const ask = (key: string, asked: object = {}): Promise<Report> =>
    runReport(reports.ctx, metricReports, { key, ...DAYS, ...asked });

  beforeAll(async () => {
    reports = await aReportContext(open, world, new Date('2024-03-03T05:00:00Z'));
  });
  afterAll(() => reports.close());

  it.each(metricReports.map((preset) => [preset.key, preset] as const))(
    '%s is what a count by hand gives, by every grain, cut and filter, compared and of a segment',
    async (key, { grains, cuts, filters }) => {
      const splits = [
        ...(grains.length > 0 ? grains : [undefined]).map((grain) => ({ grain, by: undefined })),
        ...cuts.map((by) => ({ grain: undefined, by })),
      ];
      const told = key === 'promotions' ? byPromotion(all) : all;
      const both = grains.length > 0 && cuts[0] ? [{ grain: 'DAY', by: cuts[0] }] : [];
      for (const split of [...splits, ...both])
        for (const compare of ['PREVIOUS_PERIOD', undefined] as const)
          for (const definition of [undefined, EAST]) {
            const report = await ask(key, { ...split, compare, definition });
            const mine = told.filter(({ receipt }) => !definition || eastern.has(receipt.memberId ?? ''));
            expectTable(report, split.grain ?? null, mine, told);
          }
      for (const dimension of filters) {
        const values = Object.entries(FILTERS).find(([name]) => name === dimension)?.[1] ?? ['true'];
        const among = (text: string): boolean =>
          values.some(
            (value) => text === value || (dimension === 'category' && value && text.startsWith(`${value} > `)),
          );
        const mine = told.filter(({ of }) => among(of[dimension] ?? ''));
        expectTable(await ask(key, { filters: [{ dimension, values }] }), grains[0] ?? null, mine, mine);
      }
    },
  );

  it('says the same as the metrics', async () => {
    const period = { from: new Date('2024-02-28T18:00:00Z'), to: new Date('2024-03-02T19:00:00Z') };
    const own = [{ dimension: 'store', values: ['S1', 'S2', 'S9'] }];
    for (const { key } of metricReports) {
      const { figures } = await ask(key, { filters: own });
      for (const figure of figures.filter(
        ({ key: name }) => name in COUNTS && !/\.(ratio|share|loyal|low|high)$|^diff/.test(name),
      )) {
        const { rows } = await computeMetric(reports.ctx, { key: figure.key, ...period, filters: own });
        expect({ key, figure: figure.key, value: figure.value }).toEqual({
          ...{ key, figure: figure.key, value: rows[0]?.value },
        });
      }
    }
  });

  it('sums what is split, by time and by a segment and its rest, to the whole', async () => {
    const revenue = async (asked: object): Promise<number> => (await ask('sales', asked)).figures[0]?.value ?? 0;
    const rest = { kind: 'NOT', of: EAST };
    const everybody = { kind: 'ALL', of: [] };
    expect((await revenue({ definition: EAST })) + (await revenue({ definition: rest }))).toBeCloseTo(
      await revenue({ definition: everybody }),
      6,
    );
    for (const split of [{ grain: 'HOUR' }, { grain: 'WEEK' }, { by: 'store' }, { by: 'brand' }]) {
      const { tables } = await ask('sales', split);
      const rows = tables[0]?.rows.map(({ cells }) => cells.find(({ text }) => text === null)?.value ?? 0) ?? [];
      expect(rows.reduce((sum, value) => sum + value, 0)).toBeCloseTo(await revenue({}), 6);
    }
  });

  it('counts stores that were open through both periods apart, and both come to the whole', async () => {
    const { tables } = await ask('stores', { compare: 'PREVIOUS_PERIOD' });
    const rows = tables[1]?.rows ?? [];
    const [like = [], others = []] = [(id: string) => id !== 'S2', (id: string) => id === 'S2'].map((isOf) =>
      all.filter(({ receipt }) => isOf(receipt.storeId)),
    );
    for (const [row, mine] of [
      [rows[0], like],
      [rows[1], others],
    ] as const) {
      expect(row?.cells[2]).toMatchObject({
        value: near('', COUNTS['sales.revenue']?.(within(mine, DAYS)) ?? null),
        compared: near('', COUNTS['sales.revenue']?.(within(mine, BEFORE)) ?? null),
      });
    }
    expect(rows.map(({ cells }) => cells[1]?.value)).toEqual([3, 1]);
  });

  it('compares receipts of one store and hour, and weighs by those with a card', async () => {
    const period = { from: '2024-02-01', to: '2024-03-31' };
    const strata = [
      ...Map.groupBy(within(all, period), ({ receipt: of }) => `${of.storeId} ${of.businessHour}`).values(),
    ];
    const sides = strata.map((sold) =>
      [true, false].map((isOf) => sold.filter(({ receipt }) => isOf === (receipt.memberId !== null))),
    );
    const numberOf = (sold: readonly Sold[] = []): number => COUNTS['sales.receipts']?.(sold) ?? 0;
    const alike = sides.filter((both) => both.every((sold) => numberOf(sold) > 1));
    const cards = (some: typeof sides): number => some.reduce((sum, [one]) => sum + numberOf(one), 0);
    const expected = alike.reduce((sum, [one = [], other = []]) => {
      const [with_, without] = [one, other].map((sold) => COUNTS['sales.average_receipt']?.(sold) ?? 0);
      return sum + (numberOf(one) / cards(alike)) * ((with_ ?? 0) - (without ?? 0));
    }, 0);
    expect(alike.length).toBeGreaterThan(2);
    const { figures } = await ask('average-receipt', period);
    const valueOf = (key: string) => figures.find((one) => one.key === key)?.value;
    expect(valueOf('matched.value')).toBeCloseTo(expected, 6);
    expect(valueOf('matched.share')).toBeCloseTo(cards(alike) / cards(sides), 9);
  });

  it('leads from a share of members to those who bought', async () => {
    const filters = [{ dimension: 'city', values: ['Almaty'] }];
    for (const key of ['brands', 'categories', 'stores', 'cities']) {
      const [table] = (await ask(key, { filters })).tables;
      const column = table?.columns.findIndex((one) => one.key === 'penetration.revenue') ?? 0;
      const drills = table?.rows.flatMap(({ cells }) => cells[column]?.drill ?? []) ?? [];
      expect(drills.length).toBeGreaterThan(0);
      for (const drill of drills) {
        const definition = drill.__typename === 'ReportDrillMembers' ? parseDefinition(drill.definition) : null;
        expect(definition).toMatchObject({ kind: 'PURCHASES', of: { cities: ['Almaty'] }, when: DAYS, from: 1 });
      }
    }
  });

  it('is empty, not wrong, where nothing happened', async () => {
    for (const { key } of metricReports) {
      const { figures, tables } = await ask(key, { from: '2020-01-01', to: '2020-01-02', segmentId: undefined });
      expect(figures.every(({ value }) => value === 0 || value === null)).toBe(true);
      expect(tables[0]?.rows.every(({ cells }) => cells.every(({ value }) => value === 0 || value === null))).toBe(
        true,
      );
    }
    await expect(ask('sales', { segmentId: randomUUID() })).rejects.toThrow('There is no segment');
  });
});

/** Every row of the first table, and its total, is what its lines come to; and no line is in no row. */
function expectTable(
  { tables, compared }: Report,
  grain: string | null,
  mine: readonly Sold[],
  whole: readonly Sold[],
): void {
  const [table] = tables;
  if (!table) throw new Error('There is no table');
  const textOf = ({ receipt, of }: Sold, key: string): string =>
    key === 'time' ? bucketText(receipt, grain ?? '') : shown(key, of);
  const dimensions = table.columns.filter(({ isDimension }) => isDimension);
  const seen = new Set<string>();
  for (const { cells } of table.rows) {
    const texts = cells.slice(0, dimensions.length).map(({ text }) => text ?? '');
    seen.add(texts.join('|'));
    const rowOf = (sold: readonly Sold[]): Sold[] =>
      sold.filter((one) => dimensions.every(({ key }, index) => textOf(one, key) === texts[index]));
    // Buckets of the compared period have other texts: they are covered by the total, and by rows without time.
    const isCompared = compared !== null && grain === null;
    expectCells(table, cells, {
      now: rowOf(within(mine, DAYS)),
      before: isCompared ? rowOf(within(mine, BEFORE)) : null,
      whole: rowOf(within(whole, DAYS)),
      all: within(mine, DAYS),
    });
  }
  for (const one of within(mine, DAYS)) expect(seen).toContain(dimensions.map(({ key }) => textOf(one, key)).join('|'));
  if (table.total)
    expectCells(table, table.total, {
      ...{ now: within(mine, DAYS), before: compared ? within(mine, BEFORE) : null, whole: within(whole, DAYS) },
      all: within(mine, DAYS),
    });
}

const shown = (key: string, of: Sold['of']): string => {
  const value = of[key] ?? '';
  if (key !== 'identified') return value;
  return value === 'true' ? 'With a card' : 'Without a card';
};

interface Facts {
  readonly now: readonly Sold[];
  readonly before: readonly Sold[] | null;
  /** Whatever the segment. */
  readonly whole: readonly Sold[];
  /** Of all rows. */
  readonly all: readonly Sold[];
}

function expectCells({ columns }: ReportTable, cells: ReportTable['rows'][number]['cells'], facts: Facts): void {
  for (const [index, { key, isDimension }] of columns.entries()) {
    if (isDimension) continue;
    const expected = (sold: readonly Sold[]): number | null => {
      const count = COUNTS[key];
      if (key === 'sales.revenue.share') return share(revenueOf(sold), revenueOf(facts.all));
      if (!count) throw new Error(`Nobody counts ${key} by hand`);
      return count(sold);
    };
    const isOfAll = columns.some((column) => column.key === 'revenue.loyal');
    const value = !isOfAll || key === 'revenue.loyal' ? expected(facts.now) : ofAll(key, facts);
    expect({ key, value: cells[index]?.value }).toEqual({ key, value: near(key, value) });
    if (facts.before && !isOfAll && !key.endsWith('.share'))
      expect({ key, compared: cells[index]?.compared }).toEqual({ key, compared: near(key, expected(facts.before)) });
  }
}

const revenueOf = (sold: readonly Sold[]): number => COUNTS['sales.revenue']?.(sold) ?? 0;
const share = (above: number, below: number): number | null => (below === 0 ? null : above / below);
/** The loyal against all, whatever the segment. */
const ofAll = (key: string, { now, whole }: Facts): number | null =>
  key === 'sales.revenue' ? revenueOf(whole) : share(COUNTS['revenue.loyal']?.(now) ?? 0, revenueOf(whole));
