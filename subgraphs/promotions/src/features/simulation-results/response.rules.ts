import { divide } from '@adal/money';
import type { BothSums } from '../simulation-figures';

/** What an assumed growth of turnover comes to, in minor units. */
export interface AssumedEffect {
  /** In thousandths of a per cent. */
  readonly percent: bigint;
  readonly extraMargin: bigint;
  readonly netEffect: bigint;
}

export interface AssumedResponse {
  readonly mechanicalEffect: bigint;
  readonly breakEvenPercent: bigint | null;
  readonly low: AssumedEffect;
  readonly likely: AssumedEffect;
  readonly high: AssumedEffect;
}

const MILLI_PER_WHOLE = 100_000n;

/** What more turnover leaves to the chain: margin of the goods whose cost is known, less all points at their money value. */
const worthOf = ({ costedRevenue, cost, points }: BothSums['after']): bigint => costedRevenue - cost - points;

/** What the drafts cost by themselves: the goods and their cost are the same, so margin changes by what buyers pay less. */
const effectOf = ({ before, after }: BothSums): bigint =>
  after.revenue - before.revenue - (after.points - before.points);

/**
 * Apart from everything that was replayed: what the affected receipts leave if their turnover grew so much, all alike. The margin of
 * the growth is that of the affected receipts with the drafts.
 */
export function assumeResponse(
  affected: BothSums,
  percents: { low: bigint; likely: bigint; high: bigint },
): AssumedResponse {
  const worth = worthOf(affected.after);
  const mechanicalEffect = effectOf(affected);
  const effect = (percent: bigint): AssumedEffect => {
    const extraMargin = divide(worth * percent, MILLI_PER_WHOLE, 'HALF_UP');
    return { percent, extraMargin, netEffect: mechanicalEffect + extraMargin };
  };
  return {
    mechanicalEffect,
    breakEvenPercent: breakEven(worth, mechanicalEffect),
    low: effect(percents.low),
    likely: effect(percents.likely),
    high: effect(percents.high),
  };
}

/** Rounded up to the thousandth: with so much growth nothing is lost. */
function breakEven(worth: bigint, mechanicalEffect: bigint): bigint | null {
  if (mechanicalEffect >= 0n) return 0n;
  return worth > 0n ? (-mechanicalEffect * MILLI_PER_WHOLE + worth - 1n) / worth : null;
}
