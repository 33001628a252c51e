import type { QuotePayload } from '@adal/events';
import { formatMinor, MINOR_MAX, priceOf, sum } from '@adal/money';
import { refusal, type Refusal } from '../../graphql/refusal';
import { pointDates, type LotRow } from '../lots';
import { businessTime, type StoreRow } from '../stores';
import type { PaymentRow } from './payment.entity';
import type { PurchaseLineRow } from './purchase-line.entity';
import type { PurchaseRow } from './purchase.entity';

/** What is known of a sale besides its lines. */
export interface SaleFacts {
  readonly purchaseId: string;
  readonly contentHash: Buffer;
  readonly store: StoreRow;
  readonly memberId: string | null;
  readonly receiptNumber: string | null;
  readonly cashierId: string | null;
  readonly payments: readonly Payment[];
  readonly now: Date;
  /** For the lot of the points it earns. */
  readonly lotId: string;
}

export interface Payment {
  readonly tender: string;
  readonly amount: bigint;
}

/** A receipt as printed. */
export interface PrintedReceipt {
  readonly tillId: string | null;
  readonly occurredAt: Date;
  readonly lines: readonly { lineNo: number; sku: string; quantity: bigint; price: bigint; amount: bigint }[];
}

/** A sale as it will be booked. */
export interface Sale {
  readonly purchase: PurchaseRow;
  readonly lines: readonly PurchaseLineRow[];
  readonly payments: readonly PaymentRow[];
  /** The points it earns. */
  readonly lot: LotRow | null;
  readonly limits: QuotePayload['limits'];
}

export type ReceiptInvalid = Refusal<'ReceiptInvalid', { lineNo: number | null }>;

const LINES_MAX = 1_000;
/** A till's clock may be ahead by this much. */
const AHEAD_MS_MAX = 24 * 3_600_000;
const EARLIEST_TIME = new Date('1990-01-01T00:00:00Z');
export const IMPLAUSIBLE_TIME = "occurredAt is in the future or before 1990: check the till's clock.";

/** False for a time that only a broken clock can show. */
export function isPlausibleTime(at: Date, now: Date): boolean {
  return at >= EARLIEST_TIME && at.getTime() <= now.getTime() + AHEAD_MS_MAX;
}

/** Makes a refusal of a receipt, naming the line at fault when one is. */
export function receiptInvalid(message: string, lineNo: number | null = null): ReceiptInvalid {
  return refusal('ReceiptInvalid', message, { lineNo });
}

/** A signed quote becomes a sale: prices, discounts and points are as promised. Null when its sums do not agree. */
export function saleOfQuote(quote: QuotePayload, facts: SaleFacts): Sale | null {
  const lines = quote.lines.map((line): PurchaseLineRow => {
    const totalMinor = priceOf(BigInt(line.priceMinor), BigInt(line.quantityMilli));
    return {
      purchaseId: facts.purchaseId,
      lineNo: line.lineNo,
      sku: line.sku,
      name: line.name,
      categoryPath: line.categoryPath,
      brand: line.brand,
      quantityMilli: BigInt(line.quantityMilli),
      priceMinor: BigInt(line.priceMinor),
      totalMinor,
      discountMinor: sum(line.discounts.map(({ amountMinor }) => BigInt(amountMinor))),
      amountMinor: BigInt(line.payableMinor),
      costMinor: line.costMinor === null ? null : BigInt(line.costMinor),
      pointsSpentMinor: BigInt(line.pointsSpentMinor),
      pointsEarnedMinor: BigInt(line.pointsEarnedMinor),
      discounts: line.discounts.length > 0 ? line.discounts : null,
      promotionIds: line.promotionIds.length > 0 ? line.promotionIds : null,
    };
  });
  const sale = assemble(lines, new Date(quote.occurredAt), quote.tillId, quote, quote.limits, facts);
  return agrees(sale, quote) ? sale : null;
}

