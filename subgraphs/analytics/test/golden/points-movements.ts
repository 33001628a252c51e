import type { PointsMovement } from '@adal/events';

/** A movement of points, as events say it. */
export interface Movement {
  readonly day: string;
  readonly memberId: string | null;
  readonly store: string;
  readonly entity: string;
  readonly kind: string;
  readonly amount: number;
  /** That gave it; none when the programme did. */
  readonly promotion?: string;
}

/** One that no receipt moved. */
export function ofMovement(one: PointsMovement, kind: string): Movement {
  const { businessDay: day, memberId, legalEntity: entity, amountMinor: amount } = one;
  return { day, memberId, entity, kind, amount, store: '' };
}

export const sum = (some: readonly Movement[], pick: (one: Movement) => number): number =>
  some.reduce((total, one) => total + pick(one), 0) / 100;

/** By how much more is owed to members. */
export const owed = (some: readonly Movement[]): number =>
  sum(some, ({ kind, amount }) => amount * (OWED_SIGNS[kind] ?? 0));

const OWED_SIGNS: Record<string, number> = {
  ...{ EARNED: 1, GRANT: 1, OPENING_BALANCE: 1, ADJUSTMENT: 1, SPENT_BACK: 1, CROSSED: 1 },
  ...{ SPENT: -1, EARNED_BACK: -1, EXPIRED: -1, ACTIVATED: 0 },
};
