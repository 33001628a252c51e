import {
  MembersImported,
  PointsExpired,
  PointsGranted,
  ProductsImported,
  PurchaseConfirmed,
  PurchaseReturned,
  ReceiptsImported,
  StoreSaved,
  type BookedLine,
  type BookedReceipt,
  type MemberSnapshot,
  type PointsMovement,
  type ProductSnapshot,
  type StoreSnapshot,
} from '@adal/events';
import { aLine, aMember, anEvent, aReceipt, aStore, type SealedEvent } from '../builders';
import { localParts } from './clock';

/** What happened in a small chain, as its owners know it. */
export interface World {
  readonly stores: readonly StoreSnapshot[];
  readonly products: readonly ProductSnapshot[];
  readonly members: readonly MemberSnapshot[];
  readonly receipts: readonly BookedReceipt[];
  readonly expired: readonly PointsMovement[];
  readonly granted: readonly {
    readonly reason: 'OPENING_BALANCE' | 'GRANT' | 'ADJUSTMENT';
    readonly movement: PointsMovement;
  }[];
}

const FIRST = Date.parse('2024-02-26T00:00:00Z');
const SPAN_MS = 8 * 86_400_000;

/** A chain in Kazakhstan around 1 March 2024, when its clocks went back by an hour; one store has another clock, one is unknown. */
export function aWorld(seed: number, otherZone = 'Europe/Moscow'): World {
  const random = generator(seed);
  const stores = [
    aStore({ storeId: 'S1', city: 'Almaty' }),
    aStore({ storeId: 'S2', city: "Alma's" }),
    aStore({ storeId: 'S3', city: 'Moscow', timeZone: otherZone }),
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
  const members = Array.from({ length: 30 }, (_, index) =>
    aMember({
      memberId: uuid(index),
      city: index % 4 === 0 ? null : (['Almaty', 'Moscow'][index % 2] ?? null),
      homeStoreId: index % 5 === 0 ? null : `S${1 + (index % 3)}`,
      registeredAt: new Date(FIRST - SPAN_MS + random(2 * SPAN_MS)).toISOString(),
    }),
  );
  const sales = Array.from({ length: 240 }, (_, index) => aSale(index, random, otherZone));
  const returns = sales.filter(() => random(6) === 0).map((sale, index) => aReturn(sale, index, random, otherZone));
  const movement = (index: number): PointsMovement => {
    const at = FIRST + random(SPAN_MS);
    const { day } = localParts(at, 'Asia/Almaty');
    return {
      entryId: uuid(5_000 + index),
      memberId: uuid(index),
      legalEntity: 'MAIN',
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
    granted: Array.from({ length: 20 }, (_, index) => ({
      reason: reasons[index % 3] ?? 'GRANT',
      movement: movement(index),
    })),
  };
}

type Random = (below: number) => number;

function aSale(index: number, random: Random, otherZone: string): BookedReceipt {
  const storeId = ['S1', 'S2', 'S3', 'S9'][random(4)] ?? 'S1';
  const lines = Array.from({ length: 1 + random(4) }, (_, lineIndex): BookedLine => {
    const sku = random(14);
    const known = random(2) === 0;
    return aLine({
      lineNo: lineIndex + 1,
      sku: `SKU-${sku}`,
      // What the event does not know comes from the catalogue; SKU-12 and SKU-13 nobody knows.
      categoryPath: known ? (['Shoes > Boots', 'Bags', 'Shoesless'][random(3)] ?? null) : null,
      brand: known ? `Brand ${random(3)}` : null,
      amountMinor: 1 + random(90_000),
      discountMinor: random(500),
      pointsSpentMinor: random(3) * 100,
      pointsEarnedMinor: random(900),
    });
  });
  return aReceipt({
    purchaseId: `sale-${index}`,
    storeId,
    memberId: random(3) === 0 ? null : uuid(random(30)),
    lines,
    pointsBooked: random(4) !== 0,
    ...when(FIRST + random(SPAN_MS), storeId, otherZone),
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
  const { memberId, pointsBooked } = sale;
  return aReceipt({
    purchaseId: `return-${index}`,
    kind: 'RETURN',
    storeId,
    memberId,
    pointsBooked,
    lines,
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
      : anEvent(PurchaseReturned, { returnId: receipt.purchaseId, originalPurchaseId: 'sale', receipt, balance: null });
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
    anEvent(StoreSaved, { stores: [...world.stores] }),
    imported(world.receipts.slice(half - 20, half + 20)),
    anEvent(PointsExpired, { movements: [...world.expired] }),
    ...world.granted.map(({ reason, movement }) => anEvent(PointsGranted, { reason, movements: [movement] })),
  ];
}

const uuid = (index: number): string => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;

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
