import { PromotionChanged, recordEvent } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import { toEnginePromotion } from '../definitions';
import { bumpPricingRevision } from '../pricing';
import { Promotion } from './promotion.entity';
import { PromotionVersion } from './promotion-version.entity';

/** Writes a promotion and tells: the one place where its row changes. */
export async function storePromotion(
  tx: EntityManager,
  { before, next }: { before: Promotion | null; next: Promotion },
  ctx: Pick<PromotionsContext, 'now' | 'correlationId'>,
): Promise<Promotion> {
  const stored = tx.create(Promotion, { ...next, revision: next.revision + 1, updatedAt: ctx.now });
  await tx.save(stored);
  if (isLive(before) || isLive(stored)) await bumpPricingRevision(tx);
  await tellPromotion(tx, stored, ctx);
  return stored;
}

/** Tells what a promotion is now; a deleted draft for the last time. */
export async function tellPromotion(
  tx: EntityManager,
  promotion: Promotion,
  ctx: Pick<PromotionsContext, 'now' | 'correlationId'>,
  deleted = false,
): Promise<void> {
  const { id: promotionId, version, revision, name, status } = promotion;
  const mechanic = promotion.templateKey ?? toEnginePromotion(promotion)?.effects[0]?.kind ?? '';
  const what = { promotionId, version, revision, name, mechanic, status, ...(deleted && { deleted }) };
  await recordEvent(tx, PromotionChanged, { ...what, changedAt: ctx.now.toISOString() }, ctx);
}

const isLive = (promotion: Promotion | null): boolean =>
  promotion !== null && ['SCHEDULED', 'RUNNING'].includes(promotion.status);

/** Keeps what the promotion is from now on. Once written, never written again. */
export async function keepVersion(
  tx: EntityManager,
  promotion: Promotion,
  note: string | null,
  { actor, now }: PromotionsContext,
): Promise<void> {
  const { id: promotionId, version, name, definition, limits, noControlReason } = promotion;
  await tx.insert(PromotionVersion, {
    promotionId,
    version,
    name,
    definition: definition as object,
    limits,
    noControlReason,
    authorId: actor.id,
    authorName: actor.name,
    at: now,
    note,
  });
}
