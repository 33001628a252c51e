import { invariant } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';

/** Tells every replica, once the transaction commits, that what prices are made of has changed. */
export async function bumpPricingRevision(tx: EntityManager): Promise<void> {
  await tx.query('update pricing_revision set revision = revision + 1');
}

/** The revision that prices have now. */
export async function getPricingRevision(db: DataSource): Promise<string> {
  const [row]: { revision: string }[] = await db.query('select revision::text from pricing_revision');
  invariant(row, 'A migration seeds the revision');
  return row.revision;
}
