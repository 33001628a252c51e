import type { EntityManager } from 'typeorm';
import { ImportPulse } from './import-pulse.entity';

/** Tells the jobs that points of the past are being booked. */
export async function beatPulse(tx: EntityManager, kind: ImportPulse['kind'], now: Date): Promise<void> {
  await tx.getRepository(ImportPulse).upsert({ kind, beatAt: now }, ['kind']);
}
