import type { BookedReceipt, MemberSnapshot, ReceivedEvent } from '@adal/events';
import { newId } from '@adal/service';

/** A member who can be written to, in Russian, and has agreed to nothing. */
export function aMember(more: Partial<MemberSnapshot> = {}): MemberSnapshot {
  const memberId = newId();
  return {
    memberId,
    revision: 1,
    externalId: null,
    status: 'ACTIVE',
    firstName: 'Айгуль',
    lastName: 'Сериккызы',
    phone: '+77011234567',
    email: `${memberId}@example.kz`,
    birthDate: null,
    gender: 'FEMALE',
    city: 'Алматы',
    homeStoreId: null,
    language: 'ru',
    channel: 'TILL',
    registeredAt: NOW.toISOString(),
    cards: [{ number: '2000000000015', kind: 'PLASTIC', status: 'ACTIVE' }],
    consents: [],
    attributes: {},
    ...more,
  };
}

/** A sale of bread and cheese for 1,140.50 with points spent and earned. */
export function aReceipt(memberId: string | null, more: Partial<BookedReceipt> = {}): BookedReceipt {
  return {
    purchaseId: newId(),
    kind: 'SALE',
    receiptNumber: '0042',
    storeId: 'S1',
    tillId: 'T1',
    cashierId: null,
    memberId,
    occurredAt: NOW.toISOString(),
    recordedAt: NOW.toISOString(),
    businessDay: '2026-11-22',
    businessHour: 15,
    legalEntity: 'DALA',
    totalMinor: 125_050,
    discountMinor: 6_000,
    payableMinor: 114_050,
    pointsSpentMinor: 5_000,
    pointsEarnedMinor: 5_703,
    pointsBooked: true,
    lines: [
      aLine({ lineNo: 1, sku: 'BREAD', name: 'Хлеб & булка', quantityMilli: 2_000, amountMinor: 50_000 }),
      aLine({ lineNo: 2, sku: 'CHEESE', name: null, quantityMilli: 345, amountMinor: 64_050 }),
    ],
    ...more,
  };
}

type Line = BookedReceipt['lines'][number];

function aLine(more: Partial<Line>): Line {
  return {
    lineNo: 1,
    sku: 'SKU',
    name: null,
    categoryPath: null,
    brand: null,
    quantityMilli: 1_000,
    priceMinor: 25_000,
    discountMinor: 0,
    amountMinor: 25_000,
    costMinor: null,
    pointsSpentMinor: 0,
    pointsEarnedMinor: 0,
    promotionIds: [],
    ...more,
  };
}

/** An event as a handler is given it. */
export function anEvent<T>(data: T, occurredAt = NOW): ReceivedEvent<T> {
  return { id: newId(), subject: 'test', occurredAt, correlationId: 'test', data };
}

/** The time at which these tests begin: 15:00 in Almaty. */
export const NOW = new Date('2026-11-22T10:00:00Z');
