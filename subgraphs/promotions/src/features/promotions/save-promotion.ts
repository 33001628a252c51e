import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { Promotion } from './promotion.entity';
import { lockPromotion, lockPromotionId } from './promotion.queries';
import {
  isSameContent,
  promotionInvalid,
  readPromotion,
  type PromotionContent,
  type PromotionInvalid,
  type SavePromotionCommand,
} from './promotion.rules';
import { limitsAlone } from './promotion-limits.rules';
import { statusByClock } from './promotion-status.rules';
import { storePromotion } from './store-promotion';

export type SavePromotionOutcome =
  | { __typename: 'PromotionSaved'; promotion: Promotion }
  | { __typename: 'PromotionChanged'; code: 'PROMOTION_CHANGED'; message: string; promotion: Promotion }
  | PromotionInvalid;

/** Saves a promotion: a new id makes a draft, a known one a new version. Content that is there already is a success. */
export async function savePromotion(
  ctx: PromotionsContext,
  command: SavePromotionCommand,
): Promise<SavePromotionOutcome> {
  const asked = readPromotion(command);
  if ('__typename' in asked) return asked;
  return inTransaction(ctx.db, async (tx) => {
    const id = command.id.toLowerCase();
    await lockPromotionId(tx, id);
    const current = await lockPromotion(tx, id);
    // A form that does not know of limits changes none.
    const content = current && !command.limits ? { ...asked, ...limitsAlone(current) } : asked;
    const decision = decideSave(current, content, command.version ?? null);
    if (decision !== null) return decision;
    const next = tx.create(Promotion, {
      ...(current ?? { id, version: 0, status: 'DRAFT', createdAt: ctx.now }),
      ...content,
    });
    next.status = statusByClock(next, ctx.now);
    return { __typename: 'PromotionSaved', promotion: await storePromotion(tx, next, ctx) };
  });
}

/** Null when the content is to be stored. */
function decideSave(
  current: Promotion | null,
  content: PromotionContent,
  version: number | null,
): SavePromotionOutcome | null {
  if (current === null) return null;
  if (isSameContent(current, content)) return { __typename: 'PromotionSaved', promotion: current };
  if (current.version !== version) {
    const message = 'A colleague changed the promotion meanwhile: look at it and save again.';
    return { __typename: 'PromotionChanged', code: 'PROMOTION_CHANGED', message, promotion: current };
  }
  if (current.status !== 'ENDED') return null;
  return promotionInvalid([
    { field: 'status', message: 'An ended promotion does not change any more: save a new one.' },
  ]);
}
