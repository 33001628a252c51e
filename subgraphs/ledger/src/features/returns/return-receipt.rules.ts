import type { BookedReceipt } from '@adal/events';
import { sum } from '@adal/money';
import { bookedReceiptOf, type PurchaseLineRow, type PurchaseRow } from '../purchases';
import type { ReturnRow } from './return.entity';
import { totalOf, type ReturnedPart } from './return.rules';

/** A return as events tell it: a receipt of its own with negative figures. */
export function returnReceiptOf(
  row: ReturnRow,
  purchase: PurchaseRow,
  lines: readonly PurchaseLineRow[],
  parts: readonly ReturnedPart[],
): BookedReceipt {
  const minus = (pick: (part: ReturnedPart) => bigint): bigint => -sum(parts.map(pick));
  const receipt: PurchaseRow = {
    ...purchase,
    id: row.id,
    kind: 'RETURN',
    storeId: row.storeId,
    tillId: row.tillId,
    cashierId: null,
    channel: null,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    businessDay: row.businessDay,
    businessHour: row.businessHour,
    legalEntity: row.legalEntity,
    totalMinor: minus(totalOf),
    discountMinor: minus((part) => part.discountMinor),
    payableMinor: minus((part) => part.amountMinor),
    pointsSpentMinor: minus((part) => part.pointsSpentMinor),
    pointsEarnedMinor: minus((part) => part.pointsEarnedMinor),
    promotions: row.promotions,
  };
  const returned = parts.flatMap((part) => {
    const line = lines.find((candidate) => candidate.lineNo === part.lineNo);
    return line ? [returnedLineOf(line, part)] : [];
  });
  const { storeId, businessDay, businessHour } = purchase;
  return {
    ...bookedReceiptOf(receipt, returned),
    originalPurchaseId: purchase.id,
    original: { storeId, businessDay, businessHour },
  };
}

function returnedLineOf(line: PurchaseLineRow, part: ReturnedPart): PurchaseLineRow {
  return {
    ...line,
    // What each promotion took off is the sale's; of it this is a share.
    discounts: null,
    quantityMilli: -part.quantityMilli,
    totalMinor: -totalOf(part),
    discountMinor: -part.discountMinor,
    amountMinor: -part.amountMinor,
    pointsSpentMinor: -part.pointsSpentMinor,
    pointsEarnedMinor: -part.pointsEarnedMinor,
  };
}
