import { newId } from '@adal/service';
import type { JournalEntryRow } from '../journal';
import type { PurchaseRow } from '../purchases';
import type { ReturnLineRow } from './return-line.entity';
import type { ReturnRow } from './return.entity';
import { totalOf, type ReturnedPart } from './return.rules';

/** The row of a part that came back. */
export function returnLineOf(row: ReturnRow, part: ReturnedPart): ReturnLineRow {
  return { ...part, returnId: row.id, purchaseId: row.purchaseId, totalMinor: totalOf(part) };
}

/** The entry of a return on its member's wallet. */
export function returnEntryOf(row: ReturnRow, purchase: PurchaseRow, memberId: string): JournalEntryRow {
  return {
    seq: 0n,
    id: newId(),
    kind: 'RETURN',
    memberId,
    bookedAt: row.recordedAt,
    occurredAt: row.occurredAt,
    businessDay: row.businessDay,
    note: `Return of purchase ${purchase.receiptNumber ?? purchase.id}`,
    purchaseId: purchase.id,
    returnId: row.id,
    availableAfterMinor: 0n,
  };
}
