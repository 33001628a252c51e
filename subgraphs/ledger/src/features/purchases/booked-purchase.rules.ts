import type { BookedLine, BookedReceipt } from '@adal/events';
import { newId } from '@adal/service';
import type { JournalEntryRow } from '../journal';
import type { PaymentRow } from './payment.entity';
import type { PurchaseLineRow } from './purchase-line.entity';
import type { PurchaseRow } from './purchase.entity';

/** A receipt as events tell it; payments when they are known. */
export function bookedReceiptOf(
  purchase: PurchaseRow,
  lines: readonly PurchaseLineRow[],
  payments: readonly PaymentRow[] = [],
): BookedReceipt {
  return {
    purchaseId: purchase.id,
    kind: purchase.kind,
    receiptNumber: purchase.receiptNumber,
    storeId: purchase.storeId,
    tillId: purchase.tillId,
    cashierId: purchase.cashierId,
    memberId: purchase.memberId,
    occurredAt: purchase.occurredAt.toISOString(),
    recordedAt: purchase.recordedAt.toISOString(),
    businessDay: purchase.businessDay,
    businessHour: purchase.businessHour,
    legalEntity: purchase.legalEntity,
    totalMinor: Number(purchase.totalMinor),
    discountMinor: Number(purchase.discountMinor),
    payableMinor: Number(purchase.payableMinor),
    pointsSpentMinor: Number(purchase.pointsSpentMinor),
    pointsEarnedMinor: Number(purchase.pointsEarnedMinor),
    pointsBooked: purchase.pointsBooked,
    lines: lines.map(bookedLineOf),
    ...(purchase.channel && { channel: purchase.channel }),
    ...(payments.length > 0 && {
      payments: payments.map(({ tender, amountMinor }) => ({ tender, amountMinor: Number(amountMinor) })),
    }),
    ...(purchase.promotions && { promotions: [...purchase.promotions] }),
  };
}

function bookedLineOf(line: PurchaseLineRow): BookedLine {
  return {
    lineNo: line.lineNo,
    sku: line.sku,
    name: line.name,
    categoryPath: line.categoryPath,
    brand: line.brand,
    quantityMilli: Number(line.quantityMilli),
    priceMinor: Number(line.priceMinor),
    discountMinor: Number(line.discountMinor),
    amountMinor: Number(line.amountMinor),
    costMinor: line.costMinor === null ? null : Number(line.costMinor),
    pointsSpentMinor: Number(line.pointsSpentMinor),
    pointsEarnedMinor: Number(line.pointsEarnedMinor),
    promotionIds: [...(line.promotionIds ?? [])],
    ...(line.discounts && {
      discounts: line.discounts.map(({ promotionId, amountMinor }) => ({ promotionId, amountMinor })),
    }),
  };
}

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
