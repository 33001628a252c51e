import type { RfmAxis, RfmCut, RfmGrid, RfmSettings } from './rfm.grids';

/** Values at which scores begin, for each axis: a score is 1 and one more for each that is reached. */
export type RfmBounds = readonly (readonly number[])[];

const WINDOW_DAYS_MAX = 3_650;

/** The keys of all cells of a grid, the best first. */
export function cellsOf(axes: readonly RfmAxis[]): string[] {
  return axes.reduce<string[]>(
    (keys, { scores }) =>
      keys.flatMap((key) =>
        Array.from({ length: scores }, (_, index) => [key, scores - index].filter((part) => part !== '').join('-')),
      ),
    [''],
  );
}

/** What is known of the members of a cell, enough to see where scores begin. */
export interface CellRange {
  readonly cell: string;
  /** The worst of each axis. */
  readonly worst: readonly number[];
}

/** Where scores begin, ascending, as the members of the cells show; nothing is known of a grid without members. */
export function boundsOf(grid: RfmGrid, settings: RfmSettings, ranges: readonly CellRange[]): RfmBounds {
  return grid.axes.map(({ measure, scores }, index) => {
    const fixed = settings.cuts[index];
    if (fixed) return fixed;
    if (ranges.length === 0) return [];
    const bounds = Array.from({ length: scores - 1 }, (_, below) => {
      const above = ranges.filter(({ cell }) => Number(cell.split('-')[index]) > below + 1);
      const values = above.map(({ worst }) => worst[index] ?? 0);
      return measure === 'RECENCY' ? Math.max(...values) : Math.min(...values);
    });
    return bounds.sort((left, right) => left - right);
  });
}

/** What is wrong with settings of a grid; null when nothing is. */
export function settingsFault(
  grid: RfmGrid,
  settings: RfmSettings,
): { readonly field: string; readonly message: string } | null {
  const { windowDays, cuts } = settings;
  if (!Number.isInteger(windowDays) || windowDays < 1 || windowDays > WINDOW_DAYS_MAX)
    return { field: 'windowDays', message: `The window must be 1 to ${WINDOW_DAYS_MAX} days.` };
  if (cuts.length !== grid.axes.length)
    return { field: 'cuts', message: `This grid has ${grid.axes.length} axes; say for each how it is cut.` };
  for (const [index, { scores }] of grid.axes.entries()) {
    const message = cutFault(cuts[index] ?? null, scores);
    if (message) return { field: `cuts.${index}`, message };
  }
  return null;
}

function cutFault(cut: RfmCut, scores: number): string | null {
  if (cut === null) return null;
  if (cut.length !== scores - 1) return `Give ${scores - 1} bounds for ${scores} scores.`;
  const isAscending = cut.every((bound, index) => index === 0 || bound > (cut[index - 1] ?? bound));
  return isAscending && cut.every((bound) => Number.isSafeInteger(bound) && bound >= 0)
    ? null
    : 'Bounds must not be negative, and each must be above the one before.';
}
