import type { DataSource, EntityManager } from 'typeorm';

/** Connections that read side by side: as many as Postgres takes for one big query, a leader and two workers. */
const READERS = 3;

/** A piece of a check: what is wrong, or null. */
export type Piece = (tx: EntityManager) => Promise<string | null>;

/**
 * Gives work several connections that see one and the same snapshot. One after the other in this process: a check that holds a
 * connection and waits for the next, beside others that do the same, would leave none for anybody.
 */
export function inOneSnapshot<T>(
  db: DataSource,
  work: (readers: readonly [EntityManager, ...EntityManager[]]) => Promise<T>,
): Promise<T> {
  const wanted = readersOf(db);
  const join = (snapshot: string, readers: readonly [EntityManager, ...EntityManager[]]): Promise<T> =>
    readers.length === wanted
      ? work(readers)
      : db.transaction('REPEATABLE READ', async (tx) => {
          await tx.query(`set transaction snapshot '${snapshot}'`);
          await tx.query(PATIENT);
          return join(snapshot, [...readers, tx]);
        });
  const begin = (): Promise<T> =>
    db.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(PATIENT);
      const rows: { snapshot: string }[] = await tx.query('select pg_export_snapshot() as snapshot');
      return join(rows[0]?.snapshot ?? '', [tx]);
    });
  const turn = (turns.get(db) ?? Promise.resolve()).then(begin);
  turns.set(
    db,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  );
  return turn;
}

// A reader that is done waits for the others.
const PATIENT = 'set local idle_in_transaction_session_timeout = 0';

/** A small pool keeps a connection for everybody else. */
function readersOf({ options }: DataSource): number {
  const { extra } = options as { extra?: { max?: number } };
  return Math.max(1, Math.min(READERS, (extra?.max ?? READERS + 1) - 1));
}

const turns = new WeakMap<DataSource, Promise<void>>();

/** Does pieces in order, side by side; answers the fault of the first in order that finds one. What comes after it is left out. */
export async function findFirstFault(
  readers: readonly EntityManager[],
  pieces: readonly Piece[],
): Promise<string | null> {
  const found = new Map<number, string>();
  let [next, end] = [0, pieces.length];
  const read = async (tx: EntityManager): Promise<void> => {
    for (let place = next++; place < end; place = next++) {
      const fault = await pieces[place]?.(tx);
      if (fault == null) continue;
      found.set(place, fault);
      end = Math.min(end, place);
    }
  };
  await Promise.all(readers.map(read));
  return found.get(end) ?? null;
}
