import { PointsActivated, PointsExpired, recordEvent, type PointsMovement } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { rowLiteral } from '../../db/row-literal';
import { beatPulse } from '../imports';
import { JournalEntryRow } from '../journal';
import { LotRow } from '../lots';
import { purchaseEntryOf } from '../purchases';
import { returnEntryOf } from '../returns';
import type { ImportedReceipt } from './imported-receipt.rules';
import type { LinkedReturn } from './link-return.rules';

/** What the books took and what they did not. */
export interface BookedHistory {
  /** Purchases that spend more than there was. */
  readonly refused: ReadonlySet<string>;
  /** What was withdrawn, by return. */
  readonly returned: Readonly<
    Record<string, { withdrawn: number; lapsed: number; shortfall: number; unexpired: number }>
  >;
  /** Earned points that returns without a sale could not take from anybody, by return: they stay earned. */
  readonly kept: Readonly<Record<string, number>>;
}

/** Of a run that books none. */
export const NO_HISTORY: BookedHistory = { refused: new Set(), returned: {}, kept: {} };

interface HistoryAnswer extends Pick<BookedHistory, 'returned' | 'kept'> {
  readonly refused: string[];
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
  const items = [...receipts.flatMap((one) => receiptItem(one)), ...returns.flatMap((one) => returnItem(one))];
  if (items.length === 0) return NO_HISTORY;
  items.sort((one, other) => one.at - other.at);
  await beatPulse(tx, 'RECEIPTS', ctx.now);
  const answers: { booked: HistoryAnswer }[] = await tx.query(
    'select books.book_history($1, $2, $3, $4, $5, $6) as booked',
    [
      items.map(({ kind }) => kind),
      items.map(({ entry }) => rowLiteral(ctx.db, JournalEntryRow, entry)),
      items.map(({ lot }) => lot && rowLiteral(ctx.db, LotRow, lot)),
      items.map(({ spent }) => spent),
      items.map(({ earned }) => earned),
      ctx.config.BUSINESS_TIME_ZONE,
    ],
  );
  const booked = answers[0]?.booked;
  if (!booked) throw new Error('book_history answered nothing');
  if (booked.activated.length > 0)
    await recordEvent(tx, PointsActivated, { movements: booked.activated.map(movementOf) }, ctx);
  if (booked.expired.length > 0)
    await recordEvent(tx, PointsExpired, { movements: booked.expired.map(movementOf) }, ctx);
  return { refused: new Set(booked.refused), returned: booked.returned, kept: booked.kept };
}

interface HistoryItem {
  readonly at: number;
  readonly kind: 'SALE' | 'RETURN' | 'UNLINKED';
  readonly entry: JournalEntryRow;
  readonly lot: LotRow | null;
  readonly spent: bigint;
  readonly earned: bigint;
}

function receiptItem({ purchase, lot }: ImportedReceipt): HistoryItem[] {
  const { memberId, pointsSpentMinor, pointsEarnedMinor } = purchase;
  if (memberId === null || (pointsSpentMinor === 0n && pointsEarnedMinor === 0n)) return [];
  const isSale = purchase.kind === 'SALE';
  const entry = purchaseEntryOf(purchase, memberId);
  return [
    {
      at: purchase.occurredAt.getTime(),
      kind: isSale ? 'SALE' : 'UNLINKED',
      entry: isSale ? entry : { ...entry, kind: 'RETURN', note: `Return ${purchase.receiptNumber ?? ''}` },
      lot,
      spent: abs(pointsSpentMinor),
      earned: abs(pointsEarnedMinor),
    },
  ];
}

function returnItem({ row, parts, original }: LinkedReturn): HistoryItem[] {
  const { memberId, pointsBooked } = original.purchase;
  const earned = parts.reduce((total, part) => total + part.pointsEarnedMinor, 0n);
  if (memberId === null || !pointsBooked || (row.pointsGivenBackMinor === 0n && earned === 0n)) return [];
  return [
    {
      at: row.occurredAt.getTime(),
      kind: 'RETURN',
      entry: returnEntryOf(row, original.purchase, memberId),
      lot: null,
      spent: abs(row.pointsGivenBackMinor),
      earned: abs(earned),
    },
  ];
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

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
