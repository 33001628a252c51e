import { inTransaction } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { AdjustmentStatus, UndoAdjustmentInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { requireClientId } from '../../graphql/client-id';
import type { AdjustmentRow } from './adjustment.entity';
import { lastStep, lockAdjustment } from './adjustment.queries';
import { invalid, noteFault, type AdjustmentInvalid } from './adjustment.rules';
import { bookUndoing, type Booked, type PointsInsufficient } from './book-adjustment';
import { takeStep } from './take-step';

/** What undoing has moved. */
export interface AdjustmentUndone {
  readonly __typename: 'AdjustmentUndone';
  readonly adjustment: AdjustmentRow;
  readonly moved: bigint;
  readonly lapsed: bigint;
  readonly shortfall: bigint;
  readonly replayed: boolean;
}
export type UndoOutcome =
  | AdjustmentUndone
  | AdjustmentInvalid
  | Refusal<'AdjustmentUnknown'>
  | Refusal<'AdjustmentNotBooked', { status: AdjustmentStatus }>
  | PointsInsufficient;

/** Undoes a booked adjustment by a new entry: exactly, or as far as the points reach when that is allowed. */
export async function undoAdjustment(ctx: LedgerContext, input: UndoAdjustmentInput): Promise<UndoOutcome> {
  requireClientId('adjustmentId', input.adjustmentId);
  const fault = noteFault(input.note) ?? (input.note.trim() === '' ? invalid('note', 'note must say why.') : null);
  if (fault) return fault;
  return inTransaction(ctx.db, async (tx): Promise<UndoOutcome> => {
    const adjustment = await lockAdjustment(tx, input.adjustmentId);
    if (!adjustment) return refusal('AdjustmentUnknown', 'Nothing was adjusted under this id.');
    const last = await lastStep(tx, adjustment.id);
    if (last?.kind === 'UNDONE' && last.actorId === ctx.actor.id && last.note === input.note)
      return undone(adjustment, last, true);
    const { status } = adjustment;
    if (status !== 'BOOKED' || !last?.entrySeq)
      return refusal('AdjustmentNotBooked', 'Only what is in the books can be undone.', { status });
    const booked = await bookUndoing(ctx, tx, adjustment, last.entrySeq, input.allowPartial ?? false);
    if ('__typename' in booked) return booked;
    return undone(await takeStep(ctx, tx, adjustment, { kind: 'UNDONE', note: input.note, booked }), booked, false);
  });
}

function undone(
  adjustment: AdjustmentRow,
  { movedMinor, lapsedMinor }: Omit<Booked, 'entrySeq'>,
  replayed: boolean,
): AdjustmentUndone {
  return {
    __typename: 'AdjustmentUndone',
    adjustment,
    moved: movedMinor,
    lapsed: lapsedMinor,
    shortfall: adjustment.amountMinor + movedMinor - lapsedMinor,
    replayed,
  };
}
