import type { Milli, Minor } from '@adal/money';
import type { Channel } from './condition';
import type { Attributes, ProductFacts } from './goods';
import type { LocalTime } from './local-time';
import type { Reason } from './reason';

/** Everything a price depends on. What the live promotions do not ask for (`compiled.needs`) may stay empty. */
export interface Basket {
  storeId: string;
  store: StoreFacts;
  channel: Channel;
  /** When the purchase happens, in epoch milliseconds. */
  at: number;
  /** The same moment on the store's clock, from `localTimeAt`. */
  local: LocalTime;
  /** Holidays of the calendar around the day of the purchase. */
  holidays: readonly Holiday[];
  /** Null when the customer is anonymous. */
  member: MemberFacts | null;
  lines: readonly BasketLine[];
  /** Valid coupons the customer has shown. */
  coupons: readonly Coupon[];
  /** How it is paid; an amount that is null is the rest. */
  tenders: readonly Tender[];
  /** Points the member wants to pay with; the balance is not checked here. */
  pointsToSpendMinor: Minor;
  /** Promotions that cannot be given now, by id, with why: what they may give is used up. */
  withheld?: ReadonlyMap<string, Reason>;
}

export interface StoreFacts {
  city: string | null;
  banner: string | null;
  brand: string | null;
}

export interface Holiday {
  name: string;
  /** `YYYY-MM-DD`. */
  date: string;
}

export interface Coupon {
  code: string;
  poolId: string;
}

export interface Tender {
  tender: string;
  amountMinor: Minor | null;
}

export type Gender = 'FEMALE' | 'MALE';

/** What is known of the member; what is unknown is null or empty. */
export interface MemberFacts {
  /** Decides which control groups and variants they fall into. */
  id: string;
  gender: Gender | null;
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
  city: string | null;
  attributes: Attributes;
  segments: readonly string[];
  lists: readonly string[];
  children: readonly Child[];
  /** Epoch milliseconds. */
  registeredAt: number | null;
  /** Purchases before this one. */
  purchaseCount: number;
  lastPurchaseAt: number | null;
  /** Net receipts before this one, as many days back as `compiled.needs` says. */
  history: readonly PastReceipt[];
}

export interface Child {
  gender: Gender | null;
  /** `YYYY-MM-DD`. */
  birthDate: string;
}

export interface PastReceipt {
  at: number;
  lines: readonly PastLine[];
}

export interface PastLine extends ProductFacts {
  quantityMilli: Milli;
  /** What was paid for the line. */
  amountMinor: Minor;
}

export interface BasketLine extends ProductFacts {
  lineNo: number;
  /** Thousandths of a unit: 1500n is one and a half. */
  quantityMilli: Milli;
  /** The least a unit may cost, whatever is promised; null is nothing. */
  minPriceMinor: Minor | null;
  /** Neither discounts nor points lower its price. */
  notDiscountable: boolean;
}
