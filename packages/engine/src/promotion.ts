import type { Minor } from '@adal/money';
import type { Condition } from './condition';
import type { Effect } from './effect';

/** Hundredths of a percent: 1250n is 12.5 %. */
export type Percent = bigint;

/** A promotion as the engine reads it: its definition, and whose it is. */
export interface Promotion extends Definition {
  id: string;
  version: number;
  name: string;
}

/** What a promotion does, for whom and when. As JSON: `parseDefinition` and `printDefinition`. */
export interface Definition {
  /** 0 to 1000; higher is applied first and wins. Equal ones go by effect, then by id. */
  priority: number;
  /** How it gets on with others; null adds up with everything. */
  stacking: Stacking | null;
  schedule: Schedule;
  /** Null is always. */
  condition: Condition | null;
  effects: readonly Effect[];
  caps: Caps;
  /** Null gives it to everybody. */
  holdout: Holdout | null;
  /** Other effects for shares of the members; who falls into none gets `effects`. */
  variants: readonly Variant[];
}

/**
 * EXCLUSIVE: of the group only the highest priority that applies. BEST: each line takes what gives the member most there.
 * CUMULATIVE: all. The strictest mode that a group's promotions name holds for the group, in this order.
 */
export interface Stacking {
  group: string;
  mode: 'EXCLUSIVE' | 'BEST' | 'CUMULATIVE';
}

/** Null and empty parts do not restrict. */
export interface Schedule {
  /** First instant, in epoch milliseconds. */
  from: number | null;
  /** First instant after the promotion, in epoch milliseconds. */
  until: number | null;
  /** ISO weekdays in the store's local time, 1 is Monday. */
  weekdays: readonly number[];
  hours: readonly TimeWindow[];
}

/** Minutes of the store's local day; the start is inside, the end is not. One whose end is not after its start runs past midnight. */
export interface TimeWindow {
  from: number;
  until: number;
}

/** The most a promotion gives; null does not limit. */
export interface Caps {
  line: Cap;
  basket: Cap;
  pointsPerBasket: Minor | null;
  /** How often effects on units repeat: sets, gifts, amounts for every so many units. */
  usesPerBasket: number | null;
}

/** `percent` is of the shelf price of the line or of the basket. */
export interface Cap {
  amount: Minor | null;
  percent: Percent | null;
}

/** A persistent random part of the members that gets nothing of it, to measure what it brings. */
export interface Holdout {
  share: Percent;
  /** Null is the promotion's id. */
  salt: string | null;
  /** Whether receipts without a member get the promotion. */
  anonymous: boolean;
}

export interface Variant {
  key: string;
  share: Percent;
  effects: readonly Effect[];
}
