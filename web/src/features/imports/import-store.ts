'use client';

import { useSyncExternalStore } from 'react';
import type { Client } from 'urql';
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

// Outside React: an import goes on while pages and even the language of the office change around it.
let state: ImportState = { phase: 'idle' };
let cancellation = new AbortController();
const listeners = new Set<() => void>();

export function useImportState(): ImportState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => state,
  );
}

/** Runs an import to its end, beyond the page it was started on. */
export async function startImport(client: Client, plan: ImportPlan) {
  cancellation = new AbortController();
  const { signal } = cancellation;
  let report: ImportReport | undefined;
  set({ phase: 'running', plan, report, bytes: 0, startedAt: Date.now() });
  window.addEventListener('beforeunload', keepOpen);
  try {
    // Every page knows of a running import; the machinery comes when one starts.
    const { runImport } = await import('./running/run-import');
    const done = await runImport({ client, plan, signal, onProgress });
    set({ phase: 'done', plan, ...done });
  } catch (error) {
    if (signal.aborted) set({ phase: 'cancelled', plan, report });
    else set({ phase: 'failed', plan, report, ...reasonOf(error) });
  }
  window.removeEventListener('beforeunload', keepOpen);

  function onProgress(current: ImportReport, bytes: number) {
    report = current;
    if (state.phase === 'running') set({ ...state, report, bytes });
  }
}

/** Stops after the requests that are under way; what landed stays. */
export function cancelImport() {
  cancellation.abort();
}

/** Makes room for the next file. */
export function forgetImport() {
  set({ phase: 'idle' });
}

function set(next: ImportState) {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keepOpen(event: BeforeUnloadEvent) {
  event.preventDefault();
}

function reasonOf(error: unknown): { reason: string; unreadable?: UnreadableFile } {
  if (error instanceof UnreadableFile) return { reason: error.message, unreadable: error };
  return { reason: error instanceof Error ? error.message : String(error) };
}
