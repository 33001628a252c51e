import type { Effect } from '@adal/engine';
import { everything, type RowKind } from '@/features/draft';
import { choice, goods, money, percent, whole, type Slot } from './slot';

export type EffectGroup = 'PRICE' | 'SETS' | 'POINTS' | 'NOTICES';
export const effectGroups: readonly EffectGroup[] = ['PRICE', 'SETS', 'POINTS', 'NOTICES'];

const pool: Slot = { is: 'name', of: 'pools' };
const parts: Slot = { is: 'parts' };
const text = { en: '', ru: '', kk: '' };
const dates: Slot = { is: 'dates' };
const asProgramme = { activationDays: null, lifetimeDays: null };
const twoParts = [
  { goods: everything, quantity: 1 },
  { goods: everything, quantity: 1 },
];

/** Every effect of the language. */
export const effectKinds: Readonly<Record<Effect['kind'], RowKind<EffectGroup, Slot>>> = {
  PERCENT: { group: 'PRICE', slots: { percent, goods }, blank: { goods: everything, percent: '10' } },
  AMOUNT_OFF: {
    group: 'PRICE',
    slots: { amount: money, goods, every: whole },
    blank: { goods: everything, amount: '500', every: null },
  },
  FIXED_PRICE: { group: 'PRICE', slots: { goods, price: money }, blank: { goods: everything, price: '' } },
  TIERS: {
    group: 'PRICE',
    slots: { goods, by: choice('SUM', 'QUANTITY'), steps: { is: 'steps' } },
    blank: {
      goods: everything,
      by: 'SUM',
      steps: [
        { from: '5000', percent: '5', amount: null },
        { from: '10000', percent: '10', amount: null },
      ],
    },
  },
  NTH_AT_PERCENT: {
    group: 'SETS',
    slots: { n: whole, percent, goods },
    blank: { goods: everything, n: 2, percent: '50' },
  },
  N_FOR_M: { group: 'SETS', slots: { take: whole, pay: whole, goods }, blank: { goods: everything, take: 3, pay: 2 } },
  CHEAPEST_FREE: {
    group: 'SETS',
    slots: { of: whole, free: whole, goods },
    blank: { goods: everything, of: 3, free: 1 },
  },
  GIFT: { group: 'SETS', slots: { goods, quantity: whole }, blank: { goods: { kind: 'SKU', in: [] }, quantity: 1 } },
  BUNDLE_PRICE: { group: 'SETS', slots: { parts, price: money }, blank: { parts: twoParts, price: '' } },
  SET_PERCENT: { group: 'SETS', slots: { parts, percent }, blank: { parts: twoParts, percent: '15' } },
  POINTS_MULTIPLIER: {
    group: 'POINTS',
    slots: { factor: { is: 'decimal', unit: 'factor' }, goods, dates },
    blank: { goods: everything, factor: '2', ...asProgramme },
  },
  POINTS_PERCENT: {
    group: 'POINTS',
    slots: { percent, goods, dates },
    blank: { goods: everything, percent: '10', ...asProgramme },
  },
  POINTS_FIXED: {
    group: 'POINTS',
    slots: { points: { is: 'decimal', unit: 'points' }, goods, every: whole, dates },
    blank: { goods: everything, points: '500', every: null, ...asProgramme },
  },
  POINTS_BY_TENDER: {
    group: 'POINTS',
    slots: { rates: { is: 'rates' }, goods, dates },
    blank: { goods: everything, rates: [{ tender: 'CARD', percent: '5' }], ...asProgramme },
  },
  COUPON_NOW: { group: 'NOTICES', slots: { poolId: pool }, blank: { poolId: '' } },
  COUPON_NEXT: { group: 'NOTICES', slots: { poolId: pool }, blank: { poolId: '' } },
  MESSAGE: { group: 'NOTICES', slots: { text: { is: 'texts' } }, blank: { text } },
  RECEIPT_TEXT: { group: 'NOTICES', slots: { text: { is: 'texts' } }, blank: { text } },
};
