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
  const value = averageOf(one) - averageOf(other);
  if (Math.min(one.receipts, other.receipts) < RECEIPTS_MIN) return { value, low: null, high: null };
  const margin = DEVIATIONS * Math.sqrt(varianceOf(one) + varianceOf(other));
  return { value, low: value - margin, high: value + margin };
}

/** Both sides of what is alike, e.g. of one store and hour. */
export interface Stratum {
  readonly one: ReceiptSums;
  readonly other: ReceiptSums;
}

/** A difference among the alike, and the share of the one's receipts that have their like. */
export interface MatchedDifference extends Difference {
  readonly share: number;
}

/**
 * How much larger the average receipt of the one is than that of the other among the alike: the differences within strata, weighted
 * by receipts of the one (post-stratification; W. G. Cochran, Sampling Techniques, 1977, 5A.9). A stratum counts when both sides have
 * two receipts there, for else nothing says how they scatter. Null when none counts.
 */
export function matchedDifferenceOf(strata: readonly Stratum[]): MatchedDifference | null {
  const alike = strata.filter(({ one, other }) => Math.min(one.receipts, other.receipts) > 1);
  const receiptsOf = (some: readonly Stratum[], side: keyof Stratum): number =>
    some.reduce((sum, stratum) => sum + stratum[side].receipts, 0);
  const matched = receiptsOf(alike, 'one');
  if (matched === 0) return null;
  const sumOf = (term: (stratum: Stratum, weight: number) => number): number =>
    alike.reduce((sum, stratum) => sum + term(stratum, stratum.one.receipts / matched), 0);
  const value = sumOf(({ one, other }, weight) => weight * (averageOf(one) - averageOf(other)));
  const share = matched / receiptsOf(strata, 'one');
  if (Math.min(matched, receiptsOf(alike, 'other')) < RECEIPTS_MIN) return { value, low: null, high: null, share };
  const variance = sumOf(({ one, other }, weight) => weight * weight * (unbiased(one) + unbiased(other)));
  const margin = DEVIATIONS * Math.sqrt(variance);
  return { value, low: value - margin, high: value + margin, share };
}

const averageOf = ({ revenue, receipts }: ReceiptSums): number => revenue / receipts;
/** Strata are small: what their own average takes away from the scatter is given back. */
const unbiased = (sums: ReceiptSums): number => (varianceOf(sums) * sums.receipts) / (sums.receipts - 1);

/**
 * Variance of an average that is a ratio of sums: of y, the amount of a sale or return, over s, 1 for a sale and 0 for a return. By
 * linearisation it is the sum of (y − average·s)² over receipts².
 */
function varianceOf(sums: ReceiptSums): number {
  const { sold, squares, receipts } = sums;
  const average = averageOf(sums);
  return Math.max(0, squares - 2 * average * sold + average * average * receipts) / (receipts * receipts);
}
