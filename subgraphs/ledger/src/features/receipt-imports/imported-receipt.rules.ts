import { IMPORTED_ID_PREFIX } from '../../graphql/client-id';
import { sum } from '@adal/money';
import { newId } from '@adal/service';
import { pointDates, type LotRow } from '../lots';
import { lotOf, type PaymentRow, type PurchaseLineRow, type PurchaseRow } from '../purchases';
import { businessTime, type StoreRow } from '../stores';
import type { DraftLine, ReceiptDraft } from './receipt-rows.rules';

/** What is known of an imported receipt besides its rows. */
export interface ReceiptFacts {
  readonly importId: string;
  readonly store: StoreRow;
  readonly memberId: string | null;
  readonly now: Date;
  /** True: the points of an identified receipt go to the journal. */
  readonly isBooked: boolean;
}

/** A receipt that lands as one of its own: a sale, or a return that names no original. */
export interface ImportedReceipt {
  readonly draft: ReceiptDraft;
  readonly purchase: PurchaseRow;
  readonly lines: readonly PurchaseLineRow[];
  readonly payments: readonly PaymentRow[];
  /** The points a sale earns, or an unlinked return gives back; null when none are booked. */
  readonly lot: LotRow | null;
}

/** Points that a file gives no dates live this long. */
const LIFETIME_DAYS = 365;

/** The id of an imported receipt. */
export const importedId = (receiptId: string): string => `${IMPORTED_ID_PREFIX}${receiptId}`;

/** A draft becomes a receipt; on a return every figure is negative. */
export function importedReceiptOf(draft: ReceiptDraft, facts: ReceiptFacts): ImportedReceipt {
  const { store, memberId, now } = facts;
  const sign = draft.kind === 'RETURN' ? -1n : 1n;
  const id = importedId(draft.receiptId);
  const { day, hour } = businessTime(draft.occurredAt, store.timeZone);
  const total = (pick: (line: DraftLine) => bigint): bigint => sign * sum(draft.lines.map(pick));
  const earned = total((line) => line.pointsEarnedMinor);
  const usual = pointDates(draft.occurredAt, store.timeZone, 0, LIFETIME_DAYS);
  const purchase: PurchaseRow = {
    id,
    contentHash: draft.contentHash,
    kind: draft.kind,
    receiptNumber: draft.receiptId,
    storeId: store.id,
    tillId: draft.tillId,
    cashierId: draft.cashierId,
    memberId,
    occurredAt: draft.occurredAt,
    recordedAt: now,
    businessDay: day,
    businessHour: hour,
    legalEntity: store.legalEntity,
    totalMinor: total((line) => line.totalMinor),
    discountMinor: total((line) => line.discountMinor),
    payableMinor: total((line) => line.amountMinor),
    pointsSpentMinor: total((line) => line.pointsSpentMinor),
    pointsEarnedMinor: earned,
    pointsBooked: facts.isBooked && memberId !== null,
    pointsActivateAt: earned > 0n ? (draft.pointsActivateAt ?? usual.activatesAt) : null,
    pointsExpireAt: earned > 0n ? (draft.pointsExpireAt ?? usual.expiresAt) : null,
    shortfallPolicy: 'RECOVER',
    promotions: null,
    importId: facts.importId,
    couponsIssued: null,
    channel: null,
  };
  const payments = draft.payment
    ? [{ purchaseId: id, n: 0, tender: draft.payment, amountMinor: purchase.payableMinor }]
    : [];
  return {
    draft,
    purchase,
    lines: draft.lines.map((line) => lineOf(id, sign, line)),
    payments,
    lot: purchase.pointsBooked ? lotAtThatTime(purchase) : null,
  };
}

/** The lot as it was when the receipt was printed: history is booked in its own time. */
function lotAtThatTime(purchase: PurchaseRow): LotRow | null {
  const then = { ...purchase, recordedAt: purchase.occurredAt };
  if (purchase.kind === 'SALE')
    return purchase.pointsEarnedMinor > 0n ? withCreation(lotOf(then, newId()), purchase) : null;
  if (purchase.pointsSpentMinor === 0n) return null;
  const { activatesAt, expiresAt } = pointDates(purchase.occurredAt, 'UTC', 0, LIFETIME_DAYS);
  const given = {
    ...then,
    pointsEarnedMinor: -purchase.pointsSpentMinor,
    pointsActivateAt: activatesAt,
    pointsExpireAt: expiresAt,
  };
  const lot = withCreation(lotOf(given, newId()), purchase);
  return lot && { ...lot, source: 'RETURN' };
}

const withCreation = (lot: LotRow | null, { recordedAt }: PurchaseRow): LotRow | null =>
  lot && { ...lot, createdAt: recordedAt };

function lineOf(purchaseId: string, sign: bigint, line: DraftLine): PurchaseLineRow {
  const discountMinor = sign * line.discountMinor;
  return {
    purchaseId,
    lineNo: line.lineNo,
    sku: line.sku,
    name: null,
    categoryPath: null,
    brand: null,
    quantityMilli: sign * line.quantityMilli,
    priceMinor: line.priceMinor,
    totalMinor: sign * line.totalMinor,
    discountMinor,
    amountMinor: sign * line.amountMinor,
    costMinor: line.costMinor,
    pointsSpentMinor: sign * line.pointsSpentMinor,
    pointsEarnedMinor: sign * line.pointsEarnedMinor,
    discounts:
      line.promo && discountMinor !== 0n
        ? [{ promotionId: line.promo, amountMinor: Number(discountMinor), reason: line.promo }]
        : null,
    promotionIds: line.promo ? [line.promo] : null,
  };
}
