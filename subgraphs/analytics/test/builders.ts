import { randomUUID } from 'node:crypto';
import {
  sealEvent,
  type BookedLine,
  type BookedReceipt,
  type EventContract,
  type MemberSnapshot,
  type StoreSnapshot,
} from '@adal/events';

/** A line that costs what it says. */
export function aLine(over: Partial<BookedLine> = {}): BookedLine {
  const amountMinor = over.amountMinor ?? 10_000;
  return {
    lineNo: 1,
    sku: 'SKU-1',
    name: 'Boots',
    categoryPath: 'Shoes > Boots',
    brand: 'Arman',
    quantityMilli: 1_000,
    priceMinor: amountMinor,
    discountMinor: 0,
    amountMinor,
    costMinor: null,
    pointsSpentMinor: 0,
    pointsEarnedMinor: 0,
    promotionIds: [],
    ...over,
  };
}

/** A sale at noon in Almaty, anonymous; its sums are those of its lines. */
export function aReceipt(over: Partial<BookedReceipt> = {}): BookedReceipt {
  const lines = over.lines ?? [aLine()];
  const sum = (pick: (line: BookedLine) => number): number => lines.reduce((total, line) => total + pick(line), 0);
  return {
    purchaseId: randomUUID(),
    kind: 'SALE',
    receiptNumber: null,
    storeId: 'S1',
    tillId: 'T1',
    cashierId: null,
    memberId: null,
    occurredAt: '2026-03-10T07:00:00Z',
    recordedAt: '2026-03-10T07:00:01Z',
    businessDay: '2026-03-10',
    businessHour: 12,
    legalEntity: 'MAIN',
    totalMinor: sum((line) => line.amountMinor + line.discountMinor + line.pointsSpentMinor),
    discountMinor: sum((line) => line.discountMinor),
    payableMinor: sum((line) => line.amountMinor),
    pointsSpentMinor: sum((line) => line.pointsSpentMinor),
    pointsEarnedMinor: sum((line) => line.pointsEarnedMinor),
    pointsBooked: true,
    ...over,
    lines,
  };
}

export function aMember(over: Partial<MemberSnapshot> = {}): MemberSnapshot {
  return {
    memberId: randomUUID(),
    revision: 1,
    externalId: null,
    status: 'ACTIVE',
    firstName: 'Aigerim',
    lastName: null,
    phone: null,
    email: null,
    birthDate: '1990-02-28',
    gender: 'FEMALE',
    city: 'Almaty',
    homeStoreId: 'S1',
    language: 'kk',
    channel: 'POS',
    registeredAt: '2026-03-01T05:00:00Z',
    cards: [],
    consents: [],
    attributes: {},
    ...over,
  };
}

export function aStore(over: Partial<StoreSnapshot> = {}): StoreSnapshot {
  return {
    storeId: 'S1',
    revision: 1,
    name: 'Dostyk',
    city: 'Almaty',
    brand: null,
    banner: null,
    format: null,
    legalEntity: 'MAIN',
    openedOn: '2020-01-01',
    closedOn: null,
    timeZone: 'Asia/Almaty',
    ...over,
  };
}

/** An event as it travels. */
export interface SealedEvent {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

export function anEvent<T>(contract: EventContract<T>, data: T, at = '2026-03-10T07:00:01Z'): SealedEvent {
  const envelope = sealEvent(contract, data, { correlationId: 'test', now: new Date(at) });
  return { id: envelope.id, subject: contract.subject, text: JSON.stringify(envelope) };
}
