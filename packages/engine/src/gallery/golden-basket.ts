import type { Basket, BasketLine, MemberFacts } from '../basket';
import { localTimeAt } from '../local-time';
import type { Programme } from '../programme';

/** The programme of every golden receipt: 5 % in points of what is paid in money. */
export const goldenProgramme: Programme = {
  earnPercent: 500n,
  payPercent: 3_000n,
  rounding: { unitMinor: 1n, mode: 'DOWN' },
  rewardBase: 'AFTER_DISCOUNTS_AND_POINTS',
  activationDelayDays: 14,
  lifetimeDays: 365,
  earnExcluded: null,
  payExcluded: null,
  holdout: null,
};

/** Sunday, 22 November 2026, 15:00 in Almaty. */
const AT = Date.UTC(2026, 10, 22, 10);
const DAY = 86_400_000;

type Product = Omit<BasketLine, 'lineNo' | 'quantityMilli'>;

const product = (sku: string, price: number, brand: string, category: string, sets: string[] = []): Product => ({
  sku,
  priceMinor: BigInt(price) * 100n,
  brand,
  category,
  attributes: {},
  sets,
  minPriceMinor: null,
  notDiscountable: false,
});

const SHELF = {
  milk: product('milk', 500, 'Adal', 'Food > Dairy'),
  bread: product('bread', 200, 'Nan', 'Food > Bakery'),
  cheese: product('cheese', 2_000, 'Adal', 'Food > Dairy'),
  coffee: product('coffee', 3_000, 'Altyn', 'Food > Coffee', ['new']),
  boots: product('boots', 30_000, 'Qadam', 'Shoes > Boots'),
  sneakers: product('sneakers', 20_000, 'Qadam', 'Shoes > Sneakers'),
  polish: product('polish', 1_500, 'Jyltyr', 'Care > Shoes'),
  toy: product('toy', 4_000, 'Oiyn', 'Kids > Toys'),
  shampoo: product('shampoo', 1_200, 'Saf', 'Beauty > Hair'),
};

export type Sku = keyof typeof SHELF;
/** So many units of a product. */
export type Item = readonly [sku: Sku, units: number];

export interface Changes extends Partial<Omit<Basket, 'member' | 'lines'>> {
  /** Null is an anonymous customer. */
  member?: Partial<MemberFacts> | null;
  /** Days since each past receipt, and what was on it. */
  bought?: readonly (readonly [daysAgo: number, sku: Sku])[];
}

/** A basket of the shelf's products, bought by a woman of 36 from Almaty with ten purchases behind her. */
export function goldenBasket(items: readonly Item[], { member = {}, bought = [], ...changes }: Changes = {}): Basket {
  return {
    storeId: 'ALM-1',
    store: { city: 'Almaty', banner: 'Adal', brand: null },
    channel: 'POS',
    at: AT,
    local: localTimeAt(AT, 'Asia/Almaty'),
    holidays: [],
    member: member === null ? null : { ...MEMBER, history: bought.map(pastReceipt), ...member },
    lines: items.map(([sku, units], index) => ({
      ...SHELF[sku],
      lineNo: index + 1,
      quantityMilli: BigInt(units) * 1_000n,
    })),
    coupons: [],
    tenders: [],
    pointsToSpendMinor: 0n,
    ...changes,
  };
}

const MEMBER: MemberFacts = {
  id: 'golden-member',
  gender: 'FEMALE',
  birthDate: '1990-05-17',
  city: 'Almaty',
  attributes: {},
  segments: [],
  lists: [],
  children: [],
  registeredAt: AT - 400 * DAY,
  purchaseCount: 10,
  lastPurchaseAt: AT - 7 * DAY,
  history: [],
};

const pastReceipt = ([daysAgo, sku]: readonly [number, Sku]) => ({
  at: AT - daysAgo * DAY,
  lines: [{ ...SHELF[sku], quantityMilli: 1_000n, amountMinor: SHELF[sku].priceMinor }],
});

export const daysAgo = (days: number): number => AT - days * DAY;
