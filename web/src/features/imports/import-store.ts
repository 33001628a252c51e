'use client';

import type { Client } from 'urql';
import { keepingOpen, lastingState } from '@/ui/lasting-state';
import { UnreadableFile } from './reading/unreadable-file';
import type { Rejected } from './running/rejected';
import type { ImportReport } from './running/report';
import type { ImportPlan } from './running/run-import';

export type ImportState =
  | { phase: 'idle' }
  | { phase: 'running'; plan: ImportPlan; report: ImportReport | undefined; bytes: number; startedAt: number }
  | { phase: 'done'; plan: ImportPlan; report: ImportReport; rejected: Rejected }
  | { phase: 'cancelled'; plan: ImportPlan; report: ImportReport | undefined }
  | {
      phase: 'failed';
      plan: ImportPlan;
      report: ImportReport | undefined;
      reason: string;
      unreadable?: UnreadableFile;
    };

const importing = lastingState<ImportState>({ phase: 'idle' });
let cancellation = new AbortController();

export const useImportState = importing.use;

/** Runs an import to its end, beyond the page it was started on. */
export async function startImport(client: Client, plan: ImportPlan) {
  cancellation = new AbortController();
  const { signal } = cancellation;
  let report: ImportReport | undefined;
  importing.set({ phase: 'running', plan, report, bytes: 0, startedAt: Date.now() });
  const onProgress = (current: ImportReport, bytes: number) => {
    report = current;
    const state = importing.get();
    if (state.phase === 'running') importing.set({ ...state, report, bytes });
  };
  await keepingOpen(async () => {
    try {
      // Every page knows of a running import; the machinery comes when one starts.
      const { runImport } = await import('./running/run-import');
      const done = await runImport({ client, plan, signal, onProgress });
      importing.set({ phase: 'done', plan, ...done });
    } catch (error) {
      if (signal.aborted) importing.set({ phase: 'cancelled', plan, report });
      else importing.set({ phase: 'failed', plan, report, ...reasonOf(error) });
    }
  });
}

/** Stops after the requests that are under way; what landed stays. */
export function cancelImport() {
  cancellation.abort();
}

/** Makes room for the next file. */
export function forgetImport() {
  importing.set({ phase: 'idle' });
}

function reasonOf(error: unknown): { reason: string; unreadable?: UnreadableFile } {
  if (error instanceof UnreadableFile) return { reason: error.message, unreadable: error };
  return { reason: error instanceof Error ? error.message : String(error) };
}
