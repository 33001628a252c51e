/** A promotion as the engine reads it. Percentages are hundredths of a percent (1250n is 12.5 %). */
export interface Promotion {
  id: string;
  name: string;
  /** Higher is applied first and wins when the benefit is equal; equal priorities go by id. */
  priority: number;
  /** Of one group each line takes only what gives the member most; null adds to everything. */
  exclusiveGroup: string | null;
  schedule: Schedule;
  /** External ids of the stores; empty means every store. */
  storeIds: readonly string[];
  audience: MemberCondition;
  effect: Effect;
}

/** Null and empty parts do not restrict. */
export interface Schedule {
  /** First instant, in epoch milliseconds. */
  from: number | null;
  /** First instant after the promotion, in epoch milliseconds. */
  until: number | null;
  /** ISO weekdays in the store's local time, 1 is Monday. */
  weekdays: readonly number[];
  /** Windows of the store's local day; one whose end is not after its start runs past midnight. */
  windows: readonly TimeWindow[];
}

/** Minutes since the local midnight; the start is inside, the end is not. */
export interface TimeWindow {
  fromMinute: number;
  untilMinute: number;
}

/** Goods that meet every list; an empty list does not restrict. A category means itself and everything below it. */
export interface Scope {
  skus: readonly string[];
  brands: readonly string[];
  categories: readonly string[];
}

export type Effect =
  | { kind: 'PERCENT_OFF'; scope: Scope; percent: bigint }
  /** Spread over the goods of the scope when their shelf price reaches the threshold. */
  | { kind: 'AMOUNT_OFF'; scope: Scope; thresholdMinor: bigint; amountMinor: bigint }
  /** `factor` in hundredths: 200n doubles the points. Above 100n. */
  | { kind: 'POINTS_MULTIPLIER'; scope: Scope; factor: bigint };

export type Gender = 'FEMALE' | 'MALE';

/** Who may have a promotion. New kinds are added here and to `conditions.ts`; the compiler finds what is missing. */
export type MemberCondition =
  | { kind: 'ALL'; of: readonly MemberCondition[] }
  | { kind: 'ANY'; of: readonly MemberCondition[] }
  | { kind: 'NOT'; of: MemberCondition }
  | { kind: 'EVERYONE' }
  | { kind: 'IDENTIFIED' }
  | { kind: 'GENDER'; gender: Gender }
  | { kind: 'CITY'; cities: readonly string[] }
  /** Full years on the day of the purchase, both ends inside. */
  | { kind: 'AGE'; from: number | null; to: number | null }
  /** From `daysBefore` the birthday to `daysAfter` it. */
  | { kind: 'BIRTHDAY'; daysBefore: number; daysAfter: number };
