import type { ImportState } from './import-store';

type Running = Extract<ImportState, { phase: 'running' }>;

/** Share of the file that was read, 0 to 1. */
export function shareOf({ bytes, plan }: Running): number {
  return plan.file.size === 0 ? 0 : Math.min(1, bytes / plan.file.size);
}

/** Rows a second so far, and seconds left at this pace; undefined before the first answer. */
export function paceOf(running: Running): { rowsPerSecond: number; secondsLeft: number } | undefined {
  const { report } = running;
  const share = shareOf(running);
  if (report === undefined || report.seconds <= 0 || share <= 0) return undefined;
  return { rowsPerSecond: report.read / report.seconds, secondsLeft: (report.seconds / share) * (1 - share) };
}
