import { PointsActivated, PointsExpired, recordEvent, type PointsMovement } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { columnsOf } from '../../db/columns';
import { JournalEntryRow } from '../journal';
import { LotRow } from '../lots';
import { purchaseEntryOf } from '../purchases';
import { returnEntryOf } from '../returns';
import { beatPulse } from './beat-pulse';
import type { ImportedReceipt } from './imported-receipt.rules';
import type { LinkedReturn } from './link-return.rules';

/** What the books took and what they did not. */
export interface BookedHistory {
  /** Purchases that spend more than there was. */
  readonly refused: ReadonlySet<string>;
  /** What was withdrawn, by return. */
  readonly returned: Readonly<Record<string, { withdrawn: number; lapsed: number; shortfall: number }>>;
}

interface HistoryAnswer {
  readonly refused: string[];
  readonly returned: BookedHistory['returned'];
  readonly activated: TurnedLot[];
  readonly expired: TurnedLot[];
}

interface TurnedLot {
  readonly entry_id: string;
  readonly member_id: string;
  readonly legal_entity: string;
  readonly amount: number;
  readonly occurred_at: string;
  readonly business_day: string;
}

/** Books the points of receipts of the past, in the order in which they happened, lots turning over on the way. */
export async function bookHistory(
  ctx: LedgerContext,
  tx: EntityManager,
  receipts: readonly ImportedReceipt[],
  returns: readonly LinkedReturn[],
): Promise<BookedHistory> {
  const items = [
    ...receipts.flatMap((one) => receiptItem(ctx, one)),
    ...returns.flatMap((one) => returnItem(ctx, one)),
  ];
  if (items.length === 0) return { refused: new Set(), returned: {} };
  items.sort((one, other) => one.at - other.at);
  await beatPulse(tx, 'RECEIPTS', ctx.now);
  const answers: { booked: HistoryAnswer }[] = await tx.query('select book_history($1, $2) as booked', [
    JSON.stringify(items),
    ctx.config.BUSINESS_TIME_ZONE,
  ]);
  const booked = answers[0]?.booked;
  if (!booked) throw new Error('book_history answered nothing');
  if (booked.activated.length > 0)
    await recordEvent(tx, PointsActivated, { movements: booked.activated.map(movementOf) }, ctx);
  if (booked.expired.length > 0)
    await recordEvent(tx, PointsExpired, { movements: booked.expired.map(movementOf) }, ctx);
  return { refused: new Set(booked.refused), returned: booked.returned };
}

interface HistoryItem {
  readonly at: number;
  readonly kind: 'SALE' | 'RETURN' | 'UNLINKED';
  readonly entry: Record<string, unknown>;
  readonly lot: Record<string, unknown> | null;
  readonly spent: string;
  readonly earned: string;
}

function receiptItem(ctx: LedgerContext, { purchase, lot }: ImportedReceipt): HistoryItem[] {
  const { memberId, pointsSpentMinor, pointsEarnedMinor } = purchase;
  if (memberId === null || (pointsSpentMinor === 0n && pointsEarnedMinor === 0n)) return [];
  const isSale = purchase.kind === 'SALE';
  const entry = purchaseEntryOf(purchase, memberId);
  return [
    {
      at: purchase.occurredAt.getTime(),
      kind: isSale ? 'SALE' : 'UNLINKED',
      entry: columnsOf(
        ctx.db,
        JournalEntryRow,
        isSale ? entry : { ...entry, kind: 'RETURN', note: `Return ${purchase.receiptNumber ?? ''}` },
      ),
      lot: lot && columnsOf(ctx.db, LotRow, lot),
      spent: abs(pointsSpentMinor),
      earned: abs(pointsEarnedMinor),
    },
  ];
}

function returnItem(ctx: LedgerContext, { row, parts, original }: LinkedReturn): HistoryItem[] {
  const { memberId, pointsBooked } = original.purchase;
  const earned = parts.reduce((total, part) => total + part.pointsEarnedMinor, 0n);
  if (memberId === null || !pointsBooked || (row.pointsGivenBackMinor === 0n && earned === 0n)) return [];
  return [
    {
      at: row.occurredAt.getTime(),
      kind: 'RETURN',
      entry: columnsOf(ctx.db, JournalEntryRow, returnEntryOf(row, original.purchase, memberId)),
      lot: null,
      spent: abs(row.pointsGivenBackMinor),
      earned: abs(earned),
    },
  ];
}

const abs = (value: bigint): string => (value < 0n ? -value : value).toString();

function movementOf(turned: TurnedLot): PointsMovement {
  return {
    entryId: turned.entry_id,
    memberId: turned.member_id,
    legalEntity: turned.legal_entity,
    amountMinor: turned.amount,
    occurredAt: new Date(turned.occurred_at).toISOString(),
    businessDay: turned.business_day,
  };
}
