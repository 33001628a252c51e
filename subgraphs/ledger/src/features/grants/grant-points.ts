import { createHash } from 'node:crypto';
import { sum } from '@adal/money';
import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { GrantPointsInput } from '../../generated/graphql';
import { requireClientId } from '../../graphql/client-id';
import { refusal, type Refusal } from '../../graphql/refusal';
import { adjustedOn, limitsOf, lockAllowance } from '../adjustment-limits';
import { decideAlone, type AdjustmentLimitExceeded } from '../adjustments';
import { insertRows } from '../imports';
import { pointDates } from '../lots';
import { findMembersByKey } from '../members';
import { bookRun } from '../runs';
import { businessTime, isLegalEntity } from '../stores';
import { grantFault, grantHash, invalid, sortRows, type GrantGift, type GrantInvalid } from './grant.rules';
import { PointGrantRow } from './point-grant.entity';

/** The points are in the wallets. */
export interface PointsGranted {
  readonly __typename: 'PointsGranted';
  readonly grant: PointGrantRow;
  readonly replayed: boolean;
}
export type GrantOutcome = PointsGranted | GrantInvalid | Refusal<'GrantIdReused'> | AdjustmentLimitExceeded;

/** Gives points to up to 1,000 members in one transaction, once per grantId. The answers' order of precedence is that of the SDL. */
export async function grantPoints(ctx: LedgerContext, input: GrantPointsInput): Promise<GrantOutcome> {
  requireClientId('grantId', input.grantId);
  const fault = grantFault(input);
  if (fault) return fault;
  const legalEntity = input.legalEntity ?? ctx.config.PROGRAMME_LEGAL_ENTITY;
  if (!(await isLegalEntity(ctx, legalEntity))) return invalid('legalEntity', 'No store belongs to this legal entity.');
  const contentHash = grantHash(input);
  return inTransaction(ctx.db, async (tx): Promise<GrantOutcome> => {
    const before = await replay(tx, input.grantId, contentHash);
    if (before) return before;
    const members = await findMembersByKey(
      tx,
      input.rows.map(({ member }) => member),
      ctx.config.PROGRAMME_COUNTRY,
    );
    const { gifts, rejected } = sortRows(input.rows, members);
    const grant: PointGrantRow = {
      ...draftOf(ctx, input),
      contentHash,
      legalEntity,
      given: gifts.length,
      pointsMinor: sum(gifts.map(({ pointsMinor }) => pointsMinor)),
      rejected,
    };
    const exceeded = await staffLimit(ctx, tx, grant);
    if (exceeded) return exceeded;
    await insertRows(tx, PointGrantRow, [grant]);
    if (gifts.length > 0) await bookGifts(ctx, tx, grant, gifts);
    return { __typename: 'PointsGranted', grant, replayed: false };
  });
}

/** The first answer to this id; null when it is new. */
async function replay(
  tx: EntityManager,
  id: string,
  contentHash: Buffer,
): Promise<PointsGranted | Refusal<'GrantIdReused'> | null> {
  const grant = await tx.getRepository(PointGrantRow).findOneBy({ id });
  if (!grant) return null;
  if (grant.contentHash.equals(contentHash)) return { __typename: 'PointsGranted', grant, replayed: true };
  return refusal('GrantIdReused', 'This grantId was used with other content: make a new id.');
}

/** Staff grant what they may adjust alone: nobody else looks at a grant before it is booked. */
async function staffLimit(
  ctx: LedgerContext,
  tx: EntityManager,
  grant: PointGrantRow,
): Promise<AdjustmentLimitExceeded | null> {
  if (ctx.actor.kind !== 'staff') return null;
  await lockAllowance(tx, ctx.actor.id);
  return decideAlone(grant.pointsMinor, await adjustedOn(tx, grant), await limitsOf(tx, ctx.actor.role ?? ''));
}

function draftOf(
  ctx: LedgerContext,
  { grantId, campaignId, note, activationDays, lifetimeDays }: GrantPointsInput,
): Omit<PointGrantRow, 'contentHash' | 'legalEntity' | 'given' | 'pointsMinor' | 'rejected'> {
  return {
    id: grantId,
    campaignId: campaignId ?? null,
    note,
    activationDays: activationDays ?? 0,
    lifetimeDays: lifetimeDays ?? null,
    authorId: ctx.actor.id,
    authorName: ctx.actor.name,
    businessDay: businessTime(ctx.now, ctx.config.BUSINESS_TIME_ZONE).day,
    createdAt: ctx.now,
  };
}

async function bookGifts(
  ctx: LedgerContext,
  tx: EntityManager,
  { id, legalEntity, activationDays, lifetimeDays }: PointGrantRow,
  gifts: readonly GrantGift[],
): Promise<void> {
  const dates = pointDates(ctx.now, ctx.config.BUSINESS_TIME_ZONE, activationDays, lifetimeDays);
  const rows = gifts.map(({ index, memberId, pointsMinor }) => ({
    line: index,
    contentHash: createHash('sha256').update(`${memberId} ${pointsMinor}`).digest(),
    memberId,
    pointsMinor,
    legalEntity,
    ...dates,
  }));
  await bookRun(ctx, tx, { kind: 'GRANT', id }, rows);
}
