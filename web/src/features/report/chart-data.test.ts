import { drawingOf, matrixOf, readingOf } from './chart-data';
import { ages, cohorts, months, report } from './report.fixture';
import { sortedBy, sortOf, sortPatch } from './sort';
import type { Chart, Table } from './view';

const text = (_: string, said: string | null) => said || 'unknown';
const naming = { text, tick: text, compared: 'before' };
const chartOf = (kind: string): Chart => report.charts.find((chart) => chart.kind === kind) as Chart;

describe('a chart of a table', () => {
  it('draws one line beside the compared one, and gaps where nothing is known', () => {
    const drawing = drawingOf(months, chartOf('LINE'), naming);
    expect(drawing?.series.map(({ label, kind }) => [label, kind])).toEqual([
      ['Name of revenue', 'line'],
      ['before', 'dashed'],
    ]);
    expect(drawing?.rows).toEqual([
      { label: '2026-10-01', values: { s0: 1000, before: 800 } },
      { label: '2026-11-01', values: { s0: 3000, before: null } },
    ]);
    expect(drawing?.rowAt(0)).toBe(months.rows[0]);
  });

  it('spreads a dimension out, each value in its place', () => {
    const drawing = drawingOf(ages, chartOf('PYRAMID'), naming);
    expect(drawing?.series.map(({ label }) => label)).toEqual(['women', 'men', 'unknown']);
    expect(drawing?.rows).toEqual([
      { label: '18–24', values: { s0: 10, s1: 7, s2: null } },
      { label: '25–34', values: { s0: null, s1: 5, s2: 1 } },
    ]);
  });

  it('keeps the six largest and says how many it left out', () => {
    const [first] = ages.rows;
    const cell = (text: string | null, value: number | null) => ({ text, value, compared: null, drill: null });
    const rows = Array.from({ length: 9 }, (_, index) => ({
      cells: [cell('x', null), cell(`g${index}`, null), cell(null, index)],
      drill: null,
    }));
    const table: Table = { ...ages, rows: first === undefined ? [] : rows };
    const drawing = drawingOf(table, { ...chartOf('PYRAMID'), kind: 'STACKED_BARS' }, naming);
    expect(drawing?.series.map(({ label }) => label)).toEqual(['g8', 'g7', 'g6', 'g5', 'g4', 'g3']);
    expect(drawing?.leftOut).toBe(3);
  });

  it('lays a matrix out by its two dimensions, numbers in order', () => {
    const [across, down] = ['since', 'first'].map((key) => readingOf(cohorts, key));
    if (across === undefined || down === undefined) throw new Error('No such column');
    const { columns, rows } = matrixOf(cohorts, across, down);
    expect(columns).toEqual(['2', '10']);
    expect(rows.map(({ cells }) => cells.map((row) => row?.cells[2]?.value))).toEqual([
      [0.3, 0.2],
      [null, undefined],
    ]);
  });
});

describe('the order of a table', () => {
  const [, revenue] = months.columns;
  const items = months.rows.map((row, place) => ({ row, place }));

  it('is by the largest first, then the smallest, then as it was', () => {
    if (revenue === undefined) throw new Error('No such column');
    const steps = ['-revenue', 'revenue', undefined];
    let params = new URLSearchParams();
    for (const expected of steps) {
      const patch = sortPatch('months', revenue, sortOf(params, 'months'));
      expect(patch).toEqual({ 'sort.months': expected });
      params = new URLSearchParams(expected === undefined ? {} : { 'sort.months': expected });
    }
  });

  it('puts what is undefined last either way', () => {
    for (const descending of [true, false]) {
      expect(sortedBy(items, months, { column: 'share', descending }).map(({ place }) => place)).toEqual([0, 1]);
    }
    expect(sortedBy(items, months, { column: 'revenue', descending: true }).map(({ place }) => place)).toEqual([1, 0]);
  });
});
