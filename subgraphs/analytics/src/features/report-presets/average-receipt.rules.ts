/** What is known of receipts, in whole currency: a return takes from the sum, but is no receipt of its own. */
export interface ReceiptSums {
  /** Of sales and returns, returns being negative. */
  readonly revenue: number;
  /** Of sales alone. */
  readonly sold: number;
  /** Sum of squares, of sales and returns. */
  readonly squares: number;
  /** Sales. */
  readonly receipts: number;
}

/** Two standard errors, nearly: 95 of 100 intervals made so hold the truth. */
const DEVIATIONS = 1.96;

/** With fewer receipts averages do not scatter as the interval takes for granted. */
const RECEIPTS_MIN = 30;

/** A difference of averages; the interval it lies in is null when a side has too few receipts. */
export interface Difference {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How much larger the average receipt of the one is than that of the other, with its 95 % interval. Null when a side has none. */
export function differenceOf(one: ReceiptSums, other: ReceiptSums): Difference | null {
  if (one.receipts === 0 || other.receipts === 0) return null;
  const value = one.revenue / one.receipts - other.revenue / other.receipts;
  if (Math.min(one.receipts, other.receipts) < RECEIPTS_MIN) return { value, low: null, high: null };
  const margin = DEVIATIONS * Math.sqrt(varianceOf(one) + varianceOf(other));
  return { value, low: value - margin, high: value + margin };
}

/**
 * Variance of an average that is a ratio of sums: of y, the amount of a sale or return, over s, 1 for a sale and 0 for a return. By
 * linearisation it is the sum of (y − average·s)² over receipts².
 */
function varianceOf({ revenue, sold, squares, receipts }: ReceiptSums): number {
  const average = revenue / receipts;
  return Math.max(0, squares - 2 * average * sold + average * average * receipts) / (receipts * receipts);
}
