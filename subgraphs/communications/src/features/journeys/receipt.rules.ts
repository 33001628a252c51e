import type { BookedLine, PurchaseConfirmed, PurchaseReturned } from '@adal/events';
import type { z } from 'zod';

type Confirmed = z.infer<typeof PurchaseConfirmed.schema>;
type Returned = z.infer<typeof PurchaseReturned.schema>;

/** What the receipt template shows of a sale. */
export function receiptData({ receipt, balance, pointsActivateAt, pointsExpireAt }: Confirmed): object {
  return {
    occurredAt: receipt.occurredAt,
    receiptNumber: receipt.receiptNumber,
    lines: receipt.lines.map(lineData),
    discountMinor: receipt.discountMinor,
    payableMinor: receipt.payableMinor,
    pointsSpentMinor: receipt.pointsSpentMinor,
    pointsEarnedMinor: receipt.pointsEarnedMinor,
    activateAt: pointsActivateAt,
    expireAt: pointsExpireAt,
    balance,
  };
}

/** What the return template shows; a return receipt carries negative sums, the member reads positive ones. */
export function returnData({ receipt, balance }: Returned): object {
  return {
    occurredAt: receipt.occurredAt,
    lines: receipt.lines.map(lineData),
    refundMinor: Math.abs(receipt.payableMinor),
    pointsGivenBackMinor: Math.abs(receipt.pointsSpentMinor),
    pointsWithdrawnMinor: Math.abs(receipt.pointsEarnedMinor),
    balance,
  };
}

function lineData(line: BookedLine): object {
  return {
    name: line.name ?? line.sku,
    quantityMilli: Math.abs(line.quantityMilli),
    amountMinor: Math.abs(line.amountMinor),
  };
}
