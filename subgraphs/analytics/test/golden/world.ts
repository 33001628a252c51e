import {
  HolidayChanged,
  LotsTold,
  MembersImported,
  PointsActivated,
  PointsDeducted,
  PointsExpired,
  PointsGranted,
  ProductsImported,
  PurchaseConfirmed,
  PurchaseReturned,
  ReceiptsImported,
  StoreSaved,
  type BookedLine,
  type BookedReceipt,
  type HolidaySnapshot,
  type LotSnapshot,
  type MemberSnapshot,
  type PointsMovement,
  type ProductSnapshot,
  type StoreSnapshot,
} from '@adal/events';
import { aLine, anEvent, aReceipt, aStore, type SealedEvent } from '../builders';
import { localParts } from './clock';
import { oneOf, someLots, someMembers, uuid, type Random } from './world-members';

/** What happened in a small chain, as its owners know it. */
export interface World {
  readonly stores: readonly StoreSnapshot[];
  readonly products: readonly ProductSnapshot[];
  readonly members: readonly MemberSnapshot[];
  readonly receipts: readonly BookedReceipt[];
  readonly expired: readonly PointsMovement[];
  readonly activated: readonly PointsMovement[];
  readonly deducted: readonly PointsMovement[];
  readonly lots: readonly LotSnapshot[];
  readonly holidays: readonly HolidaySnapshot[];
  readonly granted: readonly {
    readonly reason: 'OPENING_BALANCE' | 'GRANT' | 'ADJUSTMENT';
    readonly movement: PointsMovement;
  }[];
}

const FIRST = Date.parse('2024-02-26T00:00:00Z');
const DAY_MS = 86_400_000;
const SPAN_MS = 8 * DAY_MS;

/** A chain in Kazakhstan around 1 March 2024, when its clocks went back by an hour; one store has another clock, one is unknown. */
export function aWorld(seed: number, otherZone = 'Europe/Moscow'): World {
  const random = generator(seed);
  const stores = [
    aStore({ storeId: 'S1', city: 'Almaty', banner: 'Adal', format: 'Street' }),
    aStore({ storeId: 'S2', city: "Alma's", banner: 'Adal', format: 'Mall' }),
    aStore({ storeId: 'S3', city: 'Moscow', banner: 'Outlet', timeZone: otherZone }),
  ];
  const products = Array.from({ length: 12 }, (_, index): ProductSnapshot => ({
    sku: `SKU-${index}`,
    revision: 1,
    name: `Product ${index}`,
    categoryPath: ['Shoes > Boots', 'Shoes > Sandals', 'Shoes', 'Bags'][index % 4] ?? '',
    brand: index % 3 === 0 ? null : `Brand ${index % 3}`,
    priceMinor: null,
    costMinor: null,
  }));
  const members = someMembers(generator(seed + 1), FIRST, FIRST + SPAN_MS);
  // Two thirds within the days that are looked at, the others in the year and a half before.
  const sales = Array.from({ length: 360 }, (_, index) =>
    aSale(index, random, otherZone, index % 3 === 2 ? FIRST - random(500 * DAY_MS) : FIRST + random(SPAN_MS)),
  );
  const returns = sales.filter(() => random(6) === 0).map((sale, index) => aReturn(sale, index, random, otherZone));
  let entries = 0;
  const movement = (index: number): PointsMovement => {
    const at = FIRST + random(SPAN_MS) - (index % 4 === 3 ? 100 * DAY_MS : 0);
    const { day } = localParts(at, 'Asia/Almaty');
    return {
      entryId: uuid(5_000 + (entries += 1)),
      memberId: uuid(index % 40),
      legalEntity: index % 5 === 4 ? 'SECOND' : 'MAIN',
      amountMinor: random(5_000),
      occurredAt: new Date(at).toISOString(),
      businessDay: day,
    };
  };
  const reasons = ['OPENING_BALANCE', 'GRANT', 'ADJUSTMENT'] as const;
  return {
    stores,
    products,
    members,
    receipts: [...sales, ...returns],
    expired: Array.from({ length: 20 }, (_, index) => movement(index)),
    activated: Array.from({ length: 10 }, (_, index) => movement(40 + index)),
    deducted: Array.from({ length: 8 }, (_, index) => movement(60 + index)),
    lots: someLots(generator(seed + 2), FIRST),
    holidays: HOLIDAYS,
    granted: Array.from({ length: 20 }, (_, index) => ({
      reason: reasons[index % 3] ?? 'GRANT',
      movement: movement(index),
    })),
  };
}

/** Of each kind one, and one that was taken out. */
const HOLIDAYS: readonly HolidaySnapshot[] = [
  { day: '2024-02-28', key: 'FOR_A_WHILE', revision: 9, kind: null },
  { day: '2024-02-29', key: 'HOLIDAY', revision: 8, kind: 'PUBLIC' },
  { day: '2024-03-01', key: 'SALE', revision: 7, kind: 'RETAIL' },
  { day: '2024-03-02', key: 'MOVED', revision: 6, kind: 'WORKING' },
  { day: '2024-03-04', key: 'MOVED', revision: 5, kind: 'DAY_OFF' },
];