/** A receipt as printed becomes a sale that spends and earns nothing; what is off the shelf price is the discount. */
export function saleOfReceipt(receipt: PrintedReceipt, facts: SaleFacts): Sale | ReceiptInvalid {
  const fault = faultOf(receipt, facts.now);
  if (fault) return fault;
  const lines = receipt.lines.map((line): PurchaseLineRow => {
    const totalMinor = priceOf(line.price, line.quantity);
    return {
      purchaseId: facts.purchaseId,
      lineNo: line.lineNo,
      sku: line.sku,
      name: null,
      categoryPath: null,
      brand: null,
      quantityMilli: line.quantity,
      priceMinor: line.price,
      totalMinor,
      discountMinor: totalMinor - line.amount,
      amountMinor: line.amount,
      costMinor: null,
      pointsSpentMinor: 0n,
      pointsEarnedMinor: 0n,
      discounts: null,
      promotionIds: null,
    };
  });
  return assemble(lines, receipt.occurredAt, receipt.tillId, NO_TERMS, [], facts);
}

/** The payments' fault, when they do not sum to what is payable. */
export function paymentFault(sale: Sale): ReceiptInvalid | null {
  if (sale.payments.length === 0) return null;
  const paid = sum(sale.payments.map(({ amountMinor }) => amountMinor));
  const { payableMinor } = sale.purchase;
  if (paid === payableMinor) return null;
  return receiptInvalid(`The payments sum to ${formatMinor(paid)}, payable is ${formatMinor(payableMinor)}.`);
}

/** The tenders that a quote's price depends on, in words, when it was paid otherwise; a till that does not say is believed. */
export function promisedTenders(
  { tenders }: Pick<QuotePayload, 'tenders'>,
  payments: readonly Payment[],
): string | null {
  if (tenders === undefined || payments.length === 0) return null;
  const paid = Map.groupBy(payments, ({ tender }) => tender.trim().toUpperCase());
  const paidBy = (kind: string): bigint => sum((paid.get(kind) ?? []).map(({ amount }) => amount));
  const kinds = [...paid.keys()].filter((kind) => paidBy(kind) !== 0n);
  const isKept = tenders.every(({ tender, amountMinor }) => amountMinor > 0 && paidBy(tender) === BigInt(amountMinor));
  return isKept && kinds.length === tenders.length ? null : tenders.map(({ tender }) => tender).join(', ') || 'nothing';
}

type Terms = Pick<QuotePayload, 'activationDays' | 'lifetimeDays'> & Partial<QuotePayload>;

/** Of a receipt without a quote. */
const NO_TERMS: Terms = { activationDays: 0, lifetimeDays: null };

function assemble(
  lines: PurchaseLineRow[],
  occurredAt: Date,
  tillId: string | null,
  terms: Terms,
  limits: QuotePayload['limits'],
  facts: SaleFacts,
): Sale {
  const { store, now } = facts;
  const { day, hour } = businessTime(occurredAt, store.timeZone);
  const earnedMinor = sum(lines.map((line) => line.pointsEarnedMinor));
  const points =
    earnedMinor > 0n ? pointDates(occurredAt, store.timeZone, terms.activationDays, terms.lifetimeDays) : null;
  const purchase: PurchaseRow = {
    id: facts.purchaseId,
    contentHash: facts.contentHash,
    kind: 'SALE',
    receiptNumber: facts.receiptNumber,
    storeId: store.id,
    tillId,
    cashierId: facts.cashierId,
    memberId: facts.memberId,
    occurredAt,
    recordedAt: now,
    businessDay: day,
    businessHour: hour,
    legalEntity: store.legalEntity,
    totalMinor: sum(lines.map((line) => line.totalMinor)),
    discountMinor: sum(lines.map((line) => line.discountMinor)),
    payableMinor: sum(lines.map((line) => line.amountMinor)),
    pointsSpentMinor: sum(lines.map((line) => line.pointsSpentMinor)),
    pointsEarnedMinor: earnedMinor,
    pointsBooked: true,
    pointsActivateAt: points?.activatesAt ?? null,
    pointsExpireAt: points?.expiresAt ?? null,
    importId: null,
    shortfallPolicy: terms.shortfallPolicy ?? 'RECOVER',
    couponsIssued: terms.couponsIssued ?? null,
    promotions: terms.promotions ?? null,
    channel: terms.channel ?? null,
  };
  const { id: purchaseId } = purchase;
  const payments = facts.payments.map(({ tender, amount }, n) => ({ purchaseId, n, tender, amountMinor: amount }));
  return { purchase, lines, payments, lot: lotOf(purchase, facts.lotId), limits };
}

