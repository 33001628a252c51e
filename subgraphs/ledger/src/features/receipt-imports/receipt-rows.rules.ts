import { createHash } from 'node:crypto';
import { divide, MINOR_MAX, priceOf, sum } from '@adal/money';
import type { ImportRejection, ImportRow } from '@adal/service';
import { readRow, type RowMember, type RowReader } from '../imports';

export const RECEIPT_COLUMNS_REQUIRED = ['receipt_id', 'occurred_at', 'store_id', 'sku', 'quantity', 'amount'];
const OPTIONAL = [
  ...['line_no', 'kind', 'member_id', 'card_number', 'till_id', 'cashier_id', 'price', 'discount', 'cost', 'promo'],
  ...['original_receipt_id', 'payment', 'points_spent', 'points_earned', 'points_activate_at', 'points_expire_at'],
];
export const isReceiptColumn = (column: string): boolean =>
  RECEIPT_COLUMNS_REQUIRED.includes(column) || OPTIONAL.includes(column);

/** A receipt as its rows tell it. Figures of returns are positive here; the kind says which way they go. */
export interface ReceiptDraft {
  readonly receiptId: string;
  readonly kind: 'SALE' | 'RETURN';
  readonly occurredAt: Date;
  readonly storeId: string;
  readonly tillId: string | null;
  readonly cashierId: string | null;
  readonly member: RowMember | null;
  readonly originalReceiptId: string | null;
  readonly payment: string | null;
  readonly pointsActivateAt: Date | null;
  readonly pointsExpireAt: Date | null;
  readonly lines: readonly DraftLine[];
  /** Of all that the rows say, wherever they stand. */
  readonly contentHash: Buffer;
  /** Where its rows stand in the file. */
  readonly fileLines: readonly number[];
}

export interface DraftLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantityMilli: bigint;
  readonly priceMinor: bigint;
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly amountMinor: bigint;
  readonly costMinor: bigint | null;
  readonly pointsSpentMinor: bigint;
  readonly pointsEarnedMinor: bigint;
  readonly promo: string | null;
}

/** Puts the rows of a chunk together by receipt; a receipt with a bad row comes back whole. */
export function readReceipts(
  rows: readonly ImportRow[],
  zoneOf: (storeId: string) => string | null,
): { drafts: ReceiptDraft[]; rejected: ImportRejection[] } {
  const drafts: ReceiptDraft[] = [];
  const rejected: ImportRejection[] = [];
  for (const [receiptId, group] of Map.groupBy(rows, (row) => row.field('receipt_id') ?? '')) {
    const draft = readReceipt(receiptId, group, zoneOf);
    if ('code' in draft)
      rejected.push(
        ...rejectReceipt(
          group.map((row) => row.line),
          draft,
        ),
      );
    else drafts.push(draft);
  }
  return { drafts, rejected };
}

/** All rows of a receipt come back: the one at fault with the reason, the others because of it. */
function rejectReceipt(fileLines: readonly number[], fault: ImportRejection): ImportRejection[] {
  const reason = `Line ${fault.line} of the same receipt was rejected, and a receipt lands whole.`;
  return fileLines.map((line) =>
    line === fault.line ? fault : { line, column: null, code: 'RECEIPT_INCOMPLETE', reason },
  );
}

/** What every row of a receipt must say alike. */
const HEADER = ['kind', 'store_id', 'member_id', 'card_number', 'original_receipt_id'];

