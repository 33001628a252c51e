import type { EntityManager } from 'typeorm';

/**
 * Counts again what promotions gave in these receipts, which the transaction has locked by writing them: exactly once, however often
 * and in whatever order sales and returns are told.
 */
export async function settleUses(tx: EntityManager, receiptIds: readonly string[]): Promise<void> {
  if (receiptIds.length > 0) await tx.query('select settle_promotion_uses($1)', [receiptIds]);
}
