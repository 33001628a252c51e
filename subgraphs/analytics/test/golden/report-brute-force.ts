import type { BookedLine, BookedReceipt } from '@adal/events';
import { bucketDay } from './clock';
import { aWorld, type World } from './world';

/** A line that was sold or came back, with its receipt and what both are told apart by. */
export interface Sold {
  readonly receipt: BookedReceipt;
  readonly line: BookedLine;
  readonly of: Readonly<Record<string, string>>;
}

/** The chain; S2 opened on its second day. */
export function aReportWorld(seed: number): World {
  const world = aWorld(seed);
  const stores = world.stores.map((store) => (store.storeId === 'S2' ? { ...store, openedOn: '2024-02-27' } : store));
  return { ...world, stores };
}

/** Everything sold and brought back, line by line. */
export const soldIn = (world: World): Sold[] =>
  world.receipts.flatMap((receipt) =>
    receipt.lines.map((line) => {
      const product = world.products.find(({ sku }) => sku === line.sku);
      const city = world.stores.find(({ storeId }) => storeId === receipt.storeId)?.city ?? '';
      const of = {
        store: receipt.storeId,
        city,
        brand: line.brand ?? product?.brand ?? '',
        category: line.categoryPath ?? product?.categoryPath ?? '',
        identified: String(receipt.memberId !== null),
      };
      return { receipt, line, of };
    }),
  );

/** The same line once for each promotion that had a part in it. */
export const byPromotion = (sold: readonly Sold[]): Sold[] =>
  sold.flatMap((one) => one.line.promotionIds.map((promotion) => ({ ...one, of: { ...one.of, promotion } })));

/** The text of a bucket of time as a report writes it. */
export function bucketText({ businessDay, businessHour }: BookedReceipt, grain: string): string {
  const day = bucketDay(businessDay, grain);
  return grain === 'HOUR' ? `${day}T${String(businessHour).padStart(2, '0')}` : day;
}

type Count = (sold: readonly Sold[]) => number | null;

const sumOf = (sold: readonly Sold[], amount: (one: Sold) => number): number =>
  sold.reduce((sum, one) => sum + amount(one), 0);
const withCard = (sold: readonly Sold[]): Sold[] => sold.filter(({ receipt }) => receipt.memberId !== null);
const withoutCard = (sold: readonly Sold[]): Sold[] => sold.filter(({ receipt }) => receipt.memberId === null);
const salesOf = (sold: readonly Sold[]): Sold[] => sold.filter(({ receipt }) => receipt.kind === 'SALE');
const over = (above: number | null, below: number | null): number | null =>
  above === null || below === null || below === 0 ? null : above / below;
const revenueMinor = (sold: readonly Sold[]): number => sumOf(sold, ({ line }) => line.amountMinor);
const revenue: Count = (sold) => revenueMinor(sold) / 100;
const receipts = (sold: readonly Sold[]): number =>
  new Set(salesOf(sold).map(({ receipt }) => receipt.purchaseId)).size;
const average: Count = (sold) => over(revenueMinor(sold), 100 * receipts(sold));

/** Payable of each receipt, a return's below zero. */
const payables = (sold: readonly Sold[]): { readonly isSale: boolean; readonly payable: number }[] =>
  [...new Map(sold.map(({ receipt }) => [receipt.purchaseId, receipt])).values()].map(({ kind, payableMinor }) => ({
    isSale: kind === 'SALE',
    payable: payableMinor / 100,
  }));

/** Each receipt's distance from what its average says, squared: 0 for a return. */
function spread(sold: readonly Sold[]): number {
  const mean = average(sold) ?? 0;
  const distances = payables(sold).map(({ isSale, payable }) => (payable - (isSale ? mean : 0)) ** 2);
  return distances.reduce((sum, distance) => sum + distance, 0) / receipts(sold) ** 2;
}

