import type { NameSource, RowKind } from '@/features/draft';

/** A gap in the sentence of a condition, by what fills it. */
export type Slot =
  /** Some of many; none is any where it may be. */
  | { is: 'names'; of: NameSource; canBeAny?: boolean }
  | { is: 'name'; of: NameSource }
  /** One text, and some. */
  | { is: 'text' | 'tags' }
  /** Values of the attribute that the row is about. */
  | { is: 'values' }
  /** One word of a few, or none of them. */
  | { is: 'choice'; of: readonly string[]; canBeBlank?: boolean }
  | { is: 'choices'; of: readonly string[] }
  /** Yes or no, each in words. */
  | { is: 'flag' }
  /** `from` and `to` of the condition; without a unit that of its measure. */
  | { is: 'bounds'; unit?: Unit }
  /** A share in tenths of a percent. */
  | { is: 'share' }
  | { is: 'window' | 'ahead' | 'goods' };

/** What a number counts: money and points travel in minor units, quantities in thousandths. */
export type Unit = 'MONEY' | 'POINTS' | 'QUANTITY' | 'COUNT';

export type Group = 'PROFILE' | 'PURCHASES' | 'POINTS' | 'COUPONS' | 'SETS';
export const conditionGroups: readonly Group[] = ['PROFILE', 'PURCHASES', 'POINTS', 'COUPONS', 'SETS'];

const names = (of: NameSource): Slot => ({ is: 'names', of });
const name = (of: NameSource): Slot => ({ is: 'name', of });
const choice = (...of: readonly string[]): Slot => ({ is: 'choice', of });
const choices = (...of: readonly string[]): Slot => ({ is: 'choices', of });
const flag: Slot = { is: 'flag' };
const when: Slot = { is: 'window' };
const ahead: Slot = { is: 'ahead' };
const bounds = (unit: Unit): Slot => ({ is: 'bounds', unit });
const key = name('memberAttributes');

const ofCoupons: Record<string, Slot> = {
  bounds: bounds('COUNT'),
  pools: { is: 'names', of: 'pools', canBeAny: true },
  promotions: { is: 'names', of: 'promotions', canBeAny: true },
};

const inYear = { kind: 'LAST_DAYS', days: 365 };
const inMonth = { kind: 'LAST_DAYS', days: 30 };
const inWeek = { kind: 'DAYS', fromDays: 0, toDays: 7 };
const none = { in: [] };
const anyCoupon = { pools: [], promotions: [], from: 1, to: null };

