import type { ReceivedEvent } from '@adal/events';
import type { Facts } from '../../store/analytics-store';
import type { CouponPoolRow, CouponUseRow, MemberCouponRow } from '../../store/coupon.tables';
import type {
  ChildRow,
  GroupMemberRow,
  HolidayRow,
  LineRow,
  LotRow,
  MemberAttributeRow,
  MemberRow,
  PointsRow,
  ProductRow,
  ReceiptRow,
  StoreRow,
} from '../../store/tables';

/** A receipt with everything that lands or is left out together with it. */
export interface BookedFacts {
  readonly receipt: ReceiptRow;
  readonly lines: readonly LineRow[];
  readonly points: readonly PointsRow[];
}

/** A member as of a revision, with all that belongs to the member then. */
export interface ToldMember {
  readonly member: MemberRow;
  readonly children: readonly ChildRow[];
  readonly attributes: readonly MemberAttributeRow[];
}

/** What one event says. */
export interface EventFacts {
  readonly booked?: readonly BookedFacts[];
  readonly points?: readonly PointsRow[];
  readonly members?: readonly ToldMember[];
  readonly stores?: readonly StoreRow[];
  readonly products?: readonly ProductRow[];
  readonly lots?: readonly LotRow[];
  readonly groupMembers?: readonly GroupMemberRow[];
  readonly holidays?: readonly HolidayRow[];
  readonly couponPools?: readonly CouponPoolRow[];
  readonly memberCoupons?: readonly MemberCouponRow[];
  readonly couponUses?: readonly CouponUseRow[];
}

/** An event as its reader is given it, with the chain's time zone for facts that have no store. */
export interface Reading<T> extends ReceivedEvent<T> {
  readonly zone: string;
}

/** Nothing to add. */
export const NO_FACTS: Facts = {
  receipts: [],
  lines: [],
  points: [],
  members: [],
  children: [],
  memberAttributes: [],
  stores: [],
  products: [],
  lots: [],
  groupMembers: [],
  holidays: [],
  couponPools: [],
  memberCoupons: [],
  couponUses: [],
};

/** Puts events together into one batch: the first of each receipt and movement, the highest revision of each snapshot. */
export function collectFacts(events: readonly EventFacts[]): Facts {
  const booked = firstOf(
    events.flatMap((event) => event.booked ?? []),
    ({ receipt }) => receipt.receiptId,
  );
  const told = latestOf(
    events.flatMap((event) => event.members ?? []),
    ({ member }) => member.memberId,
    ({ member }) => member.revision,
  );
  const movements = [...booked.flatMap((one) => one.points), ...events.flatMap((event) => event.points ?? [])];
  return {
    receipts: booked.map((one) => one.receipt),
    lines: booked.flatMap((one) => one.lines),
    points: firstOf(movements, (movement) => movement.movementId),
    members: told.map(({ member }) => member),
    children: told.flatMap((one) => one.children),
    memberAttributes: told.flatMap((one) => one.attributes),
    stores: latestRows(events, 'stores', (store) => store.storeId),
    products: latestRows(events, 'products', (product) => product.sku),
    lots: latestRows(events, 'lots', (lot) => lot.lotId),
    groupMembers: latestRows(events, 'groupMembers', ({ groupId, memberId }) => JSON.stringify([groupId, memberId])),
    holidays: latestRows(events, 'holidays', ({ day, key }) => `${day} ${key}`),
    couponPools: latestRows(events, 'couponPools', ({ poolId }) => poolId),
    memberCoupons: latestRows(events, 'memberCoupons', ({ couponId }) => couponId),
    couponUses: latestRows(events, 'couponUses', ({ couponId, purchaseId }) => JSON.stringify([couponId, purchaseId])),
  };
}

function firstOf<T>(rows: readonly T[], idOf: (row: T) => string): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(idOf(row)) && seen.add(idOf(row)));
}

/** Snapshots of a kind, of each the highest revision. */
function latestRows<
  K extends
    'stores' | 'products' | 'lots' | 'groupMembers' | 'holidays' | 'couponPools' | 'memberCoupons' | 'couponUses',
>(events: readonly EventFacts[], kind: K, idOf: (row: Facts[K][number]) => string): Facts[K][number][] {
  const rows = events.flatMap((event): readonly Facts[K][number][] => event[kind] ?? []);
  return latestOf(rows, idOf, ({ revision }) => revision);
}

function latestOf<T>(rows: readonly T[], idOf: (row: T) => string, revisionOf: (row: T) => number): T[] {
  const latest = new Map<string, T>();
  for (const row of rows) {
    const known = latest.get(idOf(row));
    if (!known || revisionOf(row) > revisionOf(known)) latest.set(idOf(row), row);
  }
  return [...latest.values()];
}
