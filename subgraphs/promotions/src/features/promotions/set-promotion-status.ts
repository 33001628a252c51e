import { inTransaction, isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { lacksApproval } from '../approvals';
import { Promotion } from './promotion.entity';
import { lockPromotion } from './promotion.queries';
import { promotionUnknown, type PromotionInvalid, type PromotionUnknown } from './promotion.rules';
import { decideStatus } from './promotion-status.rules';
import { storePromotion } from './store-promotion';

export type SetPromotionStatusOutcome =
  | { __typename: 'PromotionSaved'; promotion: Promotion }
  | PromotionUnknown
  | PromotionInvalid
  | { __typename: 'ApprovalNeeded'; code: 'APPROVAL_NEEDED'; message: string };

/** Publishes, pauses or ends a promotion. A status it has already is a success that changes nothing. */
export async function setPromotionStatus(
  ctx: PromotionsContext,
  command: { id: string; status: string },
): Promise<SetPromotionStatusOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    const current = isUuid(command.id) ? await lockPromotion(tx, command.id) : null;
    if (current === null) return promotionUnknown();
    const status = decideStatus(current, command.status, ctx.now);
    if (typeof status !== 'string') return status;
    if (status === current.status) return { __typename: 'PromotionSaved', promotion: current };
    if (['SCHEDULED', 'RUNNING'].includes(status) && (await lacksApproval(tx, current))) {
      const message = 'It may give more than one person decides: ask a colleague to approve it.';
      return { __typename: 'ApprovalNeeded', code: 'APPROVAL_NEEDED', message };
    }
    const next = tx.create(Promotion, { ...current, status });
    return { __typename: 'PromotionSaved', promotion: await storePromotion(tx, { before: current, next }, ctx) };
  });
}
