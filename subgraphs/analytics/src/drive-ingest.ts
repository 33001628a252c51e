import { randomUUID } from 'node:crypto';
import { PurchaseConfirmed, ReceiptsImported, sealEvent, type BookedLine, type BookedReceipt } from '@adal/events';
import type { Logger } from '@adal/service';
import { BYTES_MAX, MESSAGES_MAX, takeInBatches, type StreamMessage } from './features/ingest';
import type { AnalyticsStore } from './store/analytics-store';

/** What to drive through the ingest. */
export interface IngestLoad {
  readonly receipts: number;
  readonly linesPerReceipt: number;
  /** 1: live sales, an event each; more: an import. */
  readonly receiptsPerEvent: number;
  /** Days the receipts are spread over, in order. */
  readonly days: number;
}

/** What came of it. */
export interface IngestMeasure {
  readonly events: number;
  readonly receipts: number;
  readonly seconds: number;
}

/**
 * Takes made-up sales in as fast as it goes, from the text of the events to the commit, and measures it: for
 * benchmarks. The streams have no part in it.
 */
export async function driveIngest(store: AnalyticsStore, load: IngestLoad, log: Logger): Promise<IngestMeasure> {
  const keep = (): Promise<void> => Promise.reject(new Error('An event of the benchmark was not taken in'));
  const from = { stream: `bench-${randomUUID()}`, streamCreatedAt: 'bench', sequence: 0, lastEventAt: null };
  const told = [...batches(load)];
  const began = performance.now();
  await takeInBatches({ store, log, keep, zone: 'Asia/Almaty' }, from, oneByOne(told));
  const seconds = (performance.now() - began) / 1_000;
  return { events: told.reduce((sum, batch) => sum + batch.length, 0), receipts: load.receipts, seconds };
}

async function* oneByOne<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

function* batches(load: IngestLoad): Generator<StreamMessage[]> {
  let batch: StreamMessage[] = [];
  let bytes = 0;
  let sequence = 0;
  for (let first = 0; first < load.receipts; first += load.receiptsPerEvent) {
    const message = messageOf(load, first, (sequence += 1));
    batch.push(message);
    bytes += message.text.length;
    if (batch.length < MESSAGES_MAX && bytes < BYTES_MAX) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function messageOf(load: IngestLoad, first: number, sequence: number): StreamMessage {
  const receipts = Array.from({ length: Math.min(load.receiptsPerEvent, load.receipts - first) }, (_, index) =>
    saleOf(load, first + index),
  );
  const [receipt] = receipts;
  const origin = { correlationId: 'bench', now: new Date() };
  const envelope =
    load.receiptsPerEvent === 1 && receipt
      ? sealEvent(PurchaseConfirmed, { receipt, balance: null, pointsActivateAt: null, pointsExpireAt: null }, origin)
      : sealEvent(ReceiptsImported, { importId: 'bench', receipts }, origin);
  return { sequence, subject: envelope.type, text: JSON.stringify(envelope) };
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2025-01-01T03:00:00Z');

function saleOf({ receipts, linesPerReceipt, days }: IngestLoad, index: number): BookedReceipt {
  const at = new Date(FIRST_DAY + Math.floor((index / receipts) * days) * DAY_MS + (index % 36_000) * 1_000);
  const lines = Array.from({ length: linesPerReceipt }, (_, line) => lineOf(index, line));
  const payableMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return {
    purchaseId: randomUUID(),
    kind: 'SALE',
    receiptNumber: String(index),
    storeId: `S${index % 50}`,
    tillId: 'T1',
    cashierId: null,
    memberId: index % 3 === 0 ? null : `00000000-0000-7000-8000-${String((index * 7_919) % 465_000).padStart(12, '0')}`,
    occurredAt: at.toISOString(),
    recordedAt: at.toISOString(),
    businessDay: at.toISOString().slice(0, 10),
    businessHour: at.getUTCHours() + 5,
    legalEntity: 'MAIN',
    totalMinor: payableMinor,
    discountMinor: 0,
    payableMinor,
    pointsSpentMinor: 0,
    pointsEarnedMinor: Math.floor(payableMinor / 20),
    pointsBooked: true,
    lines,
  };
}

function lineOf(index: number, line: number): BookedLine {
  const sku = (index * 31 + line * 977) % 20_000;
  const amountMinor = 1_000 + (sku % 500) * 100;
  return {
    lineNo: line + 1,
    sku: `SKU-${sku}`,
    name: 'Product',
    categoryPath: `Department ${sku % 10} > Category ${sku % 200}`,
    brand: `Brand ${sku % 150}`,
    quantityMilli: 1_000,
    priceMinor: amountMinor,
    discountMinor: 0,
    amountMinor,
    costMinor: null,
    pointsSpentMinor: 0,
    pointsEarnedMinor: Math.floor(amountMinor / 20),
    promotionIds: [],
  };
}
