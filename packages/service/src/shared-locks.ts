import type { DataSource, QueryRunner } from 'typeorm';

/** Advisory locks of Postgres, by name, all on one connection of the pool. */
export interface SharedLocks {
  /**
   * Does the work while holding the lock of that name; false when somebody else holds it. Throws when the connection broke
   * before the work was done: others may have begun the same meanwhile.
   */
  holding(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Gives the connection back, and with it all locks. */
  release(): Promise<void>;
}

/** Connects when a lock is first asked for, and anew after the connection broke. */
export function shareLocks(db: DataSource): SharedLocks {
  let shared: QueryRunner | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const connected = async (): Promise<QueryRunner> => {
    const runner = shared === null || shared.isReleased ? db.createQueryRunner() : shared;
    shared = runner;
    try {
      await runner.connect();
    } catch (error) {
      // A query runner that could not connect never will.
      if (shared === runner) shared = null;
      throw error;
    }
    return runner;
  };
  /** One after another: a connection takes one query at a time. */
  const ask = (runner: QueryRunner, sql: string, name: string): Promise<{ locked: boolean }[]> => {
    const answer = last.then(() => runner.query(sql, [name]) as Promise<{ locked: boolean }[]>);
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    holding: async (name, work) => {
      const runner = await connected();
      const [lock] = await ask(runner, 'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked', name);
      if (!lock?.locked) return false;
      try {
        await work();
      } finally {
        if (!runner.isReleased) await ask(runner, 'select pg_advisory_unlock(hashtextextended($1, 0))', name);
      }
      if (runner.isReleased) throw new Error(`The lock ${name} was lost`);
      return true;
    },
    release: async () => {
      await shared?.release();
    },
  };
}
