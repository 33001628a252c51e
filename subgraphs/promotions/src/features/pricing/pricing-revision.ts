import type { EntityManager } from 'typeorm';

/** Tells every replica, once the transaction commits, that what prices are made of has changed. */
export async function bumpPricingRevision(tx: EntityManager): Promise<void> {
  await tx.query('update pricing_revision set revision = revision + 1');
}