/** The lot of the points a sale earns; null when it earns none. */
export function lotOf(purchase: PurchaseRow, id: string): LotRow | null {
  const { memberId, pointsActivateAt, pointsEarnedMinor, recordedAt } = purchase;
  if (memberId === null || pointsActivateAt === null) return null;
  return {
    id,
    memberId,
    legalEntity: purchase.legalEntity,
    amountMinor: pointsEarnedMinor,
    leftMinor: pointsEarnedMinor,
    heldMinor: 0n,
    status: pointsActivateAt > recordedAt ? 'PENDING' : 'ACTIVE',
    source: 'PURCHASE',
    purchaseId: purchase.id,
    activatesAt: pointsActivateAt,
    expiresAt: purchase.pointsExpireAt,
    createdAt: recordedAt,
  };
}

function agrees({ purchase, lines }: Sale, quote: QuotePayload): boolean {
  const identified = purchase.memberId !== null;
  return (
    lines.every((line) => line.totalMinor === line.discountMinor + line.pointsSpentMinor + line.amountMinor) &&
    purchase.totalMinor === BigInt(quote.totalMinor) &&
    purchase.discountMinor === BigInt(quote.discountMinor) &&
    purchase.payableMinor === BigInt(quote.payableMinor) &&
    purchase.pointsSpentMinor === BigInt(quote.pointsSpentMinor) &&
    purchase.pointsEarnedMinor === BigInt(quote.pointsEarnedMinor) &&
    (identified || (purchase.pointsSpentMinor === 0n && purchase.pointsEarnedMinor === 0n))
  );
}

function faultOf({ lines, occurredAt }: PrintedReceipt, now: Date): ReceiptInvalid | null {
  if (lines.length === 0 || lines.length > LINES_MAX) return receiptInvalid(`A receipt has 1 to ${LINES_MAX} lines.`);
  if (!isPlausibleTime(occurredAt, now)) return receiptInvalid(IMPLAUSIBLE_TIME);
  const seen = new Set<number>();
  let totalMinor = 0n;
  for (const line of lines) {
    const fault = lineFault(line, seen.has(line.lineNo));
    if (fault) return receiptInvalid(`Line ${line.lineNo}: ${fault}`, line.lineNo);
    seen.add(line.lineNo);
    totalMinor += priceOf(line.price, line.quantity);
  }
  return totalMinor > MINOR_MAX ? receiptInvalid(`A receipt is at most ${formatMinor(MINOR_MAX)}.`) : null;
}

function lineFault(line: PrintedReceipt['lines'][number], repeated: boolean): string | null {
  if (line.lineNo < 1) return 'lines are numbered from 1.';
  if (repeated) return 'the number is there twice.';
  if (!/^[^\p{Cc}]{1,128}$/u.test(line.sku)) return 'sku must be 1 to 128 characters.';
  if (line.quantity <= 0n) return 'quantity must be greater than zero.';
  if (line.price < 0n || line.amount < 0n) return 'price and amount cannot be negative.';
  const total = priceOf(line.price, line.quantity);
  if (line.amount > total) return `amount is more than price × quantity, ${formatMinor(total)}.`;
  return null;
}
