import { DateTime } from 'luxon';

/** A purchase, less what came back of it. It stands while something of it is left. */
export interface Purchase {
  readonly id: string;
  /** Day and hour of the sale by the store's clock. */
  readonly day: string;
  readonly hour: number;
  readonly storeId: string;
  readonly payableMinor: number;
  readonly quantityMilli: number;
  readonly discountMinor: number;
  readonly stands: boolean;
}

/** Goods of one kind in a purchase, less what came back. */
export interface BoughtItem {
  readonly purchaseId: string;
  readonly sku: string;
  readonly name: string;
  readonly categoryPath: string;
  readonly brand: string;
  readonly quantityMilli: number;
  readonly amountMinor: number;
  readonly promoQuantityMilli: number;
  readonly promoMinor: number;
  readonly marginMinor: number;
}

/** How a member buys. What is null cannot be said of so few purchases. */
export interface Behaviour {
  readonly purchases: number;
  readonly revenueMinor: number;
  readonly marginMinor: number;
  readonly discountMinor: number;
  readonly averageReceiptMinor: number | null;
  readonly itemsPerReceiptMilli: number | null;
  readonly firstPurchaseOn: string | null;
  readonly lastPurchaseOn: string | null;
  readonly daysSinceFirst: number | null;
  readonly daysSinceLast: number | null;
  readonly purchasesPerMonthMilli: number | null;
  readonly cycleDaysMilli: number | null;
  readonly nextVisitOn: string | null;
  readonly promoShareOfRevenue: number | null;
  readonly promoShareOfItems: number | null;
  readonly favouriteStoreId: string | null;
  /** Purchases by weekday, Monday first, and hour. */
  readonly hours: readonly (readonly number[])[];
}

const DAYS_A_MONTH = 30;

/** How a member buys, of what they bought until today. */
export function behaviourOf(all: readonly Purchase[], items: readonly BoughtItem[], today: string): Behaviour {
  const purchases = all.filter(({ stands }) => stands);
  // A return of a sale that nobody knows still gave money back.
  const revenueMinor = sum(all, ({ payableMinor }) => payableMinor);
  const quantityMilli = sum(purchases, (purchase) => purchase.quantityMilli);
  const amountMinor = sum(items, (item) => item.amountMinor);
  const count = purchases.length;
  return {
    purchases: count,
    revenueMinor,
    marginMinor: sum(items, (item) => item.marginMinor),
    discountMinor: sum(all, ({ discountMinor }) => discountMinor),
    averageReceiptMinor: count === 0 ? null : Math.round(revenueMinor / count),
    itemsPerReceiptMilli: count === 0 ? null : Math.round(quantityMilli / count),
    ...rhythmOf(purchases, today),
    promoShareOfRevenue: shareOf(
      sum(items, (item) => item.promoMinor),
      amountMinor,
    ),
    promoShareOfItems: shareOf(
      sum(items, (item) => item.promoQuantityMilli),
      sum(items, (item) => item.quantityMilli),
    ),
    favouriteStoreId: favouriteStore(purchases),
    hours: hoursOf(purchases),
  };
}

type Rhythm = Pick<
  Behaviour,
  | 'firstPurchaseOn'
  | 'lastPurchaseOn'
  | 'daysSinceFirst'
  | 'daysSinceLast'
  | 'purchasesPerMonthMilli'
  | 'cycleDaysMilli'
  | 'nextVisitOn'
>;

/** Days apart are counted between days with purchases: two receipts of one day are one visit. */
function rhythmOf(purchases: readonly Purchase[], today: string): Rhythm {
  const days = [...new Set(purchases.map(({ day }) => day))].sort();
  const [first, last] = [days[0] ?? null, days.at(-1) ?? null];
  const sinceFirst = first === null ? null : daysBetween(first, today);
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const cycle = gaps.length < 2 ? null : median(gaps);
  return {
    firstPurchaseOn: first,
    lastPurchaseOn: last,
    daysSinceFirst: sinceFirst,
    daysSinceLast: last === null ? null : daysBetween(last, today),
    // Of who came yesterday for the first time nobody can say how often they come.
    purchasesPerMonthMilli:
      sinceFirst === null
        ? null
        : Math.round((purchases.length * DAYS_A_MONTH * 1_000) / Math.max(sinceFirst, DAYS_A_MONTH)),
    cycleDaysMilli: cycle === null ? null : Math.round(cycle * 1_000),
    nextVisitOn:
      cycle === null || last === null
        ? null
        : DateTime.fromISO(last)
            .plus({ days: Math.round(cycle) })
            .toISODate(),
  };
}

/** Where most purchases were made; of equals where the last one was. */
function favouriteStore(purchases: readonly Purchase[]): string | null {
  const stores = new Map<string, { count: number; last: string }>();
  for (const { storeId, day, hour } of purchases) {
    const at = `${day} ${String(hour).padStart(2, '0')}`;
    const { count, last } = stores.get(storeId) ?? { count: 0, last: '' };
    stores.set(storeId, { count: count + 1, last: at > last ? at : last });
  }
  const ranked = [...stores].sort(
    ([left, a], [right, b]) => b.count - a.count || compare(b.last, a.last) || compare(left, right),
  );
  return ranked[0]?.[0] ?? null;
}

function hoursOf(purchases: readonly Purchase[]): number[][] {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { day, hour } of purchases) {
    const row = hours[DateTime.fromISO(day).weekday - 1];
    if (row) row[hour] = (row[hour] ?? 0) + 1;
  }
  return hours;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

export const daysBetween = (from: string, to: string): number =>
  Math.round(DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days);

export const sum = <T>(rows: readonly T[], pick: (row: T) => number): number =>
  rows.reduce((total, row) => total + pick(row), 0);

/** A part of something that is more than nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
