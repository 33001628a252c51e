import type { Minor } from '@adal/money';
import type { Goods } from './goods';
import type { Percent } from './promotion';

/** What a promotion gives. */
export type Effect = Discount | PointsEffect | Notice;

/** Lowers prices. A unit is a whole piece: of 1.35 kg one counts, of 0.35 kg none. */
export type Discount =
  | { kind: 'PERCENT'; goods: Goods; percent: Percent }
  /** Spread over the goods: once, or for every so many units. */
  | { kind: 'AMOUNT_OFF'; goods: Goods; amount: Minor; every: number | null }
  /** The price of one unit, where it is lower. */
  | { kind: 'FIXED_PRICE'; goods: Goods; price: Minor }
  /** Of every `of` units, dearest first, the cheapest `free` cost nothing. */
  | { kind: 'CHEAPEST_FREE'; goods: Goods; of: number; free: number }
  /** `take` units of one SKU for the price of `pay`. */
  | { kind: 'N_FOR_M'; goods: Goods; take: number; pay: number }
  /** Of every n units, dearest first, the cheapest one gets the percentage off. */
  | { kind: 'NTH_AT_PERCENT'; goods: Goods; n: number; percent: Percent }
  /** The parts together for a price, as often as the basket holds them; parts are filled in order, dearest units first. */
  | { kind: 'BUNDLE_PRICE'; parts: readonly BundlePart[]; price: Minor }
  | { kind: 'SET_PERCENT'; parts: readonly BundlePart[]; percent: Percent }
  /** The cheapest so many units cost nothing; the cashier is reminded when they are not in the basket. */
  | { kind: 'GIFT'; goods: Goods; quantity: number }
  /** The more of the goods, the more off: the highest step that is reached. */
  | { kind: 'TIERS'; goods: Goods; by: 'SUM' | 'QUANTITY'; steps: readonly Tier[] };

export interface BundlePart {
  goods: Goods;
  quantity: number;
}

/** Either a percentage or an amount; `from` in minor units or thousandths. */
export interface Tier {
  from: bigint;
  percent: Percent | null;
  amount: Minor | null;
}

/** Gives points above those of the programme. */
export type PointsEffect = PointsDates &
  (
    | { kind: 'POINTS_FIXED'; goods: Goods; points: Minor; every: number | null }
    /** Cashback: a percentage of the reward base of the goods. */
    | { kind: 'POINTS_PERCENT'; goods: Goods; percent: Percent }
    /** `factor` in hundredths: 200n doubles the programme's points. Multipliers add up. */
    | { kind: 'POINTS_MULTIPLIER'; goods: Goods; factor: bigint }
    /** A percentage of what is paid by each tender. */
    | { kind: 'POINTS_BY_TENDER'; goods: Goods; rates: readonly TenderRate[] }
  );

export interface TenderRate {
  tender: string;
  percent: Percent;
}

/** Null is as the programme says. */
export interface PointsDates {
  activationDays: number | null;
  lifetimeDays: number | null;
}

/** Changes no price. */
export type Notice =
  /** A coupon of the pool is issued with the receipt: good at once, or from the next visit. */
  | { kind: 'COUPON_NOW' | 'COUPON_NEXT'; poolId: string }
  /** To the cashier. */
  | { kind: 'MESSAGE'; text: Texts }
  /** At the end of the receipt. */
  | { kind: 'RECEIPT_TEXT'; text: Texts };

export interface Texts {
  en: string;
  ru: string;
  kk: string;
}
