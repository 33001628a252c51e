import { engines } from '../../../test/golden/engines';
import { aReportWorld } from '../../../test/golden/report-brute-force';
import { aReportContext, type ReportContext } from '../../../test/golden/report-context';
import type { ReportPreset, ReportTable } from '../reports';
import { readAsk } from '../reports/report.ask';
import { runReport, type Report } from '../reports/run-report';
import { reportPresets } from '.';

const DAYS = { from: '2024-02-28', to: '2024-03-02' };
const LOCALES = ['ru', 'kk', 'en'] as const;
const SEGMENT = { kind: 'CITY', in: ['Almaty'] };

describe('presets', () => {
  it('have a key of their own, and texts in three languages', () => {
    const keys = reportPresets.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
    for (const { key, names, descriptions } of reportPresets)
      for (const texts of [names, descriptions]) {
        const said = LOCALES.map((locale) => texts[locale]);
        expect({ key, said: said.filter((text) => text.length > 0) }).toEqual({ key, said: [...new Set(said)] });
      }
  });
});

describe.each(engines)('every report on %s', (_name, open) => {
  let reports: ReportContext;
  beforeAll(async () => {
    reports = await aReportContext(open, aReportWorld(7), new Date('2024-03-03T05:00:00Z'));
  });
  afterAll(() => reports.close());

  it.each(reportPresets.map((preset) => [preset.key, preset] as const))(
    '%s has a cell for each column, charts of its columns and rows within the limit, of all and of a segment',
    async (key, preset) => {
      for (const asked of asksOf(preset))
        for (const definition of [undefined, SEGMENT])
          expectShape(await runReport(reports.ctx, reportPresets, { key, ...DAYS, ...asked, definition }));
    },
  );

  it.each(reportPresets.map((preset) => [preset.key, preset] as const))(
    '%s leads only to what can be asked',
    async (key, preset) => {
      const asked = asksOf(preset).map((ask) => runReport(reports.ctx, reportPresets, { key, ...DAYS, ...ask }));
      for (const { report, ...question } of (await Promise.all(asked)).flatMap(leadsTo)) {
        const behind = reportPresets.find((one) => one.key === report);
        if (!behind) throw new Error(`${key} leads to ${report}, which there is not`);
        await expect(readAsk(reports.ctx, behind, { key: report, ...question })).resolves.toBeDefined();
      }
    },
  );
});

/** In each language once: compared, by each grain, cut and window. */
const asksOf = ({ comparable, grains, cuts, windowDays }: ReportPreset): object[] =>
  [
    { compare: comparable ? ('PREVIOUS_PERIOD' as const) : undefined },
    ...grains.map((grain) => ({ grain })),
    ...cuts.map((by) => ({ by })),
    ...windowDays.map((days) => ({ windowDays: days })),
  ].map((ask, index) => ({ ...ask, locale: LOCALES[index % LOCALES.length] }));

function expectShape({ figures, tables, charts, checks }: Report): void {
  const unique = (keys: readonly string[]): void => expect(keys).toEqual([...new Set(keys)]);
  unique(figures.map(({ key }) => key));
  unique(tables.map(({ key }) => key));
  for (const table of tables) {
    unique(table.columns.map(({ key }) => key));
    for (const cells of [...table.rows.map((row) => row.cells), ...(table.total ? [table.total] : [])])
      expect(cells).toHaveLength(table.columns.length);
    for (const { cells } of table.rows)
      expect(cells.map(({ text }) => text !== null)).toEqual(table.columns.map(({ isDimension }) => isDimension));
  }
  for (const { table, x, series } of charts)
    expect(columnsOf(tables, table)).toEqual(expect.arrayContaining([x, ...series]));
  for (const { name, leftValue, rightValue, holds } of checks)
    expect({ name, leftValue, holds }).toEqual({ name, leftValue: rightValue, holds: true });
}

/** Questions behind rows and cells. */
const leadsTo = ({ tables }: Report) =>
  tables
    .flatMap(({ rows }) => rows.flatMap(({ cells, drill }) => [drill, ...cells.map((cell) => cell.drill)]))
    .flatMap((drill) => (drill?.__typename === 'ReportDrillReport' ? [drill] : []));

const columnsOf = (tables: readonly ReportTable[], key: string): string[] =>
  tables.find((table) => table.key === key)?.columns.map((column) => column.key) ?? [];
