import type { Basket, BasketLine, MemberFacts } from './basket';
import { localTimeAt } from './local-time';
import type { Programme } from './programme';
import type { Effect, Promotion, Schedule, Scope } from './promotion';

/** Sunday, 22 November 2026, 15:00 in Almaty. */
const SUNDAY_AFTERNOON = Date.UTC(2026, 10, 22, 10);

export const aMember = (facts: Partial<MemberFacts> = {}): MemberFacts => ({
  gender: null,
  birthDate: null,
  city: null,
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
  ...line,
});

export function aBasket(basket: Partial<Basket> = {}): Basket {
  const at = basket.at ?? SUNDAY_AFTERNOON;
  return {
    storeId: 'ALM-1',
    at,
    local: localTimeAt(at, 'Asia/Almaty'),
    member: aMember(),
    lines: [aLine()],
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
  ...programme,
});

export const goods = (scope: Partial<Scope> = {}): Scope => ({ skus: [], brands: [], categories: [], ...scope });

export const ANY_TIME: Schedule = { from: null, until: null, weekdays: [], windows: [] };

/** Runs everywhere, always, for everyone. */
export const aPromotion = (effect: Effect, promotion: Partial<Promotion> = {}): Promotion => ({
  id: 'P1',
  name: 'Promotion',
  priority: 100,
  exclusiveGroup: null,
  schedule: ANY_TIME,
  storeIds: [],
  audience: { kind: 'EVERYONE' },
  ...promotion,
  effect,
});

export const percentOff = (percent: bigint, promotion: Partial<Promotion> = {}): Promotion =>
  aPromotion({ kind: 'PERCENT_OFF', scope: goods(), percent }, promotion);

export const amountOff = (amountMinor: bigint, thresholdMinor: bigint, promotion: Partial<Promotion> = {}): Promotion =>
  aPromotion({ kind: 'AMOUNT_OFF', scope: goods(), amountMinor, thresholdMinor }, promotion);

export const pointsTimes = (factor: bigint, promotion: Partial<Promotion> = {}): Promotion =>
  aPromotion({ kind: 'POINTS_MULTIPLIER', scope: goods(), factor }, promotion);
