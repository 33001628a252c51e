import type { DataSource, EntityManager } from 'typeorm';
import { Programme } from './programme.entity';

/** The settings; a migration seeds them. */
export function getProgramme(db: DataSource | EntityManager): Promise<Programme> {
  return db.getRepository(Programme).findOneByOrFail({ id: 1 });
}

/** The settings, locked until the transaction ends. */
export function lockProgramme(tx: EntityManager): Promise<Programme> {
  return tx.getRepository(Programme).findOneOrFail({ where: { id: 1 }, lock: { mode: 'pessimistic_write' } });
}
