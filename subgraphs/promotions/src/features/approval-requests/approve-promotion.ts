import { ApprovalChanged, recordEvent } from '@adal/events';
import { inTransaction, isUuid } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import { Approval, findApproval } from '../approvals';
import {
  lockPromotion,
  promotionInvalid,
  promotionUnknown,
  textOf,
  type Promotion,
  type PromotionInvalid,
  type PromotionUnknown,
  type SavePromotionOutcome,
} from '../promotions';

interface Refusal<Name extends string, Code extends string> {
  __typename: Name;
  code: Code;
  message: string;
}
type Changed = Extract<SavePromotionOutcome, { __typename: 'PromotionChanged' }>;
type Saved = Extract<SavePromotionOutcome, { __typename: 'PromotionSaved' }>;

export type RequestApprovalOutcome = Saved | PromotionUnknown | Changed | PromotionInvalid;
export type DecideApprovalOutcome =
  | Saved
  | PromotionUnknown
  | PromotionInvalid
  | Refusal<'ApprovalNotWaiting', 'APPROVAL_NOT_WAITING'>
  | Refusal<'PromotionIsOwn', 'PROMOTION_IS_OWN'>;

const COMMENT_LENGTH_MAX = 500;

/** Asks a colleague to look at a version. Asking again changes nothing. */
export function requestApproval(
  ctx: PromotionsContext,
  { id, version, comment }: { id: string; version: number; comment?: string | null | undefined },
): Promise<RequestApprovalOutcome> {
  return withPromotion(ctx, id, comment, async (tx, promotion) => {
    if (promotion.version !== version) {
      const message = 'A colleague changed the promotion meanwhile: look at it and ask again.';
      return { __typename: 'PromotionChanged', code: 'PROMOTION_CHANGED', message, promotion };
    }
    const found = await findApproval(tx, promotion);
    if (found?.status === 'REJECTED') {
      return promotionInvalid([{ field: 'version', message: 'This version was rejected: change it, then ask again.' }]);
    }
    if (found === null) {
      const { actor, now } = ctx;
      const requested = { requestedById: actor.id, requestedByName: actor.name, requestedAt: now };
      const key = { promotionId: promotion.id, version, status: 'WAITING' as const };
      await tellApproval(tx, tx.create(Approval, { ...key, ...requested, requestComment: textOf(comment) }), ctx);
    }
    return { __typename: 'PromotionSaved', promotion };
  });
}

interface Decision {
  id: string;
  version: number;
  approve: boolean;
  comment?: string | null | undefined;
}

/** Approves or rejects what waits; never by who asked. Deciding the same again changes nothing. */
export function decideApproval(
  ctx: PromotionsContext,
  { id, version, approve, comment }: Decision,
): Promise<DecideApprovalOutcome> {
  const status = approve ? 'APPROVED' : 'REJECTED';
  return withPromotion(ctx, id, comment, async (tx, promotion): Promise<DecideApprovalOutcome> => {
    const found = await findApproval(tx, { id: promotion.id, version });
    if (found?.status === status) return { __typename: 'PromotionSaved', promotion };
    if (found?.status !== 'WAITING') {
      const message = 'Nothing waits for a decision here: look at what was decided.';
      return { __typename: 'ApprovalNotWaiting', code: 'APPROVAL_NOT_WAITING', message };
    }
    if (found.requestedById === ctx.actor.id || (await isAuthor(tx, promotion.id, version, ctx.actor.id))) {
      const message = 'Who wrote it or asked cannot decide on it: ask a colleague.';
      return { __typename: 'PromotionIsOwn', code: 'PROMOTION_IS_OWN', message };
    }
    if (!approve && textOf(comment) === null) {
      return promotionInvalid([{ field: 'comment', message: 'Say what must change.' }]);
    }
    const { actor, now } = ctx;
    const decided = { decidedById: actor.id, decidedByName: actor.name, decidedAt: now };
    await tellApproval(
      tx,
      tx.create(Approval, { ...found, ...decided, status, decisionComment: textOf(comment) }),
      ctx,
    );
    return { __typename: 'PromotionSaved', promotion };
  });
}

async function withPromotion<Outcome>(
  ctx: PromotionsContext,
  id: string,
  comment: string | null | undefined,
  decide: (tx: EntityManager, promotion: Promotion) => Promise<Outcome>,
): Promise<Outcome | PromotionUnknown | PromotionInvalid> {
  if ((comment ?? '').length > COMMENT_LENGTH_MAX) {
    return promotionInvalid([{ field: 'comment', message: `At most ${COMMENT_LENGTH_MAX} characters.` }]);
  }
  return inTransaction(ctx.db, async (tx) => {
    const promotion = isUuid(id) ? await lockPromotion(tx, id) : null;
    return promotion === null ? promotionUnknown() : decide(tx, promotion);
  });
}

async function isAuthor(tx: EntityManager, promotionId: string, version: number, actorId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'select 1 from promotion_version where promotion_id = $1 and version = $2 and author_id = $3',
    [promotionId, version, actorId],
  );
  return rows.length > 0;
}

async function tellApproval(tx: EntityManager, approval: Approval, ctx: PromotionsContext): Promise<void> {
  await tx.save(approval);
  const { promotionId, version, status } = approval;
  const by = { actorId: ctx.actor.id, comment: approval.decisionComment ?? approval.requestComment ?? null };
  await recordEvent(tx, ApprovalChanged, { promotionId, version, status, ...by, at: ctx.now.toISOString() }, ctx);
}
