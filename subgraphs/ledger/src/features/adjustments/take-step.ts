import { AdjustmentChanged, recordEvent } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { AdjustmentStatus, AdjustmentStepKind } from '../../generated/graphql';
import { AdjustmentStepRow } from './adjustment-step.entity';
import { AdjustmentRow } from './adjustment.entity';
import type { Booked } from './book-adjustment';

/** What is done with an adjustment, and why. */
export interface Step {
  readonly kind: AdjustmentStepKind;
  readonly note: string | null;
  readonly booked?: Booked;
}

/** Writes down who does what with a locked adjustment and tells of it; answers the adjustment as it stands now. */
export async function takeStep(
  ctx: LedgerContext,
  tx: EntityManager,
  adjustment: AdjustmentRow,
  { kind, note, booked }: Step,
): Promise<AdjustmentRow> {
  const status = STATUS_AFTER[kind];
  const steps = tx.getRepository(AdjustmentStepRow);
  await steps.insert({
    adjustmentId: adjustment.id,
    n: 1 + (await steps.countBy({ adjustmentId: adjustment.id })),
    kind,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    at: ctx.now,
    note,
    entrySeq: booked?.entrySeq ?? null,
    movedMinor: booked?.movedMinor ?? 0n,
    lapsedMinor: booked?.lapsedMinor ?? 0n,
  });
  if (adjustment.status !== status) await tx.getRepository(AdjustmentRow).update(adjustment.id, { status });
  const { id: adjustmentId, memberId, amountMinor, reason } = adjustment;
  const told = { adjustmentId, memberId, status, amountMinor: Number(amountMinor), reason, actorId: ctx.actor.id };
  await recordEvent(tx, AdjustmentChanged, { ...told, occurredAt: ctx.now.toISOString() }, ctx);
  return { ...adjustment, status };
}

/** Where each step leaves an adjustment. */
const STATUS_AFTER: Readonly<Record<AdjustmentStepKind, AdjustmentStatus>> = {
  PROPOSED: 'PROPOSED',
  BOOKED: 'BOOKED',
  APPROVED: 'BOOKED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  LAPSED: 'LAPSED',
  UNDONE: 'UNDONE',
};
