import type { Gender } from './basket';
import type { AttributeTest, Goods } from './goods';
import type { Percent, TimeWindow } from './promotion';

/** When a promotion applies: any AND, OR and NOT of tests of the basket, the moment, the store and the member. */
export type Condition =
  | { kind: 'ALL' | 'ANY'; of: readonly Condition[] }
  | { kind: 'NOT'; of: Condition }
  | BasketCondition
  | PurchaseCondition
  | TimeCondition
  | MemberCondition
  | HistoryCondition;

/** Bounds of what is measured, both inside, in its unit: SUM in minor units, QUANTITY in thousandths, counts as they are. */
export interface Bounds {
  atLeast: bigint | null;
  atMost: bigint | null;
}

/** Sums are of shelf prices, so that no promotion decides whether another one applies. */
export type BasketCondition =
  | ({ kind: 'LINES'; goods: Goods; measure: 'SUM' | 'QUANTITY' | 'COUNT' } & Bounds)
  | ({ kind: 'BASKET'; measure: 'SUM' | 'QUANTITY' | 'LINES' } & Bounds);

export type Channel = 'POS' | 'ONLINE' | 'APP';

export type PurchaseCondition =
  /** The n-th purchase of the member, or every n-th one. */
  | { kind: 'NTH_PURCHASE'; n: number | null; every: number | null }
  | { kind: 'FIRST_PURCHASE' }
  | { kind: 'TENDER'; in: readonly string[] }
  | { kind: 'CHANNEL'; in: readonly Channel[] }
  /** Lists that are not empty must all contain the store. */
  | ({ kind: 'STORE' } & StoreLists)
  /** A valid coupon of the pool is in the basket. */
  | { kind: 'COUPON'; poolId: string };

export interface StoreLists {
  storeIds: readonly string[];
  cities: readonly string[];
  banners: readonly string[];
  brands: readonly string[];
}

/** Days, hours and holidays are the store's own. */
export type TimeCondition =
  /** Epoch milliseconds; the start is inside, the end is not. */
  | { kind: 'PERIOD'; from: number | null; until: number | null }
  /** ISO: 1 is Monday. */
  | { kind: 'WEEKDAYS'; in: readonly number[] }
  | { kind: 'HOURS'; in: readonly TimeWindow[] }
  /** An empty list means any holiday of the calendar. */
  | { kind: 'HOLIDAY'; names: readonly string[]; daysBefore: number; daysAfter: number };

export type MemberCondition =
  | { kind: 'IDENTIFIED' }
  | { kind: 'GENDER'; gender: Gender }
  /** Full years on the day of the purchase, both ends inside. */
  | { kind: 'AGE'; from: number | null; to: number | null }
  | { kind: 'BIRTHDAY'; daysBefore: number; daysAfter: number }
  /** A child of this age, and of this gender or with a birthday so many days away when asked for. */
  | { kind: 'CHILD'; ageFrom: number; ageTo: number; gender: Gender | null; birthdayWithin: number | null }
  | { kind: 'CITY'; in: readonly string[] }
  | ({ kind: 'ATTRIBUTE' } & AttributeTest)
  | { kind: 'SEGMENT'; in: readonly string[] }
  | { kind: 'MEMBER_LIST'; in: readonly string[] }
  /** Registered at most `withinDays` ago, at least `beforeDays` ago. */
  | { kind: 'REGISTERED'; withinDays: number | null; beforeDays: number | null }
  /** Members whose hash with the salt falls into the part; shares of the whole. */
  | { kind: 'BUCKET'; salt: string; fromShare: Percent; toShare: Percent };

/** Looks at the member's own receipts before this one, less what was returned. */
export type HistoryCondition =
  | ({ kind: 'BOUGHT'; goods: Goods; measure: 'SUM' | 'QUANTITY' | 'RECEIPTS'; withinDays: number } & Bounds)
  /** Whole days since the last purchase; fails for who never bought. */
  | ({ kind: 'DAYS_SINCE_LAST' } & Bounds)
  /** Bought the goods, and the accessory neither with them nor since. */
  | { kind: 'BOUGHT_WITHOUT'; goods: Goods; accessory: Goods; withinDays: number };
