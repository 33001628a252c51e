import type { Json, Path } from './json';

/** What was written, step by step: undone and done again. */
export interface History {
  past: readonly Json[];
  present: Json;
  future: readonly Json[];
  /** The field of the last step: typing on in it is the same step. */
  field: Path | undefined;
}

const stepsMax = 200;

export const historyOf = (present: Json): History => ({ past: [], present, future: [], field: undefined });

/** A step. With a field, steps after one another in it are one. */
export function changed(history: History, present: Json, field?: Path): History {
  const isSameStep = field !== undefined && field === history.field;
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-stepsMax);
  return { past, present, future: [], field };
}

export function undone(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last,
    future: [history.present, ...history.future],
    field: undefined,
  };
}

export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, field: undefined };
}
