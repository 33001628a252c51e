import type { ViewerQuery } from '@/graphql/generated/graphql';

/** Who is signed in. */
export type Viewer = NonNullable<ViewerQuery['me']>;

/** Permissions the screens ask about; the services decide again. */
export type Permission =
  | 'catalogue.cost.read'
  | 'catalogue.import'
  | 'catalogue.read'
  | 'catalogue.write'
  | 'coupons.read'
  | 'keys.manage'
  | 'ledger.import'
  | 'ledger.read'
  | 'members.enrol'
  | 'members.import'
  | 'members.pii.read'
  | 'members.read'
  | 'members.write'
  | 'points.adjust'
  | 'points.approve'
  | 'points.limits'
  | 'messages.read'
  | 'messages.send'
  | 'coupons.write'
  | 'coupons.export'
  | 'metrics.read'
  | 'programme.read'
  | 'programme.write'
  | 'promotions.approve'
  | 'promotions.read'
  | 'promotions.simulate'
  | 'promotions.write'
  | 'receipts.read'
  | 'segments.export'
  | 'segments.read'
  | 'segments.write'
  | 'staff.manage'
  | 'stores.read'
  | 'stores.write';

export function isAllowed(viewer: Viewer, permission: Permission): boolean {
  return viewer.permissions.includes(permission);
}
