/** Holds the last thing put in until it is taken: whoever is slow gets the newest, not all. */
export interface Latest<T> {
  put(value: T): void;
  /** Waits for a value; null once closed. */
  take(): Promise<T | null>;
  close(): void;
}

/** A slot for one value and one taker. */
export function latest<T>(): Latest<T> {
  let held: { value: T } | null = null;
  let closed = false;
  let wake: (() => void) | null = null;
  const ring = (): void => {
    wake?.();
    wake = null;
  };
  return {
    put: (value) => {
      held = { value };
      ring();
    },
    take: async () => {
      while (!held && !closed) await new Promise<void>((resolve) => (wake = resolve));
      if (closed || !held) return null;
      const { value } = held;
      held = null;
      return value;
    },
    close: () => {
      closed = true;
      ring();
    },
  };
}
