import { inTransaction } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';

type InTransaction = <T>(db: DataSource, work: (tx: EntityManager) => Promise<T>) => Promise<T>;

/** Where an import does its work: in a transaction, which a dry run leaves without a trace. Both try again after a conflict. */
export const landIn = (isDryRun: boolean): InTransaction => (isDryRun ? inTrial : inTransaction);

/** Takes a transaction back with what it would have answered. */
class Trial<T> extends Error {
  constructor(readonly outcome: T) {
    super('Dry run');
  }
}

const inTrial: InTransaction = async <T>(db: DataSource, work: (tx: EntityManager) => Promise<T>) => {
  try {
    return await inTransaction(db, async (tx): Promise<T> => {
      throw new Trial(await work(tx));
    });
  } catch (error) {
    if (error instanceof Trial) return error.outcome as T;
    throw error;
  }
};
