import type { DuckDBConnection } from '@duckdb/node-api';

/** Connections lent to one question each; whoever comes later waits, first come first served. */
export interface ReaderPool {
  /** Null when none came free in time. */
  take(waitMs: number): Promise<DuckDBConnection | null>;
  give(connection: DuckDBConnection): void;
}

export function readerPool(connections: readonly DuckDBConnection[]): ReaderPool {
  const idle = [...connections];
  const waiting: ((connection: DuckDBConnection | null) => void)[] = [];
  return {
    take: (waitMs) => {
      const free = idle.pop();
      if (free) return Promise.resolve(free);
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(take), 1);
          resolve(null);
        }, waitMs);
        const take = (connection: DuckDBConnection | null): void => {
          clearTimeout(timer);
          resolve(connection);
        };
        waiting.push(take);
      });
    },
    give: (connection) => {
      const next = waiting.shift();
      if (next) next(connection);
      else idle.push(connection);
    },
  };
}