function aSale(index: number, random: Random, otherZone: string, at: number): BookedReceipt {
  const storeId = oneOf(random, ['S1', 'S2', 'S3', 'S9']);
  // Points alone paid for it.
  const isFree = index % 40 === 7;
  const lines = Array.from({ length: 1 + random(4) }, (_, lineIndex): BookedLine => {
    const sku = random(14);
    const known = random(2) === 0;
    return aLine({
      lineNo: lineIndex + 1,
      sku: `SKU-${sku}`,
      // What the event does not know comes from the catalogue; SKU-12 and SKU-13 nobody knows.
      categoryPath: known ? (['Shoes > Boots', 'Bags', 'Shoesless'][random(3)] ?? null) : null,
      brand: known ? `Brand ${random(3)}` : null,
      quantityMilli: oneOf(random, [1_000, 2_000, 1_500]),
      amountMinor: isFree ? 0 : 1 + random(90_000),
      costMinor: random(3) === 0 ? null : random(50_000),
      promotionIds: oneOf(random, [[], [], ['P1'], ['P1', "P'2"]]),
      discountMinor: random(3) === 0 ? 0 : random(500),
      pointsSpentMinor: isFree ? 5_000 : random(3) * 100,
      pointsEarnedMinor: random(900),
    });
  });
  return aReceipt({
    purchaseId: `sale-${index}`,
    storeId,
    memberId: random(3) === 0 ? null : uuid(random(35)),
    lines,
    tillId: oneOf(random, ['T1', 'T2', null]),
    cashierId: oneOf(random, ['K1', 'K2', 'K3', null]),
    legalEntity: storeId === 'S3' ? 'SECOND' : 'MAIN',
    channel: oneOf(random, ['POS', 'ONLINE', 'APP', null]),
    payments: [{ tender: oneOf(random, ['CASH', 'CARD', 'CREDIT']), amountMinor: 1 }],
    recordedAt: new Date(at + random(2) * 7_200_000).toISOString(),
    pointsBooked: random(4) !== 0,
    ...when(at, storeId, otherZone),
  });
}

/** The first line of a sale comes back, some time later, maybe elsewhere. */
function aReturn(sale: BookedReceipt, index: number, random: Random, otherZone: string): BookedReceipt {
  const storeId = random(3) === 0 ? 'S2' : sale.storeId;
  const lines = sale.lines.slice(0, 1).map((line) => ({
    ...line,
    quantityMilli: -line.quantityMilli,
    amountMinor: -line.amountMinor,
    discountMinor: -line.discountMinor,
    pointsSpentMinor: -line.pointsSpentMinor,
    pointsEarnedMinor: -line.pointsEarnedMinor,
  }));
  const { memberId, pointsBooked, channel, payments, legalEntity, businessDay, businessHour } = sale;
  return aReceipt({
    purchaseId: `return-${index}`,
    kind: 'RETURN',
    storeId,
    ...{ memberId, pointsBooked, channel, payments, legalEntity },
    lines,
    originalPurchaseId: sale.purchaseId,
    original: { storeId: sale.storeId, businessDay, businessHour },
    ...when(Date.parse(sale.occurredAt) + random(SPAN_MS / 4), storeId, otherZone),
  });
}

function when(
  at: number,
  storeId: string,
  otherZone: string,
): Pick<BookedReceipt, 'occurredAt' | 'businessDay' | 'businessHour'> {
  const { day, hour } = localParts(at, storeId === 'S3' ? otherZone : 'Asia/Almaty');
  return { occurredAt: new Date(at).toISOString(), businessDay: day, businessHour: hour };
}

/** The world as events, in several shapes: live and imported, goods before and after their sale, and some of it twice. */
export function eventsOf(world: World): SealedEvent[] {
  const [early, late] = [world.products.slice(0, 6), world.products.slice(6)];
  const live = (receipt: BookedReceipt): SealedEvent =>
    receipt.kind === 'SALE'
      ? anEvent(PurchaseConfirmed, { receipt, balance: null, pointsActivateAt: null, pointsExpireAt: null })
      : anEvent(PurchaseReturned, {
          returnId: receipt.purchaseId,
          originalPurchaseId: receipt.originalPurchaseId ?? '',
          receipt,
          balance: null,
        });
  const imported = (receipts: readonly BookedReceipt[]): SealedEvent =>
    anEvent(ReceiptsImported, { importId: 'i', receipts: [...receipts] });
  const half = world.receipts.length / 2;
  return [
    anEvent(StoreSaved, { stores: world.stores.map((store) => ({ ...store, revision: 0, city: 'Before' })) }),
    anEvent(ProductsImported, { products: early }),
    anEvent(MembersImported, { importId: 'm', members: [...world.members] }),
    imported(world.receipts.slice(0, half)),
    ...world.receipts.slice(half).map(live),
    anEvent(ProductsImported, { products: late }),
    anEvent(HolidayChanged, { holidays: [...world.holidays] }),
    // News of before come after: all were holidays for a while.
    anEvent(HolidayChanged, {
      holidays: world.holidays.map((one) => ({ ...one, revision: 1, kind: 'PUBLIC' as const })),
    }),
    anEvent(StoreSaved, { stores: [...world.stores] }),
    imported(world.receipts.slice(half - 20, half + 20)),
    anEvent(LotsTold, { lots: [...world.lots] }),
    anEvent(PointsActivated, { movements: [...world.activated] }),
    anEvent(PointsDeducted, { reason: 'ADJUSTMENT', movements: [...world.deducted] }),
    anEvent(PointsExpired, { movements: [...world.expired] }),
    ...world.granted.map(({ reason, movement }) => anEvent(PointsGranted, { reason, movements: [movement] })),
  ];
}

/** Mulberry32: the same world for the same seed. */
function generator(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
