/** Every permission of the graph. A resolver names exactly one of these, or is public. */
export const PERMISSIONS = [
  'members.read',
  'members.pii.read',
  'members.enrol',
  'members.write',
  'members.import',
  'purchase.quote',
  'purchase.confirm',
  'purchase.return',
  'receipts.read',
  'ledger.read',
  'ledger.import',
  'points.adjust',
  'points.grant',
  'points.approve',
  'points.limits',
  'stores.read',
  'stores.write',
  'catalogue.read',
  'catalogue.cost.read',
  'catalogue.write',
  'catalogue.import',
  'programme.read',
  'programme.write',
  'promotions.read',
  'promotions.write',
  'promotions.approve',
  'coupons.read',
  'coupons.write',
  'coupons.export',
  'promotions.simulate',
  'messages.read',
  'messages.send',
  'metrics.read',
  'analytics.rebuild',
  'staff.manage',
  'keys.manage',
] as const;

/** A right to do one kind of thing. */
export type Permission = (typeof PERMISSIONS)[number];

/** What each staff role may do. */
export const ROLES = {
  ADMINISTRATOR: PERMISSIONS,
  MARKETER: [
    'members.read',
    'receipts.read',
    'ledger.read',
    'points.approve',
    'stores.read',
    'catalogue.read',
    'catalogue.write',
    'catalogue.cost.read',
    'catalogue.import',
    'programme.read',
    'programme.write',
    'promotions.read',
    'promotions.write',
    'promotions.approve',
    'coupons.read',
    'coupons.write',
    'coupons.export',
    'promotions.simulate',
    'messages.read',
    'messages.send',
    'metrics.read',
    'purchase.quote',
  ],
  ANALYST: [
    'members.read',
    'receipts.read',
    'ledger.read',
    'stores.read',
    'catalogue.read',
    'catalogue.cost.read',
    'programme.read',
    'promotions.read',
    'coupons.read',
    'promotions.simulate',
    'messages.read',
    'metrics.read',
  ],
  OPERATOR: [
    'members.read',
    'members.pii.read',
    'members.enrol',
    'members.write',
    'receipts.read',
    'ledger.read',
    'points.adjust',
    'stores.read',
    'catalogue.read',
    'programme.read',
    'promotions.read',
    'coupons.read',
    'coupons.write',
    'messages.read',
    'messages.send',
  ],
  STORE_MANAGER: [
    'members.read',
    'receipts.read',
    'stores.read',
    'catalogue.read',
    'programme.read',
    'promotions.read',
    'coupons.read',
    'metrics.read',
  ],
} as const satisfies Record<string, readonly Permission[]>;

/** A staff role. */
export type RoleName = keyof typeof ROLES;

/** What a till's key is given by default. */
export const TILL_SCOPES: readonly Permission[] = [
  'members.read',
  'members.enrol',
  'purchase.quote',
  'purchase.confirm',
  'purchase.return',
  'receipts.read',
];

/** True for the name of a permission. */
export function isPermission(name: string): name is Permission {
  return (PERMISSIONS as readonly string[]).includes(name);
}
