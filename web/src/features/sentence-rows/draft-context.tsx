'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { at, isWithin, put, textsOf, type DraftFault, type Json, type Path } from '@/features/draft';

/** The definition that the rows around here write. */
export interface Draft {
  json: Json;
  /** What is wrong and may be said by now. */
  faults: readonly DraftFault[];
  /** A step; with a field, typing on in it is one. */
  change: (next: Json, field?: Path) => void;
  disabled: boolean;
}

const DraftContext = createContext<Draft | undefined>(undefined);

export function DraftProvider({ draft, children }: { draft: Draft; children: ReactNode }) {
  return <DraftContext value={draft}>{children}</DraftContext>;
}

export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === undefined) throw new Error('useDraft is used outside DraftProvider');
  return draft;
}

/** One place of the draft: what is there, and how it is changed. */
export function useField(path: Path) {
  const { json, change, faults, disabled } = useDraft();
  const value = at(json, path);
  return {
    value,
    text: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    texts: textsOf(value),
    set: (next: Json) => change(put(json, path, next), path),
    /** What is wrong here or within, said. */
    fault: faults.find((fault) => isWithin(fault.path, path))?.message,
    invalid: faults.some((fault) => isWithin(fault.path, path)),
    disabled,
  };
}
