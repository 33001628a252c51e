import { sign, type KeyObject } from 'node:crypto';
import { packQuote, QUOTE_TYP, type QuotePayload } from '@adal/events';
import { newId } from '@adal/service';

/** A basket to quote; amounts in minor units. */
export interface QuoteShape {
  readonly lines: number;
  readonly memberId: string | null;
  readonly spentMinor: number;
  /** Until the points earned can be spent. */
  readonly activationDays: number;
  /** S1 when absent. */
  readonly storeId?: string;
  /** What the sale uses up; nothing when absent. */
  readonly limits?: QuotePayload['limits'];
}

const PRICE_MINOR = 125_000;
/** One line in three is ten per cent off. */
const DISCOUNT_MINOR = 12_500;

/** What promotions would promise for this basket, signed with its key. */
export function signedQuote(shape: QuoteShape, key: KeyObject): string {
  const { lines, memberId, spentMinor, activationDays, storeId = 'S1', limits = [] } = shape;
  const now = Date.now();
  const quoted = Array.from({ length: lines }, (_, index) => {
    const discountMinor = index % 3 === 0 ? DISCOUNT_MINOR : 0;
    const pointsSpentMinor = index === 0 ? spentMinor : 0;
    const payableMinor = PRICE_MINOR - discountMinor - pointsSpentMinor;
    return {
      lineNo: index + 1,
      sku: `SKU-${(index * 137) % 2_000}`,
      name: 'Чай чёрный байховый, 250 г',
      categoryPath: 'Grocery > Tea > Black',
      brand: 'Piala',
      quantityMilli: 1_000,
      priceMinor: PRICE_MINOR,
      costMinor: 90_000,
      discounts: discountMinor > 0 ? [{ promotionId: 'P1', amountMinor: discountMinor, reason: '10 % off tea' }] : [],
      pointsSpentMinor,
      payableMinor,
      pointsEarnedMinor: memberId === null ? 0 : Math.floor(payableMinor / 20),
      promotionIds: discountMinor > 0 ? ['P1'] : [],
    };
  });
  const total = (valueOf: (line: (typeof quoted)[number]) => number): number =>
    quoted.reduce((sum, line) => sum + valueOf(line), 0);
  const payload: QuotePayload = {
    v: 1,
    quoteId: newId(),
    issuedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 3_600_000).toISOString(),
    storeId,
    tillId: 'T1',
    occurredAt: new Date(now).toISOString(),
    memberId,
    totalMinor: total((line) => line.priceMinor),
    discountMinor: total((line) => line.priceMinor - line.pointsSpentMinor - line.payableMinor),
    pointsSpentMinor: spentMinor,
    payableMinor: total((line) => line.payableMinor),
    pointsEarnedMinor: total((line) => line.pointsEarnedMinor),
    activationDays,
    lifetimeDays: 365,
    lines: quoted,
    limits,
  };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'EdDSA', typ: QUOTE_TYP })}.${part(packQuote(payload))}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}
