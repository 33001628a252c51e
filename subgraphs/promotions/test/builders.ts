import type { BookedReceipt, MemberSnapshot, StoreSnapshot } from '@adal/events';
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

/** On the wire: amounts are decimal strings. */
export type WirePromotion = {
  [Field in keyof SavePromotionInput]: Field extends 'limits' ? Record<string, unknown> : SavePromotionInput[Field];
};

const EVERYTHING = { kind: 'EVERYTHING' };
export const percentOff = (percent: string, goods: object = EVERYTHING) => ({ kind: 'PERCENT', goods, percent });
export const pointsTimes = (factor: string, goods: object = EVERYTHING) => ({
  kind: 'POINTS_MULTIPLIER',
  goods,
  factor,
});
/** `amount` off once the basket reaches `atLeast`. */
export const amountOff = (amount: string, atLeast: string) => ({
  effects: [{ kind: 'AMOUNT_OFF', goods: EVERYTHING, amount }],
  condition: { kind: 'LINES', goods: EVERYTHING, measure: 'SUM', atLeast },
});

/** Ten per cent off all goods, always and for everyone. */
export const aDefinition = (definition: object = {}) => ({
  effects: [percentOff('10')],
  holdout: null,
  ...definition,
});

/** A promotion of it, with another definition where it is given. */
export const aPromotion = (promotion: Partial<WirePromotion> = {}, definition: object = {}): WirePromotion => ({
  id: newId(),
  name: 'Autumn',
  definition: aDefinition(definition),
  noControlReason: 'Nothing to measure in a test',
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

/** Two of milk for 500.00 each, sold in Almaty to nobody known. */
export const aReceipt = (receipt: Partial<BookedReceipt> = {}): BookedReceipt => ({
  purchaseId: newId(),
  kind: 'SALE',
  receiptNumber: null,
  storeId: 'ALM-1',
  tillId: null,
  cashierId: null,
  memberId: null,
  occurredAt: '2026-11-20T10:00:00.000Z',
  recordedAt: '2026-11-20T10:00:01.000Z',
  businessDay: '2026-11-20',
  businessHour: 15,
  legalEntity: 'Adal LLP',
  totalMinor: 100_000,
  discountMinor: 0,
  payableMinor: 100_000,
  pointsSpentMinor: 0,
  pointsEarnedMinor: 0,
  pointsBooked: false,
  lines: [
    {
      lineNo: 1,
      sku: 'milk',
      name: 'Milk',
      categoryPath: 'Food > Milk',
      brand: 'Dala',
      quantityMilli: 2_000,
      priceMinor: 50_000,
      discountMinor: 0,
      amountMinor: 100_000,
      costMinor: null,
      pointsSpentMinor: 0,
      pointsEarnedMinor: 0,
      promotionIds: [],
    },
  ],
  ...receipt,
});

/** Thousandths of lines come back, by number. */
export const aReturn = (
  sale: BookedReceipt,
  back: readonly (readonly [lineNo: number, quantityMilli: number])[],
): BookedReceipt => ({
  ...sale,
  purchaseId: newId(),
  kind: 'RETURN',
  originalPurchaseId: sale.purchaseId,
  lines: back.flatMap(([lineNo, quantityMilli]) =>
    sale.lines
      .filter((line) => line.lineNo === lineNo)
      .map((line) => ({
        ...line,
        quantityMilli: -quantityMilli,
        amountMinor: -Math.round((line.amountMinor * quantityMilli) / line.quantityMilli),
      })),
  ),
});
