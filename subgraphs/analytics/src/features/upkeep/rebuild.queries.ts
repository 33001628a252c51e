import type { EntityManager } from 'typeorm';
import { Rebuild } from './rebuild.entity';

/** The rebuild asked for last; earlier ones are done. */
export async function findLatestRebuild(tx: EntityManager): Promise<Rebuild | null> {
  const [latest] = await tx.find(Rebuild, { order: { askedAt: 'DESC' }, take: 1 });
  return latest ?? null;
}
