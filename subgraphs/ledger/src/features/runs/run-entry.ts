import { newId } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { JournalEntryRow } from '../journal';
import { businessTime } from '../stores';
import { RUN_KINDS, type RunKind } from './run-kinds';

/** An entry of a run for one member; where it stands in the journal the books fill in. */
export function runEntryOf(ctx: LedgerContext, { kind, memberId, occurredAt, isUndoing }: RunEntry): JournalEntryRow {
  const { note } = RUN_KINDS[kind];
  return {
    seq: 0n,
    id: newId(),
    kind,
    memberId,
    bookedAt: ctx.now,
    occurredAt,
    businessDay: businessTime(occurredAt, ctx.config.BUSINESS_TIME_ZONE).day,
    note: isUndoing ? `${note}: undone` : note,
    purchaseId: null,
    returnId: null,
    availableAfterMinor: 0n,
  };
}

interface RunEntry {
  readonly kind: RunKind;
  readonly memberId: string;
  readonly occurredAt: Date;
  readonly isUndoing: boolean;
}
