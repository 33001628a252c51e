import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { StepReport } from './report';

/** How far an interrupted import came; chunks are cut the same way every time, so a count is a place. */
export interface ImportState {
  readonly importId: string;
  readonly step: number;
  readonly done: { readonly chunks: number; readonly line: number };
  readonly reports: StepReport[];
}

const BIGINT = /^(-?\d+)n$/;

/** The state beside the file, when it belongs to this import. */
export function loadState(file: string, importId: string): ImportState | null {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8'), (_key, value: unknown) => {
      const match = typeof value === 'string' ? BIGINT.exec(value) : null;
      return match?.[1] === undefined ? value : BigInt(match[1]);
    }) as ImportState;
    return state.importId === importId ? state : null;
  } catch {
    return null;
  }
}

/** Writes the state, whole or not at all. */
export function saveState(file: string, state: ImportState): void {
  const text = JSON.stringify(state, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** Removes the state of a finished import. */
export const dropState = (file: string): void => rmSync(file, { force: true });
