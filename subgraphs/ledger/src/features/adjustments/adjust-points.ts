import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { AdjustPointsInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { requireClientId } from '../../graphql/client-id';
import { adjustedOn, limitsOf, lockAllowance } from '../adjustment-limits';
import { findMember, MemberCopy } from '../members';
import { memberUnknown } from '../purchases';
import { businessTime, isLegalEntity } from '../stores';
import { AdjustmentRow } from './adjustment.entity';
import { firstStep } from './adjustment.queries';
import {
  adjustmentFault,
  adjustmentHash,
  decideAmount,
  invalid,
  type AdjustmentInvalid,
  type AdjustmentLimitExceeded,
} from './adjustment.rules';
import { bookAdjustment, type PointsInsufficient } from './book-adjustment';
import { takeStep } from './take-step';

/** The points are adjusted, or wait for somebody else. */
export interface Adjusted {
  readonly __typename: 'AdjustmentBooked' | 'AdjustmentProposed';
  readonly adjustment: AdjustmentRow;
  readonly replayed: boolean;
}
export type AdjustOutcome =
  | Adjusted
  | AdjustmentInvalid
  | Refusal<'AdjustmentIdReused'>
  | Refusal<'MemberUnknown'>
  | Refusal<'MemberClosed'>
  | AdjustmentLimitExceeded
  | PointsInsufficient;

/** Gives or takes points by hand, once per adjustmentId. The answers' order of precedence is that of the SDL. */
export async function adjustPoints(ctx: LedgerContext, input: AdjustPointsInput): Promise<AdjustOutcome> {
  requireClientId('adjustmentId', input.adjustmentId);
  const fault = adjustmentFault(input) ?? (await legalEntityFault(ctx, input.legalEntity ?? null));
  if (fault) return fault;
  const contentHash = adjustmentHash(input, ctx.actor.id);
  const before = await replay(ctx.db.manager, input.adjustmentId, contentHash);
  if (before) return before;
  const memberId = await findMember(ctx, input.member);
  if (memberId === null) return memberUnknown();
  return inTransaction(ctx.db, async (tx) => {
    await lockAllowance(tx, ctx.actor.id);
    const adjustment = await draftOf(ctx, tx, input, { memberId, contentHash });
    return (await replay(tx, adjustment.id, contentHash)) ?? decide(ctx, tx, adjustment);
  });
}

async function decide(ctx: LedgerContext, tx: EntityManager, adjustment: AdjustmentRow): Promise<AdjustOutcome> {
  const closed = await closedMember(tx, adjustment.memberId);
  if (closed) return closed;
  const decided = decideAmount(
    adjustment.amountMinor,
    await adjustedOn(tx, adjustment),
    await limitsOf(tx, ctx.actor.role ?? ''),
  );
  if (typeof decided === 'object') return decided;
  const isBooked = decided === 'BOOK';
  const booked = isBooked ? await bookAdjustment(ctx, tx, adjustment) : null;
  if (booked && '__typename' in booked) return booked;
  await insertNew(tx, adjustment);
  return {
    __typename: isBooked ? 'AdjustmentBooked' : 'AdjustmentProposed',
    adjustment: await takeStep(ctx, tx, adjustment, {
      kind: isBooked ? 'BOOKED' : 'PROPOSED',
      note: adjustment.note,
      ...(booked && { booked }),
    }),
    replayed: false,
  };
}

/** A member who has left the programme neither gets nor gives points. */
export async function closedMember(tx: EntityManager, memberId: string): Promise<Refusal<'MemberClosed'> | null> {
  const member = await tx.getRepository(MemberCopy).findOneBy({ id: memberId });
  if (member?.status !== 'CLOSED') return null;
  return refusal('MemberClosed', 'The member has left the programme: nothing can be adjusted.');
}

/** The first answer to this id; null when it is new. */
async function replay(
  tx: EntityManager,
  id: string,
  contentHash: Buffer,
): Promise<Adjusted | Refusal<'AdjustmentIdReused'> | null> {
  const adjustment = await tx.getRepository(AdjustmentRow).findOneBy({ id });
  if (!adjustment) return null;
  if (!adjustment.contentHash.equals(contentHash))
    return refusal('AdjustmentIdReused', 'This adjustmentId was used with other content: make a new id.');
  const isBooked = (await firstStep(tx, id)) === 'BOOKED';
  return { __typename: isBooked ? 'AdjustmentBooked' : 'AdjustmentProposed', adjustment, replayed: true };
}

async function legalEntityFault(ctx: LedgerContext, legalEntity: string | null): Promise<AdjustmentInvalid | null> {
  if (legalEntity === null || (await isLegalEntity(ctx, legalEntity))) return null;
  return invalid('legalEntity', 'No store belongs to this legal entity.');
}

async function draftOf(
  ctx: LedgerContext,
  tx: EntityManager,
  input: AdjustPointsInput,
  { memberId, contentHash }: { memberId: string; contentHash: Buffer },
): Promise<AdjustmentRow> {
  const gives = input.amount > 0n;
  return {
    id: input.adjustmentId,
    contentHash,
    memberId,
    amountMinor: input.amount,
    reason: input.reason,
    note: input.note ?? null,
    legalEntity: gives ? (input.legalEntity ?? (await legalEntityOf(ctx, tx, memberId))) : null,
    activationDays: input.activationDays ?? 0,
    lifetimeDays: input.lifetimeDays ?? null,
    status: 'PROPOSED',
    authorId: ctx.actor.id,
    authorName: ctx.actor.name,
    businessDay: businessTime(ctx.now, ctx.config.BUSINESS_TIME_ZONE).day,
    createdAt: ctx.now,
    lapsesAt: new Date(ctx.now.getTime() + ctx.config.ADJUSTMENT_PROPOSAL_DAYS * 86_400_000),
  };
}

/** Who owes what a member is given: the company of the first receipt, or the programme's. */
async function legalEntityOf(ctx: LedgerContext, tx: EntityManager, memberId: string): Promise<string> {
  const rows: { legal_entity: string }[] = await tx.query(
    'select legal_entity from purchase where member_id = $1 order by occurred_at, id limit 1',
    [memberId],
  );
  return rows[0]?.legal_entity ?? ctx.config.PROGRAMME_LEGAL_ENTITY;
}

/** Another author's request may have taken the id meanwhile: then the transaction is tried again and finds it. */
async function insertNew(tx: EntityManager, adjustment: AdjustmentRow): Promise<void> {
  const { raw } = (await tx
    .createQueryBuilder()
    .insert()
    .into(AdjustmentRow)
    .values(adjustment)
    .orIgnore()
    .returning('id')
    .execute()) as { raw: unknown[] };
  if (raw.length === 0) throw Object.assign(new Error('The adjustment was inserted meanwhile'), { code: '40001' });
}
