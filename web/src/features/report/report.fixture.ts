import type { Cell, Chart, Definition, Drill, Report, Table } from './view';

const value = (number: number | null, compared: number | null = null, drill: Drill | null = null): Cell => ({
  ...{ text: null, value: number, compared, drill },
});
const text = (word: string): Cell => ({ text: word, value: null, compared: null, drill: null });
const column = (key: string, unit: string, isDimension = false) => ({
  ...{ key, name: `Name of ${key}`, description: `What ${key} means`, unit, isDimension },
});
const chart = (kind: Chart['kind'], table: string, x: string, series: string[]): Chart => ({
  ...{ name: `${kind} of ${table}`, kind, table, x, series, references: [] },
});

const toDays: Drill = {
  ...{ __typename: 'ReportDrillReport', report: 'sales', from: '2026-10-01', to: '2026-10-31', grain: 'DAY', by: null },
  filters: [{ dimension: 'city', values: ['Алматы', ''] }],
};
const toMembers: Drill = { __typename: 'ReportDrillMembers', definition: { kind: 'ALL', of: [] } };

export const months: Table = {
  key: 'months',
  name: 'By month',
  columns: [column('month', 'MONTH', true), column('revenue', 'MONEY'), column('share', 'RATIO')],
  rows: [
    { cells: [text('2026-10-01'), value(1000, 800), value(0.4, 0.5)], drill: toDays },
    { cells: [text('2026-11-01'), value(3000, null), value(null)], drill: null },
  ],
  total: [text(''), value(4000, 800), value(0.42)],
};

export const cohorts: Table = {
  key: 'cohorts',
  name: 'Cohorts',
  columns: [column('first', 'MONTH', true), column('since', 'NUMBER', true), column('kept', 'RATIO')],
  rows: [
    { cells: [text('2026-10-01'), text('10'), value(0.2)], drill: toMembers },
    { cells: [text('2026-10-01'), text('2'), value(0.3)], drill: toMembers },
    { cells: [text('2026-11-01'), text('2'), value(null)], drill: null },
  ],
  total: null,
};

export const ages: Table = {
  key: 'ages',
  name: 'Ages',
  columns: [column('age', 'TEXT', true), column('gender', 'TEXT', true), column('members', 'COUNT')],
  rows: [
    { cells: [text('18–24'), text('women'), value(10)], drill: toMembers },
    { cells: [text('18–24'), text('men'), value(7)], drill: toMembers },
    { cells: [text('25–34'), text('men'), value(5)], drill: toMembers },
    { cells: [text('25–34'), text(''), value(1)], drill: null },
  ],
  total: null,
};

export const definition: Definition = {
  key: 'sales',
  name: 'Sales',
  description: 'What was sold.',
  group: 'SALES',
  grains: ['DAY', 'HOUR', 'WEEK', 'MONTH'],
  cuts: ['store', 'city'],
  filters: ['store', 'city', 'category'],
  comparable: true,
  windowDays: [30, 90],
};

export const report: Report = {
  ...{ key: 'sales', from: '2026-10-01', to: '2026-11-22', comparedFrom: '2026-08-09', comparedTo: '2026-09-30' },
  figures: [
    { ...column('penetration', 'RATIO'), value: 0.44, compared: 0.4, reference: 0.4 },
    { ...column('receipts', 'COUNT'), value: 1200, compared: 1000, reference: null },
  ],
  tables: [months, cohorts, ages],
  charts: [
    chart('LINE', 'months', 'month', ['revenue']),
    chart('MATRIX', 'cohorts', 'since', ['first', 'kept']),
    chart('PYRAMID', 'ages', 'age', ['gender', 'members']),
    chart('SANKEY', 'ages', 'age', ['gender', 'members']),
  ],
  checks: [{ name: 'Points', left: 'issued', right: 'spent + left', leftValue: 12, rightValue: 12, holds: true }],
  notes: ['Selection is not effect.'],
};
