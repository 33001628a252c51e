'use client';

import { useState } from 'react';
import { changed, historyOf, redone, undone, type Json, type Path } from '@/features/draft';
import { useUnsavedGuard } from '@/ui/use-unsaved-guard';

/** A form as one JSON: its steps back and forth, and whether it differs from what was saved. */
export function useSteps(start: Json) {
  const [history, setHistory] = useState(() => historyOf(start));
  const [savedText, setSavedText] = useState(() => JSON.stringify(start));
  const dirty = JSON.stringify(history.present) !== savedText;
  useUnsavedGuard(dirty);
  return {
    form: history.present,
    dirty,
    /** A step; with a field, typing on in it is one. */
    change: (next: Json, field?: Path) => setHistory((before) => changed(before, next, field)),
    /** What is saved now. */
    settle: (json: Json) => {
      setSavedText(JSON.stringify(json));
      setHistory((before) =>
        JSON.stringify(before.present) === JSON.stringify(json) ? before : changed(before, json),
      );
    },
    undo: history.past.length > 0 ? () => setHistory(undone) : undefined,
    redo: history.future.length > 0 ? () => setHistory(redone) : undefined,
  };
}
