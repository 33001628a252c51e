import type { Condition } from '@adal/engine';
import { everything, type Json, type RowKind } from '@/features/draft';
import { choice, goods, names, percent, whole, type Slot } from './slot';

export type ConditionGroup = 'BASKET' | 'PURCHASE' | 'TIME' | 'MEMBER' | 'HISTORY';
export const conditionGroups: readonly ConditionGroup[] = ['MEMBER', 'BASKET', 'PURCHASE', 'TIME', 'HISTORY'];

const least = (atLeast: Json) => ({ atLeast, atMost: null });
const around: Readonly<Record<string, Slot>> = { daysBefore: whole, daysAfter: whole };

type Kind = Exclude<Condition['kind'], 'ALL' | 'ANY' | 'NOT'>;

/** Every condition of the language. */
export const conditionKinds: Readonly<Record<Kind, RowKind<ConditionGroup, Slot>>> = {
  IDENTIFIED: { group: 'MEMBER', slots: {}, blank: {} },
  GENDER: { group: 'MEMBER', slots: { gender: choice('FEMALE', 'MALE') }, blank: { gender: 'FEMALE' } },
  AGE: { group: 'MEMBER', slots: { from: whole, to: whole }, blank: { from: 18, to: null } },
  BIRTHDAY: { group: 'MEMBER', slots: around, blank: { daysBefore: 3, daysAfter: 3 } },
  CHILD: {
    group: 'MEMBER',
    slots: {
      gender: { is: 'choice', of: ['FEMALE', 'MALE'], canBeBlank: true },
      ageFrom: whole,
      ageTo: whole,
      birthdayWithin: whole,
    },
    blank: { gender: null, ageFrom: 0, ageTo: 12, birthdayWithin: null },
  },
  CITY: { group: 'MEMBER', slots: { in: names('cities') }, blank: { in: [] } },
  SEGMENT: { group: 'MEMBER', slots: { in: names('segments') }, blank: { in: [] } },
  MEMBER_LIST: { group: 'MEMBER', slots: { in: names('lists') }, blank: { in: [] } },
  ATTRIBUTE: {
    group: 'MEMBER',
    slots: { key: { is: 'name', of: 'memberAttributes' }, test: { is: 'test', of: 'memberAttributes' } },
    blank: { key: '', op: 'EQ', values: [] },
  },
  REGISTERED: {
    group: 'MEMBER',
    slots: { withinDays: whole, beforeDays: whole },
    blank: { withinDays: 30, beforeDays: null },
  },
  BUCKET: {
    group: 'MEMBER',
    slots: { fromShare: percent, toShare: percent, salt: { is: 'text' } },
    blank: { fromShare: '0', toShare: '50', salt: 'part' },
  },
  LINES: {
    group: 'BASKET',
    slots: { goods, bounds: { is: 'bounds', measures: ['SUM', 'QUANTITY', 'COUNT'] } },
    blank: { goods: everything, measure: 'SUM', ...least('5000') },
  },
  BASKET: {
    group: 'BASKET',
    slots: { bounds: { is: 'bounds', measures: ['SUM', 'QUANTITY', 'LINES'] } },
    blank: { measure: 'SUM', ...least('5000') },
  },
  FIRST_PURCHASE: { group: 'PURCHASE', slots: {}, blank: {} },
  NTH_PURCHASE: { group: 'PURCHASE', slots: { nth: { is: 'nth' } }, blank: { n: null, every: 5 } },
  TENDER: { group: 'PURCHASE', slots: { in: names('tenders') }, blank: { in: [] } },
  CHANNEL: {
    group: 'PURCHASE',
    slots: { in: { is: 'channels' } },
    blank: { in: ['POS'] },
  },
  STORE: {
    group: 'PURCHASE',
    slots: {
      storeIds: names('stores'),
      cities: names('storeCities'),
      banners: names('banners'),
      brands: names('storeBrands'),
    },
    blank: { storeIds: [], cities: [], banners: [], brands: [] },
  },
  COUPON: { group: 'PURCHASE', slots: { poolId: { is: 'name', of: 'pools' } }, blank: { poolId: '' } },
  PERIOD: {
    group: 'TIME',
    slots: { from: { is: 'instant' }, until: { is: 'instant' } },
    blank: { from: null, until: null },
  },
  WEEKDAYS: { group: 'TIME', slots: { in: { is: 'weekdays' } }, blank: { in: [6, 7] } },
  HOURS: { group: 'TIME', slots: { in: { is: 'windows' } }, blank: { in: [{ from: '14:00', until: '17:00' }] } },
  HOLIDAY: {
    group: 'TIME',
    slots: { ...around, names: names('holidays') },
    blank: { names: [], daysBefore: 3, daysAfter: 0 },
  },
  BOUGHT: {
    group: 'HISTORY',
    slots: { goods, withinDays: whole, bounds: { is: 'bounds', measures: ['RECEIPTS', 'SUM', 'QUANTITY'] } },
    blank: { goods: everything, measure: 'RECEIPTS', withinDays: 90, ...least(1) },
  },
  BOUGHT_WITHOUT: {
    group: 'HISTORY',
    slots: { goods, withinDays: whole, accessory: goods },
    blank: { goods: everything, accessory: everything, withinDays: 60 },
  },
  DAYS_SINCE_LAST: {
    group: 'HISTORY',
    slots: { bounds: { is: 'bounds', measures: [] } },
    blank: { ...least(90) },
  },
};
