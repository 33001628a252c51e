'use client';

import type { FileTarget, RowFormat } from '@/ui/files';
import { keepingOpen, lastingState } from '@/ui/lasting-state';
import type { SegmentColumn } from '@/graphql/generated/graphql';

interface Exported {
  segment: { id: string; name: string };
}

export type ExportState =
  | { phase: 'idle' }
  | (Exported & { phase: 'running'; rows: number; all: number; seconds: number })
  | (Exported & { phase: 'done'; rows: number })
  | (Exported & { phase: 'stopped' | 'failed' });

export interface ExportPlan extends Exported {
  /** As it was written down. */
  exportId: string;
  /** Members there were when it was. */
  all: number;
  columns: readonly SegmentColumn[];
  /** What the columns are called in the file. */
  header: string[];
  format: RowFormat;
  target: FileTarget;
}

const exporting = lastingState<ExportState>({ phase: 'idle' });
let cancellation = new AbortController();

export const useExportState = exporting.use;

/** Writes an export to its end, beyond the page it was started on. */
export async function startExport({ segment, all, target, ...plan }: ExportPlan): Promise<void> {
  cancellation = new AbortController();
  const { signal } = cancellation;
  const startedMs = performance.now();
  const onProgress = (rows: number) =>
    exporting.set({ phase: 'running', segment, rows, all, seconds: (performance.now() - startedMs) / 1_000 });
  onProgress(0);
  await keepingOpen(async () => {
    try {
      // Every page knows of a running export; the machinery comes when one starts.
      const { runExport } = await import('./run-export');
      const rows = await runExport({ ...plan, target, onProgress, signal });
      exporting.set({ phase: 'done', segment, rows });
    } catch {
      await target.drop().catch(() => undefined);
      exporting.set({ phase: signal.aborted ? 'stopped' : 'failed', segment });
    }
  });
}

export function stopExport() {
  cancellation.abort();
}

/** What became of the last one was seen. */
export function forgetExport() {
  if (exporting.get().phase !== 'running') exporting.set({ phase: 'idle' });
}

/** 0 to 1, and seconds left at this pace; undefined before the first rows. */
export function paceOf({ rows, all, seconds }: { rows: number; all: number; seconds: number }) {
  const share = all === 0 ? 0 : Math.min(1, rows / all);
  const perSecond = rows / seconds;
  return { share, pace: rows === 0 ? undefined : { perSecond, secondsLeft: Math.max(0, all - rows) / perSecond } };
}
