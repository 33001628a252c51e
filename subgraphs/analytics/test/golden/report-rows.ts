import type { Report } from '../../src/features/reports/run-report';
import type { SegmentNode } from '../../src/features/segment-language';

interface Drilled {
  readonly value: number | null;
  readonly definition: SegmentNode;
}

/** Cells that lead to members. */
export const drilled = ({ tables }: Report): Drilled[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => drillsOf(cells)));

export const drillsOf = (cells: Report['tables'][number]['rows'][number]['cells']): Drilled[] =>
  cells.flatMap(({ value, drill }) =>
    drill?.__typename === 'ReportDrillMembers' ? [{ value, definition: drill.definition as SegmentNode }] : [],
  );

/** Rows of the first table by their dimensions; a month by its number in the period, as cohorts are compared. */
export function byPlace({ tables: [table] }: Report) {
  const rows = table?.rows.map(({ cells }) => cells) ?? [];
  const months = [...new Set(rows.map(([month]) => month?.text))];
  const isMonth = table?.columns[0]?.unit === 'MONTH';
  return new Map(
    rows.map((cells) => {
      const texts = cells.map(({ text }) => text ?? '');
      return [(isMonth ? [months.indexOf(texts[0]), ...texts.slice(1)] : texts).join(' '), cells];
    }),
  );
}
