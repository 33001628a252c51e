import type { LocalTime } from './local-time';
import type { Gender } from './promotion';
import type { Reason } from './reason';

/** Everything a price depends on. */
export interface Basket {
  storeId: string;
  /** When the purchase happens, in epoch milliseconds. */
  at: number;
  /** The same moment on the store's clock, from `localTimeAt`. */
  local: LocalTime;
  /** Null when the customer is anonymous. */
  member: MemberFacts | null;
  lines: readonly BasketLine[];
  /** Points the member wants to pay with; the balance is not checked here. */
  pointsToSpendMinor: bigint;
  /** Promotions that cannot be given now, by id, with why: what they may give is used up. */
  withheld?: ReadonlyMap<string, Reason>;
}

/** What is known of the member; what is unknown is null. */
export interface MemberFacts {
  gender: Gender | null;
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
  city: string | null;
}

export interface BasketLine {
  lineNo: number;
  sku: string;
  /** Thousandths of a unit: 1500n is one and a half. */
  quantityMilli: bigint;
  /** Shelf price of one unit. */
  priceMinor: bigint;
  brand: string | null;
  /** Path in the catalogue, `A > B > C`. */
  category: string | null;
}
