import { PromotionChanged, recordEvent, type EventOrigin } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { bumpPricingRevision } from '../pricing';
import { Promotion } from './promotion.entity';

/** Writes the next version of a promotion, and tells: the one place where a promotion changes. */
export async function storePromotion(tx: EntityManager, promotion: Promotion, origin: EventOrigin): Promise<Promotion> {
  const stored = tx.create(Promotion, { ...promotion, version: promotion.version + 1, updatedAt: origin.now });
  await tx.save(stored);
  await bumpPricingRevision(tx);
  const { id: promotionId, version, name, mechanic, status } = stored;
  const changedAt = origin.now.toISOString();
  await recordEvent(tx, PromotionChanged, { promotionId, version, name, mechanic, status, changedAt }, origin);
  return stored;
}
