import {
  MembersImported,
  ProductsImported,
  PurchaseConfirmed,
  PurchaseReturned,
  type BookedReceipt,
} from '@adal/events';
import { aLine, aMember, anEvent, aReceipt } from '../../../test/builders';
import { engines } from '../../../test/golden/engines';
import { silent, ZONE } from '../../../test/harness';
import type { AnalyticsStore } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import { boughtLoader } from './behaviour.queries';
import { behaviourOf } from './behaviour.rules';
import { brandAffinities, goodsBought } from './goods.rules';

const [BUYER, LOOKER] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const TODAY = '2026-03-31';
const boots = { sku: 'BOOTS', categoryPath: 'Shoes > Boots', brand: 'Arman' };
const polish = { sku: 'POLISH', categoryPath: 'Care', brand: 'Dala' };
const bag = { sku: 'BAG', categoryPath: 'Bags', brand: null };

const sale = (purchaseId: string, businessDay: string, over: Partial<BookedReceipt>): BookedReceipt =>
  aReceipt({ purchaseId, memberId: BUYER, businessDay, occurredAt: `${businessDay}T07:00:00Z`, ...over });
const back = (of: BookedReceipt, lines: BookedReceipt['lines']): BookedReceipt =>
  aReceipt({
    ...{ purchaseId: `back-${of.purchaseId}`, kind: 'RETURN', memberId: BUYER, lines },
    ...{ businessDay: '2026-03-30', businessHour: 20, storeId: 'S9', occurredAt: '2026-03-30T15:00:00Z' },
    originalPurchaseId: of.purchaseId,
    original: { storeId: of.storeId, businessDay: of.businessDay, businessHour: of.businessHour },
  });

// Monday the 2nd: boots for 300.00, cost 200.00, and polish on promotion for 100.00.
const first = sale('r1', '2026-03-02', {
  businessHour: 10,
  lines: [
    aLine({ ...boots, amountMinor: 30_000, costMinor: 20_000 }),
    aLine({ ...polish, lineNo: 2, amountMinor: 10_000, promotionIds: ['P1'], discountMinor: 2_000 }),
  ],
});
// Thursday the 12th: two polishes for 200.00, one of which comes back.
const second = sale('r2', '2026-03-12', {
  ...{ businessHour: 18, storeId: 'S2' },
  lines: [aLine({ ...polish, quantityMilli: 2_000, amountMinor: 20_000 })],
});
// Friday the 13th: a bag for 900.00 that comes back; it was never bought.
const third = sale('r3', '2026-03-13', { lines: [aLine({ ...bag, amountMinor: 90_000 })] });
// Thursday the 26th: boots for 300.00 again.
const fourth = sale('r4', '2026-03-26', {
  businessHour: 18,
  storeId: 'S2',
  lines: [aLine({ ...boots, amountMinor: 30_000 })],
});

describe.each(engines)('how a member buys, on %s', (_name, open) => {
  let store: AnalyticsStore;
  beforeAll(async () => {
    store = await open();
    const parts = { store, zone: ZONE, log: silent, keep: () => Promise.reject(new Error('Nothing is to be kept')) };
    const news = { balance: null, pointsActivateAt: null, pointsExpireAt: null };
    const returned = (of: BookedReceipt, lines: BookedReceipt['lines']) =>
      anEvent(PurchaseReturned, {
        ...{
          returnId: `back-${of.purchaseId}`,
          originalPurchaseId: of.purchaseId,
          receipt: back(of, lines),
          balance: null,
        },
      });
    const events = [
      anEvent(ProductsImported, {
        products: [{ ...boots, revision: 1, name: 'Winter boots', priceMinor: null, costMinor: null }],
      }),
      anEvent(MembersImported, { importId: 'm', members: [BUYER, LOOKER].map((memberId) => aMember({ memberId })) }),
      ...[first, second, third, fourth].map((receipt) => anEvent(PurchaseConfirmed, { receipt, ...news })),
      returned(second, [aLine({ ...polish, quantityMilli: -1_000, amountMinor: -10_000 })]),
      returned(third, [aLine({ ...bag, quantityMilli: -1_000, amountMinor: -90_000 })]),
    ];
    const messages = events.map(({ subject, text }, index) => ({ sequence: index + 1, subject, text }));
    await takeIn(parts, { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null }, messages);
  });
  afterAll(() => store.close());

  it('is what a count by hand gives; what came back was never bought', async () => {
    const { purchases, items } = await boughtLoader(store).load(BUYER);
    const { hours, ...behaviour } = behaviourOf(purchases, items, TODAY);
    expect(behaviour).toEqual({
      purchases: 3,
      revenueMinor: 80_000,
      marginMinor: 10_000,
      discountMinor: 2_000,
      averageReceiptMinor: 26_667,
      itemsPerReceiptMilli: 1_333,
      firstPurchaseOn: '2026-03-02',
      lastPurchaseOn: '2026-03-26',
      daysSinceFirst: 29,
      daysSinceLast: 5,
      purchasesPerMonthMilli: 3_000,
      // 10 days and 14 days lie between the three.
      cycleDaysMilli: 12_000,
      nextVisitOn: '2026-04-07',
      promoShareOfRevenue: 0.125,
      promoShareOfItems: 0.25,
      favouriteStoreId: 'S2',
    });
    expect([hours[0]?.[10], hours[3]?.[18], hours.flat().reduce((all, one) => all + one, 0)]).toEqual([1, 2, 3]);
    const spent = (by: 'SKU' | 'CATEGORY' | 'TOP_CATEGORY' | 'BRAND') =>
      goodsBought(purchases, items, by).map((goods) => [goods.name, goods.purchases, goods.revenueMinor, goods.lastOn]);
    expect(spent('SKU')).toEqual([
      ['Winter boots', 2, 60_000, '2026-03-26'],
      ['POLISH', 2, 20_000, '2026-03-12'],
    ]);
    expect(spent('CATEGORY').map(([name]) => name)).toEqual(['Shoes > Boots', 'Care']);
    expect(spent('TOP_CATEGORY').map(([name]) => name)).toEqual(['Shoes', 'Care']);
    expect(brandAffinities(purchases, items, TODAY)).toEqual([
      // (0.75 + 2/3) / 2, and (0.25 + 2/3) / 2, a little less for every day since.
      { brand: 'Arman', shareOfRevenue: 0.75, shareOfPurchases: 2 / 3, daysSince: 5, score: 695 },
      { brand: 'Dala', shareOfRevenue: 0.25, shareOfPurchases: 2 / 3, daysSince: 19, score: 426 },
    ]);
  });

  it('says nothing of who has bought nothing, asked for on one page with who has', async () => {
    const loader = boughtLoader(store);
    const [bought, nothing] = await Promise.all([loader.load(BUYER), loader.load(LOOKER)]);
    expect(bought.purchases).toHaveLength(4);
    expect(nothing).toEqual({ purchases: [], items: [] });
    expect(behaviourOf([], [], TODAY)).toMatchObject({
      purchases: 0,
      revenueMinor: 0,
      averageReceiptMinor: null,
      nextVisitOn: null,
    });
  });
});
