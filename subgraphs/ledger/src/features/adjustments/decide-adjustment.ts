import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { AdjustmentStatus, DecideAdjustmentInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { requireClientId } from '../../graphql/client-id';
import { closedMember } from './adjust-points';
import { lastStep, lockAdjustment } from './adjustment.queries';
import { noteFault, type AdjustmentInvalid } from './adjustment.rules';
import { AdjustmentRow } from './adjustment.entity';
import { bookAdjustment, type PointsInsufficient } from './book-adjustment';
import { takeStep } from './take-step';

interface Decided<T extends string> {
  readonly __typename: T;
  readonly adjustment: AdjustmentRow;
  readonly replayed: boolean;
}
type Undecided =
  AdjustmentInvalid | Refusal<'AdjustmentUnknown'> | Refusal<'AdjustmentNotWaiting', { status: AdjustmentStatus }>;
type ApproverIsAuthor = Refusal<'ApproverIsAuthor'>;

export type ApproveOutcome =
  Decided<'AdjustmentBooked'> | Undecided | ApproverIsAuthor | Refusal<'MemberClosed'> | PointsInsufficient;
export type RejectOutcome = Decided<'AdjustmentRejected'> | Undecided | ApproverIsAuthor;
export type WithdrawOutcome = Decided<'AdjustmentWithdrawn'> | Undecided | Refusal<'AuthorIsOther'>;

/** Books a proposal; never by its author. */
export function approveAdjustment(ctx: LedgerContext, input: DecideAdjustmentInput): Promise<ApproveOutcome> {
  return decide<ApproveOutcome>(ctx, input, ['APPROVED', 'AdjustmentBooked'], async (tx, adjustment, note) => {
    const own = authorRefused(ctx, adjustment) ?? (await closedMember(tx, adjustment.memberId));
    if (own) return own;
    const booked = await bookAdjustment(ctx, tx, adjustment);
    if ('__typename' in booked) return booked;
    const approved = await takeStep(ctx, tx, adjustment, { kind: 'APPROVED', note, booked });
    return { __typename: 'AdjustmentBooked', adjustment: approved, replayed: false };
  });
}

/** Turns a proposal down; never by its author. */
export function rejectAdjustment(ctx: LedgerContext, input: DecideAdjustmentInput): Promise<RejectOutcome> {
  return decide<RejectOutcome>(ctx, input, ['REJECTED', 'AdjustmentRejected'], async (tx, adjustment, note) => {
    const own = authorRefused(ctx, adjustment);
    if (own) return own;
    const rejected = await takeStep(ctx, tx, adjustment, { kind: 'REJECTED', note });
    return { __typename: 'AdjustmentRejected', adjustment: rejected, replayed: false };
  });
}

/** Takes a proposal back; by its author alone. */
export function withdrawAdjustment(ctx: LedgerContext, input: DecideAdjustmentInput): Promise<WithdrawOutcome> {
  return decide<WithdrawOutcome>(ctx, input, ['WITHDRAWN', 'AdjustmentWithdrawn'], async (tx, adjustment, note) => {
    if (adjustment.authorId !== ctx.actor.id)
      return refusal('AuthorIsOther', 'Only its author takes a proposal back: reject it instead.');
    const withdrawn = await takeStep(ctx, tx, adjustment, { kind: 'WITHDRAWN', note });
    return { __typename: 'AdjustmentWithdrawn', adjustment: withdrawn, replayed: false };
  });
}

/** Decides on a locked proposal that still waits. The same decision of the same person with the same words is a replay. */
async function decide<T extends { readonly __typename: string }>(
  ctx: LedgerContext,
  input: DecideAdjustmentInput,
  [kind, answer]: readonly ['APPROVED' | 'REJECTED' | 'WITHDRAWN', (T & Decided<string>)['__typename']],
  take: (tx: EntityManager, adjustment: AdjustmentRow, note: string | null) => Promise<T>,
): Promise<T | Undecided> {
  requireClientId('adjustmentId', input.adjustmentId);
  const fault = noteFault(input.note);
  if (fault) return fault;
  const note = input.note ?? null;
  return inTransaction(ctx.db, async (tx): Promise<T | Undecided> => {
    const adjustment = await lockAdjustment(tx, input.adjustmentId);
    if (!adjustment) return refusal('AdjustmentUnknown', 'Nothing was adjusted under this id.');
    const last = await lastStep(tx, adjustment.id);
    if (last?.kind === kind && last.actorId === ctx.actor.id && last.note === note)
      return { __typename: answer, adjustment, replayed: true } as T & Decided<string>;
    const status = adjustment.status === 'PROPOSED' && adjustment.lapsesAt <= ctx.now ? 'LAPSED' : adjustment.status;
    if (status !== 'PROPOSED')
      return refusal('AdjustmentNotWaiting', 'The proposal is decided already, or too old.', { status });
    return take(tx, adjustment, note);
  });
}

function authorRefused(ctx: LedgerContext, { authorId }: AdjustmentRow): ApproverIsAuthor | null {
  if (authorId !== ctx.actor.id) return null;
  return refusal('ApproverIsAuthor', 'Who proposed it cannot decide on it: ask a colleague.');
}