const difference: Count = (sold) => {
  const [one, other] = [average(withCard(sold)), average(withoutCard(sold))];
  return one === null || other === null ? null : one - other;
};
/** An end of the interval; it takes 30 receipts on either side. */
function intervalEnd(sold: readonly Sold[], sign: number): number | null {
  const value = difference(sold);
  const sides = [withCard(sold), withoutCard(sold)];
  if (value === null || sides.some((side) => receipts(side) < 30)) return null;
  return value + sign * 1.96 * Math.sqrt(sides.reduce((sum, side) => sum + spread(side), 0));
}

const METRICS: Readonly<Record<string, Count>> = {
  'sales.units': (sold) => sumOf(sold, ({ line }) => line.quantityMilli) / 1_000,
  'sales.revenue': revenue,
  'sales.receipts': receipts,
  'sales.average_receipt': average,
};

const minor =
  (amount: (line: BookedLine) => number): Count =>
  (sold) =>
    sumOf(sold, ({ line }) => amount(line)) / 100;
const discount = minor((line) => line.discountMinor);
const spent = minor((line) => line.pointsSpentMinor);
const given = (sold: readonly Sold[]): number => (discount(sold) ?? 0) + (spent(sold) ?? 0);
const margins = minor(({ amountMinor, costMinor }) => (costMinor === null ? 0 : amountMinor - costMinor));
const costed = minor(({ amountMinor, costMinor }) => (costMinor === null ? 0 : amountMinor));
const promoted = minor(({ amountMinor, promotionIds }) => (promotionIds.length > 0 ? amountMinor : 0));
const unitsSold = (sold: readonly Sold[]): number => sumOf(salesOf(sold), ({ line }) => line.quantityMilli) / 1_000;
const buyers = (sold: readonly Sold[]): number =>
  new Set(salesOf(withCard(sold)).map(({ receipt }) => receipt.memberId)).size;

/** What a column is, counted in plain loops: no SQL, no tables, none of the code under test. */
export const COUNTS: Readonly<Record<string, Count>> = {
  ...METRICS,
  ...Object.fromEntries(
    Object.entries(METRICS).flatMap(([key, count]): [string, Count][] => [
      [`${key}.identified`, (sold) => count(withCard(sold))],
      [`${key}.anonymous`, (sold) => count(withoutCard(sold))],
      [`${key}.ratio`, (sold) => over(count(withCard(sold)), count(withoutCard(sold)))],
    ]),
  ),
  'sales.discount': discount,
  'sales.points_spent': spent,
  'sales.loyalty_cost': given,
  'sales.margin': margins,
  'sales.margin_share': (sold) => over(margins(sold), costed(sold)),
  'sales.cost_coverage': (sold) => over(costed(sold), revenue(sold)),
  'sales.promo_revenue': promoted,
  'sales.promo_share': (sold) => over(promoted(sold), revenue(sold)),
  'sales.revenue_per_buyer': (sold) => over(revenue(withCard(sold)), buyers(sold)),
  'sales.cost_per_buyer': (sold) => over(given(withCard(sold)), buyers(sold)),
  'members.active': buyers,
  'promotions.discount': discount,
  'promotions.uses': receipts,
  'promotions.lines': (sold) => salesOf(sold).length,
  'promotions.buyers': buyers,
  'promotions.revenue': revenue,
  'promotions.discount_to_revenue': (sold) => over(discount(sold), revenue(sold)),
  'penetration.revenue': (sold) => over(revenue(withCard(sold)), revenue(sold)),
  'penetration.receipts': (sold) => over(receipts(withCard(sold)), receipts(sold)),
  'penetration.units': (sold) => over(unitsSold(withCard(sold)), unitsSold(sold)),
  'revenue.loyal': (sold) => revenue(withCard(sold)),
  'revenue.share': (sold) => over(revenue(withCard(sold)), revenue(sold)),
  difference,
  'difference.low': (sold) => intervalEnd(sold, -1),
  'difference.high': (sold) => intervalEnd(sold, 1),
  'difference.share': (sold) => over(difference(sold), average(withoutCard(sold))),
};
