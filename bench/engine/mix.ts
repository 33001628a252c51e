import {
  localTimeAt,
  type Basket,
  type BasketLine,
  type Condition,
  type Effect,
  type Goods,
  type Programme,
  type Promotion,
} from '@adal/engine';

const AT = Date.UTC(2026, 10, 22, 10);
const LOCAL = localTimeAt(AT, 'Asia/Almaty');
const CITIES = ['Almaty', 'Astana', 'Shymkent', 'Karaganda', 'Aktobe'];
const SKUS = 20_000;

export const programme: Programme = {
  earnPercent: 500n,
  payPercent: 3_000n,
  rounding: { unitMinor: 1n, mode: 'DOWN' },
  rewardBase: 'AFTER_DISCOUNTS_AND_POINTS',
  activationDelayDays: 14,
  lifetimeDays: 365,
  earnExcluded: { kind: 'CATEGORY', in: ['Dept 9'] },
  payExcluded: { kind: 'CATEGORY', in: ['Dept 9'] },
  holdout: { share: 200n, salt: 'all' },
};

/** Twenty thousand goods: ten departments, a hundred groups, two hundred brands, some sets and attributes. */
const product = (n: number): Omit<BasketLine, 'lineNo' | 'quantityMilli' | 'priceMinor'> => ({
  sku: `SKU-${n % SKUS}`,
  brand: `Brand ${n % 200}`,
  category: `Dept ${n % 10} > Group ${n % 100} > Shelf ${n % 500}`,
  attributes: { season: n % 2 === 0 ? 'winter' : 'summer', size: 36 + (n % 10) },
  sets: n % 50 === 0 ? [`set-${n % 7}`] : [],
  minPriceMinor: n % 40 === 0 ? 10_000n : null,
  notDiscountable: n % 97 === 0,
});

/** Sixty-four baskets of different members and stores. */
export const basketsOf = (lines: number): readonly Basket[] =>
  Array.from({ length: 64 }, (_, basket) => ({
    storeId: `S${basket % 40}`,
    store: { city: CITIES[basket % CITIES.length] ?? null, banner: `Banner ${basket % 2}`, brand: null },
    channel: 'POS',
    at: AT,
    local: LOCAL,
    holidays: [],
    member: {
      id: `member-${basket}`,
      gender: basket % 3 === 0 ? 'MALE' : 'FEMALE',
      birthDate: '1990-05-17',
      city: CITIES[basket % CITIES.length] ?? null,
      attributes: {},
      segments: [`segment-${basket % 20}`],
      lists: [],
      children: [],
      registeredAt: AT - 1e10,
      purchaseCount: basket,
      lastPurchaseAt: AT - 1e9,
      history: [],
    },
    lines: Array.from({ length: lines }, (_line, line) => ({
      lineNo: line + 1,
      quantityMilli: line % 5 === 0 ? 1_350n : BigInt(1 + (line % 3)) * 1_000n,
      priceMinor: BigInt(15_000 + ((basket * 7 + line * 13) % 90) * 1_000),
      ...product(basket * 131 + line * 317),
    })),
    coupons: basket % 8 === 0 ? [{ code: 'C', poolId: 'pool-1' }] : [],
    tenders: [],
    pointsToSpendMinor: 5_000n,
  }));

const dates = { activationDays: null, lifetimeDays: null };

/** What chains run: half percentages, then new prices, sets, points and amounts, a message now and then. */
function effectOf(n: number, goods: Goods): Effect {
  switch (n % 10) {
    case 5:
      return { kind: 'FIXED_PRICE', goods, price: BigInt(9_000 + n * 10) };
    case 6:
      return n % 20 === 6
        ? { kind: 'N_FOR_M', goods, take: 3, pay: 2 }
        : { kind: 'NTH_AT_PERCENT', goods, n: 2, percent: 5_000n };
    case 7:
      return { kind: 'POINTS_MULTIPLIER', goods, factor: BigInt(200 + (n % 3) * 100), ...dates };
    case 8:
      return { kind: 'POINTS_PERCENT', goods, percent: 700n, ...dates };
    case 9:
      return { kind: 'AMOUNT_OFF', goods, amount: 50_000n, every: null };
    default:
      return { kind: 'PERCENT', goods, percent: BigInt(500 + (n % 20) * 100) };
  }
}

/** For a brand, a group of goods, some SKUs, a set with an attribute. */
function goodsOf(n: number): Goods {
  const { sku, brand, category } = product(n * 37);
  switch (n % 10) {
    case 0:
    case 1:
      return { kind: 'CATEGORY', in: [category?.split(' > ').slice(0, 2).join(' > ') ?? ''] };
    case 2:
    case 3:
    case 5:
      return { kind: 'BRAND', in: [brand ?? ''] };
    case 4:
      return {
        kind: 'ALL',
        of: [
          { kind: 'CATEGORY', in: [category ?? ''] },
          { kind: 'ATTRIBUTE', key: 'season', op: 'EQ', values: ['winter'] },
        ],
      };
    default:
      return {
        kind: 'SKU',
        in: [sku, ...Array.from({ length: 9 }, (_, more) => product(n * 37 + (more + 1) * 113).sku)],
      };
  }
}

/** Half for everybody; the others for a city, a segment, women, or with a threshold, in some stores, by coupon. */
function conditionOf(n: number, goods: Goods): Condition | null {
  switch (n % 12) {
    case 0:
      return { kind: 'CITY', in: CITIES.slice(0, 3) };
    case 1:
      return { kind: 'SEGMENT', in: [`segment-${n % 20}`] };
    case 2:
      return {
        kind: 'ALL',
        of: [
          { kind: 'GENDER', gender: 'FEMALE' },
          { kind: 'AGE', from: 25, to: 40 },
        ],
      };
    case 3:
      return { kind: 'LINES', goods, measure: 'SUM', atLeast: 60_000n, atMost: null };
    case 4:
      return { kind: 'STORE', storeIds: ['S0', 'S3', 'S6', 'S9'], cities: [], banners: [], brands: [] };
    case 5:
      return { kind: 'COUPON', poolId: `pool-${n % 30}` };
    default:
      return null;
  }
}

const NO_CAP = { amount: null, percent: null };

export function promotionOf(n: number, goods: Goods = goodsOf(n), condition = conditionOf(n, goods)): Promotion {
  return {
    id: `P${n}`,
    version: 1,
    name: `Promotion ${n}`,
    priority: n % 5,
    stacking: n % 3 === 0 ? null : { group: `Group ${n % 4}`, mode: 'BEST' },
    schedule: { from: AT - 1e9, until: AT + 1e9, weekdays: [], hours: [{ from: 480, until: 1_320 }] },
    condition,
    effects: [effectOf(n, goods)],
    caps: { line: NO_CAP, basket: { amount: 5_000_000n, percent: null }, pointsPerBasket: null, usesPerBasket: null },
    holdout: { share: 1_000n, salt: null, anonymous: true },
    variants: [],
  };
}

/** Two hundred that may match, and others that no basket touches. */
export const withStrangers = (count: number): Promotion[] => [
  ...Array.from({ length: 200 }, (_, n) => promotionOf(n)),
  ...Array.from({ length: count - 200 }, (_, n) => promotionOf(n + 200, { kind: 'SKU', in: [`elsewhere-${n}`] }, null)),
];
