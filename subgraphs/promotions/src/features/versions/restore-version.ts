import { isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';
import {
  findVersion,
  promotionUnknown,
  savePromotion,
  type PromotionUnknown,
  type SavePromotionOutcome,
} from '../promotions';

export type RestoreVersionOutcome = SavePromotionOutcome | PromotionUnknown;

interface Restoration {
  id: string;
  restore: number;
  version: number;
  note?: string | null | undefined;
}

/** Saves what a promotion once was as its next version. What is so already is a success that changes nothing. */
export async function restoreVersion(
  ctx: PromotionsContext,
  { id, restore, version, note }: Restoration,
): Promise<RestoreVersionOutcome> {
  const old = isUuid(id) ? await findVersion(ctx.db, id, restore) : null;
  if (old === null) return promotionUnknown();
  const { name, definition, limits, noControlReason } = old;
  return savePromotion(ctx, { id, name, definition, limits, noControlReason, note: note ?? `← ${restore}`, version });
}
