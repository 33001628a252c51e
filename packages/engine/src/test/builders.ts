import type { Basket, BasketLine, MemberFacts } from '../basket';
import type { Effect } from '../effect';
import type { Goods } from '../goods';
import { localTimeAt } from '../local-time';
import type { Programme } from '../programme';
import type { Caps, Promotion, Schedule } from '../promotion';

/** Sunday, 22 November 2026, 15:00 in Almaty. */
export const SUNDAY_AFTERNOON = Date.UTC(2026, 10, 22, 10);

export const aMember = (facts: Partial<MemberFacts> = {}): MemberFacts => ({
  id: 'member-1',
  gender: null,
  birthDate: null,
  city: null,
  attributes: {},
  segments: [],
  lists: [],
  children: [],
  registeredAt: null,
  purchaseCount: 0,
  lastPurchaseAt: null,
  history: [],
  ...facts,
});

/** Ten of milk at 500.00 unless said otherwise: 5,000.00. */
export const aLine = (line: Partial<BasketLine> = {}): BasketLine => ({
  lineNo: 1,
  sku: 'milk',
  quantityMilli: 10_000n,
  priceMinor: 50_000n,
  brand: 'Аққайнар',
  category: 'Food > Dairy > Milk',
  attributes: {},
  sets: [],
  minPriceMinor: null,
  notDiscountable: false,
  ...line,
});

export function aBasket(basket: Partial<Basket> = {}): Basket {
  const at = basket.at ?? SUNDAY_AFTERNOON;
  return {
    storeId: 'ALM-1',
    store: { city: 'Almaty', banner: 'Mart', brand: null },
    channel: 'POS',
    at,
    local: localTimeAt(at, 'Asia/Almaty'),
    holidays: [],
    member: aMember(),
    lines: [aLine()],
    coupons: [],
    tenders: [],
    pointsToSpendMinor: 0n,
    ...basket,
  };
}

/** Earns 5 %, pays up to 30 %, in hundredths of a point. */
export const aProgramme = (programme: Partial<Programme> = {}): Programme => ({
  earnPercent: 500n,
  payPercent: 3_000n,
  rounding: { unitMinor: 1n, mode: 'DOWN' },
  rewardBase: 'AFTER_DISCOUNTS_AND_POINTS',
  activationDelayDays: 14,
  lifetimeDays: 365,
  earnExcluded: null,
  payExcluded: null,
  holdout: null,
  ...programme,
});

export const EVERYTHING: Goods = { kind: 'EVERYTHING' };
export const ANY_TIME: Schedule = { from: null, until: null, weekdays: [], hours: [] };
const NO_CAP = { amount: null, percent: null };
export const NO_CAPS: Caps = { line: NO_CAP, basket: NO_CAP, pointsPerBasket: null, usesPerBasket: null };

/** Runs everywhere, always, for everyone. */
export const aPromotion = (effect: Effect | readonly Effect[], promotion: Partial<Promotion> = {}): Promotion => ({
  id: 'P1',
  version: 1,
  name: 'Promotion',
  priority: 100,
  stacking: null,
  schedule: ANY_TIME,
  condition: null,
  caps: NO_CAPS,
  holdout: null,
  variants: [],
  ...promotion,
  effects: 'kind' in effect ? [effect] : effect,
});

export const percentOff = (percent: bigint, promotion: Partial<Promotion> = {}): Promotion =>
  aPromotion({ kind: 'PERCENT', goods: EVERYTHING, percent }, promotion);

/** When the basket costs at least the threshold. */
export const amountOff = (amount: bigint, threshold: bigint, promotion: Partial<Promotion> = {}): Promotion =>
  aPromotion(
    { kind: 'AMOUNT_OFF', goods: EVERYTHING, amount, every: null },
    { condition: { kind: 'BASKET', measure: 'SUM', atLeast: threshold, atMost: null }, ...promotion },
  );

export const pointsTimes = (factor: bigint, promotion: Partial<Promotion> = {}): Promotion =>
  aPromotion(
    { kind: 'POINTS_MULTIPLIER', goods: EVERYTHING, factor, activationDays: null, lifetimeDays: null },
    promotion,
  );