/** Every condition of the language of segments. */
export const conditionKinds: Readonly<Record<string, RowKind<Group, Slot>>> = {
  GENDER: { group: 'PROFILE', slots: { in: choices('FEMALE', 'MALE', 'UNKNOWN') }, blank: { in: ['FEMALE'] } },
  AGE: { group: 'PROFILE', slots: { bounds: bounds('COUNT') }, blank: { from: 18, to: null } },
  BIRTHDAY: {
    group: 'PROFILE',
    slots: { of: choice('MEMBER', 'CHILD'), when: ahead },
    blank: { of: 'MEMBER', when: { kind: 'CALENDAR', unit: 'WEEK', ahead: 1 } },
  },
  CITY: { group: 'PROFILE', slots: { in: names('cities') }, blank: none },
  HOME_STORE: { group: 'PROFILE', slots: { in: names('stores') }, blank: none },
  LANGUAGE: { group: 'PROFILE', slots: { in: choices('ru', 'kk', 'en') }, blank: { in: ['kk'] } },
  STATUS: { group: 'PROFILE', slots: { in: choices('ACTIVE', 'BLOCKED') }, blank: { in: ['ACTIVE'] } },
  REGISTERED: { group: 'PROFILE', slots: { when }, blank: { when: inMonth } },
  ENROLLED_AT: {
    group: 'PROFILE',
    slots: { in: choices('TILL', 'SITE', 'APP', 'CALL_CENTRE', 'IMPORT') },
    blank: { in: ['TILL'] },
  },
  CONSENT: {
    group: 'PROFILE',
    slots: { given: flag, channel: choice('SMS', 'EMAIL', 'PUSH') },
    blank: { given: true, channel: 'EMAIL' },
  },
  CONTACT: {
    group: 'PROFILE',
    slots: { known: flag, contact: choice('PHONE', 'EMAIL') },
    blank: { known: true, contact: 'PHONE' },
  },
  CHILD: {
    group: 'PROFILE',
    slots: { gender: { is: 'choice', of: ['FEMALE', 'MALE'], canBeBlank: true }, bounds: bounds('COUNT') },
    blank: { gender: null, from: 0, to: 12 },
  },
  CHILDREN: { group: 'PROFILE', slots: { bounds: bounds('COUNT') }, blank: { from: 2, to: null } },
  ATTRIBUTE: { group: 'PROFILE', slots: { key, in: { is: 'values' } }, blank: { key: '', in: [] } },
  ATTRIBUTE_KNOWN: { group: 'PROFILE', slots: { known: flag, key }, blank: { known: true, key: '' } },
  ATTRIBUTE_RANGE: {
    group: 'PROFILE',
    slots: { key, type: choice('NUMBER', 'DATE'), from: { is: 'text' }, to: { is: 'text' } },
    blank: { key: '', type: 'NUMBER', from: null, to: null },
  },
  PURCHASES: {
    group: 'PURCHASES',
    slots: {
      of: { is: 'goods' },
      when,
      measure: choice('RECEIPTS', 'AMOUNT', 'QUANTITY', 'DAYS', 'STORES', 'POINTS_EARNED', 'POINTS_SPENT'),
      bounds: { is: 'bounds' },
    },
    blank: { of: {}, when: inYear, measure: 'RECEIPTS', from: 1, to: null },
  },
  AVERAGE_RECEIPT: {
    group: 'PURCHASES',
    slots: { when, bounds: bounds('MONEY') },
    blank: { when: inYear, from: 1_000_000, to: null },
  },
  DAYS_SINCE: {
    group: 'PURCHASES',
    slots: { purchase: choice('LAST', 'FIRST'), bounds: bounds('COUNT') },
    blank: { purchase: 'LAST', from: 60, to: null },
  },
  BRAND_SHARE: {
    group: 'PURCHASES',
    slots: { brand: name('brands'), by: choice('AMOUNT', 'RECEIPTS'), when, from: { is: 'share' } },
    blank: { brand: '', by: 'AMOUNT', when: inYear, from: 500 },
  },
  RFM: {
    group: 'PURCHASES',
    slots: { grid: choice('RECENCY_FREQUENCY', 'PURCHASES_BUDGET', 'CLASSIC'), cells: { is: 'tags' } },
    blank: { grid: 'RECENCY_FREQUENCY', cells: [] },
  },
  POINTS: {
    group: 'POINTS',
    slots: { state: choice('AVAILABLE', 'PENDING'), bounds: bounds('POINTS') },
    blank: { state: 'AVAILABLE', from: 50_000, to: null },
  },
  POINTS_ACTIVATING: {
    group: 'POINTS',
    slots: { when: ahead, bounds: bounds('POINTS') },
    blank: { when: inWeek, from: 100, to: null },
  },
  POINTS_EXPIRING: {
    group: 'POINTS',
    slots: { when: ahead, bounds: bounds('POINTS') },
    blank: { when: { ...inWeek, toDays: 30 }, from: 100, to: null },
  },
  COUPONS_RECEIVED: {
    group: 'COUPONS',
    slots: { ...ofCoupons, when },
    blank: { ...anyCoupon, when: inMonth },
  },
  COUPONS_USABLE: { group: 'COUPONS', slots: ofCoupons, blank: anyCoupon },
  COUPONS_EXPIRING: { group: 'COUPONS', slots: { ...ofCoupons, when: ahead }, blank: { ...anyCoupon, when: inWeek } },
  COUPONS_REDEEMED: {
    group: 'COUPONS',
    slots: { ...ofCoupons, when },
    blank: { ...anyCoupon, when: inMonth },
  },
  COUPONS_EXPIRED: {
    group: 'COUPONS',
    slots: { ...ofCoupons, when },
    blank: { ...anyCoupon, when: inMonth },
  },
  SEGMENT: { group: 'SETS', slots: { id: name('followed') }, blank: { id: '' } },
  GROUP: { group: 'SETS', slots: { id: name('groups') }, blank: { id: '' } },
};

/** What of goods, places and times a purchase may be narrowed to. */
export const goodsSlots: Readonly<Record<string, Slot>> = {
  categories: names('categories'),
  brands: names('brands'),
  skus: names('skus'),
  stores: names('stores'),
  cities: names('storeCities'),
  dayKind: { is: 'choice', of: ['WORKING_DAY', 'DAY_OFF'], canBeBlank: true },
  promoted: { is: 'flag' },
};

const measureUnits: Readonly<Record<string, Unit>> = {
  AMOUNT: 'MONEY',
  QUANTITY: 'QUANTITY',
  POINTS_EARNED: 'POINTS',
  POINTS_SPENT: 'POINTS',
};

/** The unit of a bound: its own, or that of what is measured. */
export const unitOf = (slot: Slot, measure: string): Unit =>
  (slot.is === 'bounds' ? slot.unit : undefined) ?? measureUnits[measure] ?? 'COUNT';

/** Digits after the comma, in which a number is shown and typed; it travels without one. */
export const decimalsOf: Readonly<Record<Unit, 0 | 2 | 3>> = { MONEY: 2, POINTS: 2, QUANTITY: 3, COUNT: 0 };

/** What is shown of a number as it travels: 12345 with two decimals is "123.45". */
export function shown(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
}

/** The opposite of `shown`; what does not fit a number that travels stays as large as can be. */
export function inUnits(text: string, decimals: number): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Math.min(Number(whole + fraction.padEnd(decimals, '0').slice(0, decimals)), Number.MAX_SAFE_INTEGER);
}
