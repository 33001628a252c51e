import { shareOf, spread, type Minor } from '@adal/money';
import type { Facts } from './facts';
import type { Cap, Caps } from './promotion';

/** An amount to take off the line at a position. */
export interface Take {
  position: number;
  amountMinor: Minor;
}

/** What is left to pay of each line. */
export class Prices {
  readonly left: Minor[];

  constructor(readonly facts: Facts) {
    this.left = facts.lines.map(({ totalMinor }) => totalMinor);
  }
}

/** What one promotion may still take of the prices: never below the floor of a line, never above its caps. */
export class Allowance {
  private readonly taken: Minor[] = [];
  private basketLeft: Minor | null;

  constructor(
    private readonly prices: Prices,
    readonly caps: Caps,
  ) {
    this.basketLeft = limitOf(caps.basket, prices.facts.totalMinor);
  }

  left(position: number): Minor {
    return this.prices.left[position] ?? 0n;
  }

  /** What may still be taken off the line. */
  room(position: number): Minor {
    const line = this.prices.facts.lines[position];
    if (line === undefined) return 0n;
    const aboveFloor = this.left(position) - line.floorMinor;
    const cap = limitOf(this.caps.line, line.totalMinor);
    if (cap === null) return aboveFloor;
    return least(aboveFloor, cap - (this.taken[position] ?? 0n));
  }

  /** Takes as much of the wishes as is allowed, in proportion when the basket's cap is reached; returns what was taken. */
  take(wishes: readonly Take[]): Take[] {
    const within: Take[] = [];
    let total = 0n;
    for (const { position, amountMinor } of wishes) {
      const amount = least(amountMinor, this.room(position));
      if (amount <= 0n) continue;
      within.push({ position, amountMinor: amount });
      total += amount;
    }
    const takes = this.basketLeft !== null && total > this.basketLeft ? scaleTo(this.basketLeft, within) : within;
    for (const { position, amountMinor } of takes) {
      this.prices.left[position] = this.left(position) - amountMinor;
      this.taken[position] = (this.taken[position] ?? 0n) + amountMinor;
      if (this.basketLeft !== null) this.basketLeft -= amountMinor;
    }
    return takes;
  }
}

export const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);

function limitOf({ amount, percent }: Cap, totalMinor: Minor): Minor | null {
  if (percent === null) return amount;
  const share = shareOf(totalMinor, percent, 'DOWN');
  return amount === null ? share : least(amount, share);
}

/** Odd tiyns go by position, whichever way an effect came to its lines. */
function scaleTo(totalMinor: Minor, wishes: readonly Take[]): Take[] {
  const takes = [...wishes].sort((left, right) => left.position - right.position);
  const parts = spread(
    totalMinor,
    takes.map(({ amountMinor }) => amountMinor),
  );
  return takes
    .map(({ position }, index) => ({ position, amountMinor: parts[index] ?? 0n }))
    .filter(({ amountMinor }) => amountMinor > 0n);
}
