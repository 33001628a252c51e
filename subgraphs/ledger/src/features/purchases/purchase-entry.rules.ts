import { newId } from '@adal/service';
import type { JournalEntryRow } from '../journal';
import type { PurchaseRow } from './purchase.entity';

/** The entry of a purchase on its member's wallet: one for what it spends and what it earns. */
export function purchaseEntryOf(purchase: PurchaseRow, memberId: string): JournalEntryRow {
  return {
    seq: 0n,
    id: newId(),
    kind: 'PURCHASE',
    memberId,
    bookedAt: purchase.recordedAt,
    occurredAt: purchase.occurredAt,
    businessDay: purchase.businessDay,
    note: `Purchase ${purchase.receiptNumber ?? purchase.id}`,
    purchaseId: purchase.id,
    returnId: null,
    availableAfterMinor: 0n,
  };
}
