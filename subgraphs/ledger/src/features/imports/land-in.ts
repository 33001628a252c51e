import { inTransaction } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';

type InTransaction = <T>(db: DataSource, work: (tx: EntityManager) => Promise<T>) => Promise<T>;

/** Where an import does its work: in a transaction, which a dry run leaves without a trace. */
export const landIn = (isDryRun: boolean): InTransaction => (isDryRun ? inTrial : inTransaction);

const inTrial: InTransaction = async (db, work) => {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  try {
    return await work(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
};
