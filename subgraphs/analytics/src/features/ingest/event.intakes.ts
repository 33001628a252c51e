import {
  CouponsTold,
  HolidayChanged,
  LotsTold,
  MemberEnrolled,
  MemberSaved,
  MembersImported,
  PointsActivated,
  PointsCrossed,
  PointsDeducted,
  PointsExpired,
  PointsGranted,
  ProductsImported,
  PurchaseConfirmed,
  PurchaseReturned,
  ReceiptsImported,
  SegmentChanged,
  StoreSaved,
  type EventContract,
  type LotSnapshot,
  type PointsMovement,
  type ProductSnapshot,
  type StoreSnapshot,
} from '@adal/events';
import { DateTime } from 'luxon';
import type { GroupMemberRow, LotRow, PointsRow, ProductRow, StoreRow } from '../../store/tables';
import type { EventFacts, Reading } from './event.facts';
import { memberFacts } from './member.facts';
import { receiptFacts } from './receipt.facts';

/** How an event becomes facts. */
export interface Intake<T = unknown> {
  readonly contract: EventContract<T>;
  read(event: Reading<T>): EventFacts;
}

/** Every event analytics takes in. What a stream carries besides is passed over. */
export const intakes: readonly Intake[] = [
  takes(PurchaseConfirmed, ({ data }) => ({ booked: [receiptFacts(data.receipt)] })),
  takes(PurchaseReturned, ({ data }) => ({ booked: [receiptFacts(data.receipt, data)] })),
  takes(ReceiptsImported, ({ data }) => ({ booked: data.receipts.map((receipt) => receiptFacts(receipt)) })),
  takes(PointsActivated, (event) => ({ points: movementsOf(event, 'ACTIVATED') })),
  takes(PointsExpired, (event) => ({ points: movementsOf(event, 'EXPIRED') })),
  takes(PointsCrossed, (event) => ({
    // The entry's own movement is another one.
    points: movementsOf(event, 'CROSSED').map((row) => ({ ...row, movementId: `${row.movementId}:CROSSED` })),
  })),
  takes(PointsGranted, (event) => ({ points: movementsOf(event, event.data.reason) })),
  takes(PointsDeducted, (event) => ({
    points: movementsOf(event, event.data.reason).map((row) => ({ ...row, amountMinor: -row.amountMinor })),
  })),
  takes(MemberEnrolled, ({ data, zone }) => ({ members: [memberFacts(data.member, zone)] })),
  takes(MemberSaved, ({ data, zone }) => ({ members: [memberFacts(data.member, zone)] })),
  takes(MembersImported, ({ data, zone }) => ({ members: data.members.map((member) => memberFacts(member, zone)) })),
  takes(SegmentChanged, ({ data }) => ({ groupMembers: data.isGroup ? groupMembersOf(data) : [] })),
  takes(LotsTold, ({ data }) => ({ lots: data.lots.map(lotRow) })),
  takes(StoreSaved, ({ data }) => ({ stores: data.stores.map(storeRow) })),
  takes(CouponsTold, ({ data, zone }) => couponFacts(data, zone)),
  takes(ProductsImported, ({ data }) => ({ products: data.products.map(productRow) })),
  takes(HolidayChanged, ({ data }) => ({ holidays: data.holidays.map((one) => ({ ...one, kind: one.kind ?? '' })) })),
];

type SegmentNews = ReturnType<typeof SegmentChanged.schema.parse>;

/** Who is in a segment is asked of its definition; only who is in a group has to be kept. */
function groupMembersOf({ segmentId, sequence, joined, left }: SegmentNews): GroupMemberRow[] {
  const row = (memberId: string, member: boolean): GroupMemberRow => ({
    ...{ groupId: segmentId, memberId, revision: sequence, member },
  });
  return [...joined.map((memberId) => row(memberId, true)), ...left.map((memberId) => row(memberId, false))];
}

function takes<T>(contract: EventContract<T>, read: (event: Reading<T>) => EventFacts): Intake {
  return { contract, read };
}

/** Named by the entry of the journal and whose points it moved, which are the same however it is told. */
function movementsOf(event: Reading<{ movements: readonly PointsMovement[] }>, kind: string): PointsRow[] {
  return event.data.movements.map((movement) => ({
    movementId: `${movement.entryId}:${movement.legalEntity}`,
    receiptId: '',
    kind,
    amountMinor: movement.amountMinor,
    legalEntity: movement.legalEntity,
    storeId: '',
    memberId: movement.memberId,
    occurredAt: new Date(movement.occurredAt),
    businessDay: movement.businessDay,
    businessHour: DateTime.fromISO(movement.occurredAt, { zone: event.zone }).hour,
    promotionId: '',
  }));
}

function lotRow({ activatesAt, expiresAt, ...lot }: LotSnapshot): LotRow {
  return { ...lot, activatesAt: new Date(activatesAt), expiresAt: expiresAt === null ? null : new Date(expiresAt) };
}

function storeRow(store: StoreSnapshot): StoreRow {
  return { ...store, brand: store.brand ?? '', banner: store.banner ?? '', format: store.format ?? '' };
}

function productRow(product: ProductSnapshot): ProductRow {
  return {
    sku: product.sku,
    revision: product.revision,
    name: product.name,
    categoryPath: product.categoryPath,
    brand: product.brand ?? '',
  };
}

type ToldCoupons = ReturnType<typeof CouponsTold.schema.parse>;

/** Their days are the chain's, as those of members are. */
function couponFacts({ pools, coupons, uses }: ToldCoupons, zone: string): EventFacts {
  const dayOf = (instant: string): string => DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd');
  return {
    couponPools: pools,
    memberCoupons: coupons.map(({ issuedAt, promotionId, ...coupon }) => ({
      ...coupon,
      promotionId: promotionId ?? '',
      issuedOn: dayOf(issuedAt),
    })),
    couponUses: uses.map(({ at, ...use }) => ({ ...use, usedOn: dayOf(at) })),
  };
}
