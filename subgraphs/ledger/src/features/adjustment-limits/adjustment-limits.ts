import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { AdjustmentLimitInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { businessTime } from '../stores';
import { AdjustmentLimitRow } from './adjustment-limit.entity';
import { DEFAULT_LIMITS, defaultLimits, isRole, leftOf, type AdjustmentLimits } from './adjustment-limit.rules';

/** What staff of a role may adjust, and since when. */
export interface AdjustmentLimitView extends AdjustmentLimits {
  readonly role: string;
  readonly changedAt: Date | null;
  readonly changedByName: string | null;
}

/** Of one role. */
export async function limitsOf(tx: EntityManager, role: string): Promise<AdjustmentLimits> {
  return (await tx.getRepository(AdjustmentLimitRow).findOneBy({ role })) ?? defaultLimits(role);
}

/** One member of staff's adjustments and grants queue, so that two at once cannot both take what is left of the day. */
export async function lockAllowance(tx: EntityManager, authorId: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('adjust:' || $1, 0))", [authorId]);
}

/** What an author has adjusted, proposed or granted on a day; what came to nothing does not count. */
export async function adjustedOn(
  tx: EntityManager,
  { authorId, businessDay }: { authorId: string; businessDay: string },
): Promise<bigint> {
  const rows: { sum: string }[] = await tx.query(
    `select coalesce(sum(abs(amount_minor)), 0) + (select coalesce(sum(points_minor), 0) from point_grant where author_id = $1 and business_day = $2) as sum
     from adjustment where author_id = $1 and business_day = $2 and status in ('PROPOSED', 'BOOKED', 'UNDONE')`,
    [authorId, businessDay],
  );
  return BigInt(rows[0]?.sum ?? 0);
}

/** What somebody may adjust, and what is left of it today. */
export interface AllowanceView extends AdjustmentLimits {
  readonly leftTodayMinor: bigint;
}

/** Of the one who asks. */
export async function readAllowance({ db, actor, config, now }: LedgerContext): Promise<AllowanceView> {
  const { perAdjustmentMinor, perDayMinor, approvalAboveMinor } = await limitsOf(db.manager, actor.role ?? '');
  const { day } = businessTime(now, config.BUSINESS_TIME_ZONE);
  const adjusted = await adjustedOn(db.manager, { authorId: actor.id, businessDay: day });
  return { perAdjustmentMinor, perDayMinor, approvalAboveMinor, leftTodayMinor: leftOf(perDayMinor, adjusted) };
}

/** Of every role, as set or as Adal comes with. */
export async function listAdjustmentLimits(ctx: LedgerContext): Promise<AdjustmentLimitView[]> {
  const rows = new Map((await ctx.db.getRepository(AdjustmentLimitRow).find()).map((row) => [row.role, row]));
  return Object.entries(DEFAULT_LIMITS).map(
    ([role, limits]) => rows.get(role) ?? { role, ...limits, changedAt: null, changedByName: null },
  );
}

export type SetLimitOutcome =
  | { __typename: 'AdjustmentLimitSet'; limit: AdjustmentLimitView }
  | Refusal<'AdjustmentLimitInvalid', { field: string }>;

/** Sets what staff of a role may adjust; who set it first keeps the name while nothing changes. */
export async function setAdjustmentLimit(ctx: LedgerContext, input: AdjustmentLimitInput): Promise<SetLimitOutcome> {
  const fault = limitFault(input);
  if (fault) return refusal('AdjustmentLimitInvalid', fault.message, { field: fault.field });
  const row: AdjustmentLimitRow = {
    role: input.role,
    perAdjustmentMinor: input.perAdjustment,
    perDayMinor: input.perDay,
    approvalAboveMinor: input.approvalAbove,
    changedAt: ctx.now,
    changedById: ctx.actor.id,
    changedByName: ctx.actor.name,
  };
  return inTransaction(ctx.db, async (tx) => {
    const limits = tx.getRepository(AdjustmentLimitRow);
    const before = await limits.findOneBy({ role: row.role });
    const isSame =
      before?.perAdjustmentMinor === row.perAdjustmentMinor &&
      before.perDayMinor === row.perDayMinor &&
      before.approvalAboveMinor === row.approvalAboveMinor;
    if (!isSame) await limits.upsert(row, ['role']);
    return { __typename: 'AdjustmentLimitSet', limit: isSame ? before : row };
  });
}

function limitFault(input: AdjustmentLimitInput): { field: string; message: string } | null {
  const { role, perAdjustment, perDay, approvalAbove } = input;
  if (!isRole(role))
    return { field: 'role', message: `role must be one of ${Object.keys(DEFAULT_LIMITS).join(', ')}.` };
  for (const [field, amount] of Object.entries({ perAdjustment, perDay, approvalAbove }))
    if (amount < 0n) return { field, message: `${field} must not be negative.` };
  return perDay < perAdjustment ? { field: 'perDay', message: 'perDay must be at least perAdjustment.' } : null;
}
