import type { Facts } from './analytics-store';
import { couponPools, couponUses, memberCoupons } from './coupon.tables';
import { DERIVED } from './derived-tables';
import { memberFeatures } from './member-features';
import {
  children,
  groupMembers,
  holidays,
  lines,
  lots,
  memberAttributes,
  members,
  points,
  products,
  receipts,
  stores,
  type Table,
} from './tables';

/** Every table of the store. */
export const TABLES: readonly Table[] = [
  ...[receipts, lines, points, members, children, memberAttributes, stores, products, lots, groupMembers, holidays],
  ...[couponPools, memberCoupons, couponUses],
  ...DERIVED,
  memberFeatures,
];

/** Rows of a batch and where they go. */
type Destination = readonly [of: keyof Facts, table: Table];

/** Snapshots that stand alone. */
export const SNAPSHOTS: readonly Destination[] = [
  ['stores', stores],
  ['products', products],
  ['lots', lots],
  ['groupMembers', groupMembers],
  ['holidays', holidays],
  ['couponPools', couponPools],
  ['memberCoupons', memberCoupons],
  ['couponUses', couponUses],
];

/** What belongs to a member's snapshot. */
export const MEMBER_PARTS: readonly Destination[] = [
  ['children', children],
  ['memberAttributes', memberAttributes],
];