function readReceipt(
  receiptId: string,
  rows: readonly ImportRow[],
  zoneOf: (storeId: string) => string | null,
): ReceiptDraft | ImportRejection {
  const [first] = rows;
  if (!first) throw new Error('A group has a row');
  const head = readHeader(first, zoneOf);
  if ('code' in head) return head;
  const lines: DraftLine[] = [];
  const numbers = new Set<number>();
  for (const [index, row] of rows.entries()) {
    const field = readRow(row);
    const other = HEADER.find((column) => row.field(column) !== first.field(column));
    if (other) field.reject(other, 'RECEIPT_MIXED', `${other} is not the same on all lines of the receipt.`);
    const line = readLine(field, index + 1, head.kind);
    if (numbers.has(line.lineNo)) field.reject('line_no', 'LINE_NO_REPEATED', 'line_no is there twice in the receipt.');
    if (field.fault) return field.fault;
    numbers.add(line.lineNo);
    lines.push(line);
  }
  if (sum(lines.map((line) => line.totalMinor)) > MINOR_MAX)
    return {
      line: first.line,
      column: 'amount',
      code: 'AMOUNT_INVALID',
      reason: 'The receipt is more than anybody can pay.',
    };
  const content = JSON.stringify([receiptId, head, lines], (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const contentHash = createHash('sha256').update(content).digest();
  return { receiptId, ...head, lines, contentHash, fileLines: rows.map((row) => row.line) };
}

type Header = Omit<ReceiptDraft, 'receiptId' | 'lines' | 'contentHash' | 'fileLines'>;

function readHeader(row: ImportRow, zoneOf: (storeId: string) => string | null): Header | ImportRejection {
  const field = readRow(row);
  const receiptId = field.text('receipt_id', RECEIPT_ID_LENGTH_MAX);
  if (receiptId === null) field.reject('receipt_id', 'RECEIPT_ID_MISSING', 'receipt_id is blank.');
  const kind = (field.text('kind') ?? 'sale').toUpperCase();
  if (kind !== 'SALE' && kind !== 'RETURN') field.reject('kind', 'KIND_INVALID', 'kind must be sale or return.');
  const storeId = field.required('store_id');
  const zone = zoneOf(storeId);
  if (zone === null) field.reject('store_id', 'STORE_UNKNOWN', 'No store has this id: import stores first.');
  const occurredAt = field.instant('occurred_at', zone ?? 'UTC');
  if (occurredAt === null) field.reject('occurred_at', 'OCCURRED_AT_MISSING', 'occurred_at is blank.');
  const memberId = field.text('member_id');
  const cardNumber = field.text('card_number');
  const header: Header = {
    kind: kind === 'RETURN' ? 'RETURN' : 'SALE',
    occurredAt: occurredAt ?? new Date(0),
    storeId,
    tillId: field.text('till_id'),
    cashierId: field.text('cashier_id'),
    member:
      memberId !== null
        ? { column: 'member_id', value: memberId }
        : cardNumber !== null
          ? { column: 'card_number', value: cardNumber }
          : null,
    originalReceiptId: field.text('original_receipt_id'),
    payment: field.text('payment'),
    pointsActivateAt: field.instant('points_activate_at', zone ?? 'UTC'),
    pointsExpireAt: field.instant('points_expire_at', zone ?? 'UTC'),
  };
  return field.fault ?? header;
}

/** A receipt's id with our prefix is an id of ours. */
const RECEIPT_ID_LENGTH_MAX = 57;

function readLine(field: RowReader, position: number, kind: 'SALE' | 'RETURN'): DraftLine {
  const lineNo = Number(field.text('line_no') ?? position);
  if (!Number.isInteger(lineNo) || lineNo < 1 || lineNo > 1_000_000)
    field.reject('line_no', 'LINE_NO_INVALID', 'line_no must be a whole number from 1.');
  const sku = field.text('sku', 128);
  if (sku === null) field.reject('sku', 'SKU_MISSING', 'sku is blank.');
  const printed = {
    quantity: field.quantity('quantity'),
    amount: field.money('amount'),
    discount: field.money('discount'),
    price: field.money('price'),
    points_spent: field.money('points_spent'),
    points_earned: field.money('points_earned'),
    cost: field.money('cost'),
  };
  for (const column of ['quantity', 'amount'] as const)
    if (printed[column] === null) field.reject(column, `${column.toUpperCase()}_MISSING`, `${column} is blank.`);
  if (kind === 'SALE') {
    const negative = Object.keys(printed).find((column) => (printed[column as keyof typeof printed] ?? 0n) < 0n);
    if (negative) field.reject(negative, 'NEGATIVE_IN_SALE', `A sale has no negative ${negative}: say kind return.`);
  }
  const [quantityMilli, amountMinor, spent, earned] = [
    printed.quantity,
    printed.amount,
    printed.points_spent,
    printed.points_earned,
  ].map((value) => abs(value ?? 0n)) as [bigint, bigint, bigint, bigint];
  return {
    lineNo,
    sku: sku ?? '',
    ...pricesOf(
      quantityMilli,
      amountMinor + spent,
      printed.price && abs(printed.price),
      printed.discount && abs(printed.discount),
    ),
    quantityMilli,
    amountMinor,
    costMinor: printed.cost,
    pointsSpentMinor: spent,
    pointsEarnedMinor: earned,
    promo: field.text('promo'),
  };
}

/** Total = discount + points + amount, always. A missing discount is what the shelf price exceeds the paid by; a missing price follows from the total. */
function pricesOf(
  quantityMilli: bigint,
  paidMinor: bigint,
  price: bigint | null,
  discount: bigint | null,
): Pick<DraftLine, 'priceMinor' | 'totalMinor' | 'discountMinor'> {
  const shelf = price === null ? paidMinor : priceOf(price, quantityMilli);
  const discountMinor = discount ?? (shelf > paidMinor ? shelf - paidMinor : 0n);
  const totalMinor = paidMinor + discountMinor;
  const priceMinor = price ?? (quantityMilli === 0n ? 0n : divide(totalMinor * 1000n, quantityMilli, 'HALF_UP'));
  return { priceMinor, totalMinor, discountMinor };
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
