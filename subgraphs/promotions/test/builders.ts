import type { MemberSnapshot, StoreSnapshot } from '@adal/events';
import { newId } from '@adal/service';
import type { SavePromotionInput } from '../src/generated/graphql';

export const aStore = (store: Partial<StoreSnapshot> = {}): StoreSnapshot => ({
  storeId: 'ALM-1',
  revision: 1,
  name: 'Almaty 1',
  city: 'Almaty',
  brand: null,
  banner: null,
  format: null,
  legalEntity: 'Adal LLP',
  openedOn: null,
  closedOn: null,
  timeZone: 'Asia/Almaty',
  ...store,
});

export const aMember = (member: Partial<MemberSnapshot> = {}): MemberSnapshot => ({
  memberId: newId(),
  revision: 1,
  externalId: null,
  status: 'ACTIVE',
  firstName: null,
  lastName: null,
  phone: null,
  email: null,
  birthDate: null,
  gender: 'UNKNOWN',
  city: null,
  homeStoreId: null,
  language: 'ru',
  channel: 'TILL',
  registeredAt: '2026-01-01T00:00:00Z',
  cards: [],
  consents: [],
  attributes: {},
  ...member,
});

/** On the wire: amounts and percentages are decimal strings, instants RFC 3339. */
export type WirePromotion = {
  [Field in keyof SavePromotionInput]: Field extends 'effect' | 'scope' | 'conditions' | 'limits'
    ? Record<string, unknown>
    : SavePromotionInput[Field];
};

/** Ten per cent off all goods, always and for everyone. */
export const aPromotion = (promotion: Partial<WirePromotion> = {}): WirePromotion => ({
  id: newId(),
  name: 'Autumn',
  mechanic: 'PERCENT_OFF',
  effect: { percentOff: '10' },
  scope: {},
  conditions: {},
  ...promotion,
});

/** Two of milk for 500.00 each. */
export const aLine = (line: Record<string, unknown> = {}) => ({
  lineNo: 1,
  sku: 'milk',
  quantity: '2',
  price: '500.00',
  ...line,
});
