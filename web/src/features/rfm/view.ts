import type { LocalDate } from '@/fmt/dates';
import type { RfmCellFieldsFragment, RfmGridFieldsFragment, RfmReportQuery } from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';

export type Grid = RfmGridFieldsFragment;
export type Cell = RfmCellFieldsFragment;
export type Report = RfmReportQuery['rfmReport'];

export const measures = ['members', 'revenue', 'averageReceipt'] as const;
export type Shown = (typeof measures)[number];

/** What the address asks to see. */
export interface RfmView {
  grid: Grid;
  day: LocalDate | undefined;
  shown: Shown;
  /** Of a grid with three axes: the score of the third, or all. */
  slice: string;
  /** Chosen cells, by key. */
  cells: string[];
}

/** The asked grid, or the first. */
export function viewOf(params: URLSearchParams, grids: Grid[]): RfmView | undefined {
  const grid = grids.find(({ id }) => id === textParam(params, 'grid')) ?? grids[0];
  if (grid === undefined) return undefined;
  return {
    grid,
    day: dateParam(params, 'day'),
    shown: measures.find((one) => one === params.get('show')) ?? 'members',
    slice: textParam(params, 'slice') ?? '',
    cells: (textParam(params, 'cells') ?? '').split(',').filter((key) => key !== ''),
  };
}

export const inputOf = ({ grid, day }: Pick<RfmView, 'grid' | 'day'>) => ({ gridId: grid.id, day });

/** Cells that lie on one place of the table, added up: of three axes the third is looked through. */
export interface Place {
  cells: Cell[];
  members: number;
  share: number;
  revenue: number;
  averageReceipt: number | null;
}

export function placeOf(report: Report, row: number, column: number, slice: string): Place {
  const cells = report.cells.filter(
    ({ scores }) =>
      scores[0] === row && scores[1] === column && (scores.length < 3 || slice === '' || scores[2] === Number(slice)),
  );
  const sum = (pick: (cell: Cell) => number) => cells.reduce((total, cell) => total + pick(cell), 0);
  const [revenue, purchases] = [sum((cell) => Number(cell.revenue)), sum((cell) => cell.purchases)];
  return {
    cells,
    members: sum(({ members }) => members),
    share: sum(({ share }) => share),
    revenue,
    averageReceipt: purchases === 0 ? null : revenue / purchases,
  };
}

/** The values that have a score, in the units of the bounds; null is open. Upper ends of days are inside, others outside. */
export function rangeOf(
  { measure, scores }: Grid['axes'][number],
  bounds: readonly string[],
  score: number,
): { from: number | null; to: number | null } {
  const bound = (index: number): number | null => (bounds[index] === undefined ? null : Number(bounds[index]));
  return measure === 'RECENCY'
    ? { from: score === scores ? null : bound(scores - score - 1), to: score === 1 ? null : bound(scores - score) }
    : { from: score === 1 ? null : bound(score - 2), to: score === scores ? null : bound(score - 1) };
}
