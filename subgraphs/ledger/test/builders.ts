import { sign, type KeyObject } from 'node:crypto';
import { QUOTE_TYP, type MemberSnapshot, type QuotePayload } from '@adal/events';
import { priceOf, sum } from '@adal/money';
import { newId } from '@adal/service';

/** A member as the members context tells of one. */
export function aMember(facts: Partial<MemberSnapshot> = {}): MemberSnapshot {
  return {
    memberId: newId(),
    revision: 1,
    externalId: null,
    status: 'ACTIVE',
    firstName: 'Aigerim',
    lastName: null,
    phone: null,
    email: null,
    birthDate: null,
    gender: 'UNKNOWN',
    city: null,
    homeStoreId: null,
    language: 'ru',
    channel: 'POS',
    registeredAt: '2026-01-01T00:00:00Z',
    cards: [],
    consents: [],
    attributes: {},
    ...facts,
  };
}

export interface LineFacts {
  readonly sku?: string;
  readonly quantityMilli?: number;
  readonly priceMinor?: number;
  readonly discountMinor?: number;
  readonly spentMinor?: number;
  readonly earnedMinor?: number;
}

/** What promotions would promise for these lines; its sums agree. */
export function aQuote(lines: readonly LineFacts[], facts: Partial<QuotePayload> = {}): QuotePayload {
  const quoted = lines.map((line, index): QuotePayload['lines'][number] => {
    const {
      sku = `SKU-${index + 1}`,
      quantityMilli = 1_000,
      priceMinor = 100_000,
      discountMinor = 0,
      spentMinor = 0,
      earnedMinor = 0,
    } = line;
    const totalMinor = Number(priceOf(BigInt(priceMinor), BigInt(quantityMilli)));
    return {
      lineNo: index + 1,
      sku,
      name: `Goods ${sku}`,
      categoryPath: 'Grocery > Tea',
      brand: null,
      quantityMilli,
      priceMinor,
      costMinor: null,
      discounts: discountMinor > 0 ? [{ promotionId: 'P1', amountMinor: discountMinor, reason: 'Autumn' }] : [],
      pointsSpentMinor: spentMinor,
      payableMinor: totalMinor - discountMinor - spentMinor,
      pointsEarnedMinor: earnedMinor,
      promotionIds: discountMinor > 0 ? ['P1'] : [],
    };
  });
  const total = (pick: (line: (typeof quoted)[number]) => number): number =>
    Number(sum(quoted.map((line) => BigInt(pick(line)))));
  return {
    v: 1,
    quoteId: newId(),
    issuedAt: '2026-11-22T10:00:00Z',
    expiresAt: '2026-11-22T10:15:00Z',
    storeId: 'S1',
    tillId: 'T1',
    occurredAt: '2026-11-22T10:00:00Z',
    memberId: null,
    totalMinor: total((line) => Number(priceOf(BigInt(line.priceMinor), BigInt(line.quantityMilli)))),
    discountMinor: total((line) => line.discounts[0]?.amountMinor ?? 0),
    pointsSpentMinor: total((line) => line.pointsSpentMinor),
    payableMinor: total((line) => line.payableMinor),
    pointsEarnedMinor: total((line) => line.pointsEarnedMinor),
    activationDays: 0,
    lifetimeDays: 365,
    lines: quoted,
    limits: [],
    ...facts,
  };
}

/** Signs as promotions does. */
export function signQuote(quote: QuotePayload, key: KeyObject, typ = QUOTE_TYP): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'EdDSA', typ })}.${part(quote)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}
