import type { IssuedCoupon } from '@adal/events';
import { divide, formatMilli, sum } from '@adal/money';
import { refusal, type Refusal } from '../../graphql/refusal';
import { couponCodes } from '../limits';
import type { PurchaseLineRow, PurchaseRow } from '../purchases';

/** A part of a line: what came back, now or before, in positive figures. */
export interface ReturnedPart {
  readonly lineNo: number;
  readonly quantityMilli: bigint;
  readonly discountMinor: bigint;
  readonly amountMinor: bigint;
  readonly pointsSpentMinor: bigint;
  readonly pointsEarnedMinor: bigint;
}

/** Quantities that come back, by line; null: all that is left. */
export type WantedLines = readonly { readonly lineNo: number; readonly quantity: bigint }[] | null;

export type ReturnExceedsPurchase = Refusal<'ReturnExceedsPurchase', { lineNo: number | null }>;

/**
 * The part of a sale that comes back. Each figure of a line is what its cumulative share of the line exceeds what was given back
 * before: parts sum to the line exactly, and the last one is exactly what is left.
 */
export function splitReturn(
  lines: readonly PurchaseLineRow[],
  earlier: ReadonlyMap<number, ReturnedPart>,
  wanted: WantedLines,
): ReturnedPart[] | ReturnExceedsPurchase {
  const asked = wanted === null ? allLeft(lines, earlier) : merged(wanted);
  if (asked.size === 0) return exceeds('Everything has come back already.', null);
  const parts: ReturnedPart[] = [];
  for (const [lineNo, quantity] of asked) {
    const line = lines.find((candidate) => candidate.lineNo === lineNo);
    if (!line) return exceeds(`Line ${lineNo} is not in the sale.`, lineNo);
    if (quantity <= 0n) return exceeds(`Line ${lineNo}: the quantity must be greater than zero.`, lineNo);
    const before = earlier.get(lineNo) ?? nothingOf(lineNo);
    const left = line.quantityMilli - before.quantityMilli;
    if (quantity > left) return exceeds(`Line ${lineNo}: ${formatMilli(left)} is left to return.`, lineNo);
    parts.push(partOf(line, before, quantity));
  }
  return parts.sort((one, other) => one.lineNo - other.lineNo);
}

/** What a sale still uses up of its limits: in proportion to what is kept; a coupon is given back with the last piece. */
export function keptLimits(
  uses: readonly { readonly key: string; readonly amount: bigint }[],
  lines: readonly PurchaseLineRow[],
  before: ReadonlyMap<number, ReturnedPart>,
  parts: readonly ReturnedPart[],
): { key: string; amount: bigint }[] {
  const after = new Map(before);
  for (const part of parts) after.set(part.lineNo, addParts(before.get(part.lineNo) ?? nothingOf(part.lineNo), part));
  const worthBefore = worthKept(lines, before);
  const worthAfter = worthKept(lines, after);
  const allBack = isAllBack(lines, before, parts);
  return uses.map(({ key, amount }) => {
    if (allBack) return { key, amount: 0n };
    // Rounded up: what cannot be divided stays used until the last piece is back.
    return { key, amount: worthBefore === 0n ? amount : (amount * worthAfter + worthBefore - 1n) / worthBefore };
  });
}

/** True when nothing of the sale is kept. */
export function isAllBack(
  lines: readonly PurchaseLineRow[],
  before: ReadonlyMap<number, ReturnedPart>,
  parts: readonly ReturnedPart[],
): boolean {
  const now = new Map(parts.map((part) => [part.lineNo, part.quantityMilli]));
  return lines.every(
    ({ lineNo, quantityMilli }) =>
      quantityMilli === (before.get(lineNo)?.quantityMilli ?? 0n) + (now.get(lineNo) ?? 0n),
  );
}

export interface CouponsBack {
  readonly couponsFreed: string[];
  readonly couponsWithdrawn: IssuedCoupon[];
}

/** Coupons that a sale no longer uses; those that it issued go with its last piece. */
export function couponsBack(
  { couponsIssued }: PurchaseRow,
  uses: readonly { readonly key: string; readonly amount: bigint }[],
  kept: readonly { readonly key: string; readonly amount: bigint }[],
  allBack: boolean,
): CouponsBack {
  const used = new Set(uses.filter(({ amount }) => amount > 0n).map(({ key }) => key));
  const freed = kept.filter(({ key, amount }) => amount === 0n && used.has(key)).map(({ key }) => key);
  return { couponsFreed: couponCodes(freed), couponsWithdrawn: allBack ? (couponsIssued ?? []) : [] };
}

/** Sums two parts of one line. */
export function addParts(one: ReturnedPart, other: ReturnedPart): ReturnedPart {
  return {
    lineNo: one.lineNo,
    quantityMilli: one.quantityMilli + other.quantityMilli,
    discountMinor: one.discountMinor + other.discountMinor,
    amountMinor: one.amountMinor + other.amountMinor,
    pointsSpentMinor: one.pointsSpentMinor + other.pointsSpentMinor,
    pointsEarnedMinor: one.pointsEarnedMinor + other.pointsEarnedMinor,
  };
}

/** Shelf price of a part. */
export const totalOf = (part: ReturnedPart): bigint => part.discountMinor + part.pointsSpentMinor + part.amountMinor;

function partOf(line: PurchaseLineRow, before: ReturnedPart, quantityMilli: bigint): ReturnedPart {
  const reached = before.quantityMilli + quantityMilli;
  const share = (whole: bigint, given: bigint): bigint => divide(whole * reached, line.quantityMilli, 'DOWN') - given;
  return {
    lineNo: line.lineNo,
    quantityMilli,
    discountMinor: share(line.discountMinor, before.discountMinor),
    amountMinor: share(line.amountMinor, before.amountMinor),
    pointsSpentMinor: share(line.pointsSpentMinor, before.pointsSpentMinor),
    pointsEarnedMinor: share(line.pointsEarnedMinor, before.pointsEarnedMinor),
  };
}

/** No part of a line. */
export const nothingOf = (lineNo: number): ReturnedPart => ({
  lineNo,
  quantityMilli: 0n,
  discountMinor: 0n,
  amountMinor: 0n,
  pointsSpentMinor: 0n,
  pointsEarnedMinor: 0n,
});

function allLeft(lines: readonly PurchaseLineRow[], earlier: ReadonlyMap<number, ReturnedPart>): Map<number, bigint> {
  const left = lines.map(
    (line) => [line.lineNo, line.quantityMilli - (earlier.get(line.lineNo)?.quantityMilli ?? 0n)] as const,
  );
  return new Map(left.filter(([, quantity]) => quantity > 0n));
}

function merged(wanted: NonNullable<WantedLines>): Map<number, bigint> {
  const byLine = new Map<number, bigint>();
  for (const { lineNo, quantity } of wanted) {
    const known = byLine.get(lineNo);
    // A quantity that is not positive must be refused, not hidden in a sum.
    byLine.set(lineNo, known === undefined ? quantity : known <= 0n || quantity <= 0n ? 0n : known + quantity);
  }
  return byLine;
}

function worthKept(lines: readonly PurchaseLineRow[], returned: ReadonlyMap<number, ReturnedPart>): bigint {
  return sum(
    lines.map((line) => {
      const part = returned.get(line.lineNo);
      return line.totalMinor - (part ? totalOf(part) : 0n);
    }),
  );
}

function exceeds(message: string, lineNo: number | null): ReturnExceedsPurchase {
  return refusal('ReturnExceedsPurchase', message, { lineNo });
}
