import { ensureStreams, PurchaseConfirmed, PurchaseReturned, ReceiptsImported, type ReceivedEvent } from '@adal/events';
import { aLine, anEvent, aReceipt, type SealedEvent } from '../../../test/builders';
import { soon, startAnalytics, startTestIngest, ZONE, type TestAnalytics } from '../../../test/harness';
import type { AnalyticsStore } from '../../store/analytics-store';
import { ingestConsumers } from './dead-letter.consumers';
import { LIVE_FACTS_SUBJECT } from '../../live-ping';
import { consumerName } from './take-in';

const sale = (purchaseId: string, amountMinor = 100): SealedEvent =>
  anEvent(PurchaseConfirmed, {
    receipt: aReceipt({ purchaseId, lines: [aLine({ amountMinor })] }),
    balance: null,
    pointsActivateAt: null,
    pointsExpireAt: null,
  });

describe('ingest', () => {
  let analytics: TestAnalytics;
  beforeEach(async () => {
    analytics = await startAnalytics();
  });
  afterEach(() => analytics.stop());

  const totals = async (): Promise<{ receipts: number; payable: number }> => {
    const [row] = await analytics.store.query({
      sql: 'SELECT count() AS receipts, toInt64(sum(payable_minor)) AS payable FROM receipts',
      parameters: {},
    });
    return { receipts: Number(row?.['receipts']), payable: Number(row?.['payable']) };
  };
  const totalsBecome = (expected: { receipts: number; payable: number }): Promise<unknown> =>
    soon(async () => {
      expect(await totals()).toEqual(expected);
      const waiting = await analytics.streams.manager.streams.info('LEDGER');
      const position = (await analytics.store.positions()).find(({ stream }) => stream === 'LEDGER');
      return position?.sequence === waiting.state.last_seq;
    });
  /** Ingest on a store whose writes go wrong as planned. */
  const withStore = async (append: AnalyticsStore['append']): Promise<void> => {
    await analytics.ingest.stop();
    const flawed = startTestIngest({ ...analytics.store, append }, analytics.db, analytics.streams);
    Object.assign(analytics.ingest, flawed);
  };

  it('takes each receipt in once when it crashes before and after commits', async () => {
    let appends = 0;
    const crashes = { before: 0, after: 0 };
    await withStore(async (facts, positions) => {
      appends += 1;
      if (appends % 7 === 1) throw new Error(`crashed before a commit, ${(crashes.before += 1)}`);
      await analytics.store.append(facts, positions);
      if (appends % 7 === 4) throw new Error(`crashed after a commit, ${(crashes.after += 1)}`);
    });
    for (let round = 1; round <= 6; round += 1) {
      await analytics.publish(...Array.from({ length: 7 }, (_, index) => sale(`r-${round}-${index}`)));
      await totalsBecome({ receipts: round * 7, payable: round * 700 });
    }
    expect(crashes.before).toBeGreaterThan(0);
    expect(crashes.after).toBeGreaterThan(0);
    expect(await analytics.db.query('select * from abandoned_event')).toEqual([]);
  });

  it('recognises an event that was published again, and a receipt that was imported again', async () => {
    const event = sale('r1');
    await analytics.publish(event, { ...event, id: `${event.id}-again` });
    await analytics.publish(
      anEvent(ReceiptsImported, {
        importId: 'i1',
        receipts: [
          aReceipt({ purchaseId: 'r1', lines: [aLine({ amountMinor: 100 })] }),
          aReceipt({ purchaseId: 'r2', lines: [aLine({ amountMinor: 50 })] }),
        ],
      }),
    );
    await totalsBecome({ receipts: 2, payable: 150 });
  });

  it('takes a return off the revenue', async () => {
    const back = aReceipt({ purchaseId: 'b1', kind: 'RETURN', lines: [aLine({ amountMinor: -40 })] });
    await analytics.publish(
      sale('r1'),
      anEvent(PurchaseReturned, { returnId: 'b1', originalPurchaseId: 'r1', receipt: back, balance: null }),
    );
    await totalsBecome({ receipts: 2, payable: 60 });
    expect(
      await analytics.store.query({
        sql: "SELECT original_receipt_id FROM receipts WHERE kind = 'RETURN'",
        parameters: {},
      }),
    ).toEqual([{ original_receipt_id: 'r1' }]);
  });

  it('keeps what it cannot read or store as dead letters, goes on, and takes them in when they are replayed', async () => {
    let isRefusing = true;
    await withStore(async (facts, positions) => {
      if (isRefusing && facts.receipts.some(({ receiptId }) => receiptId === 'poison')) throw new Error('refused');
      await analytics.store.append(facts, positions);
    });
    const poison = sale('poison');
    const broken = { id: 'broken', subject: PurchaseConfirmed.subject, text: '{"not":"an envelope"}' };
    await analytics.publish(
      sale('r1'),
      broken,
      poison,
      { id: 'other', subject: 'ledger.something.new.v1', text: 'whatever' },
      sale('r2'),
    );
    await totalsBecome({ receipts: 2, payable: 200 });
    const letters: { consumer: string; event_id: string; body: string }[] = await analytics.db.query(
      'select consumer, event_id, body from abandoned_event order by reason desc',
    );
    expect(letters).toEqual([
      { consumer: consumerName(PurchaseConfirmed.subject), event_id: poison.id, body: poison.text },
      {
        consumer: consumerName(PurchaseConfirmed.subject),
        event_id: expect.stringContaining(PurchaseConfirmed.subject),
        body: broken.text,
      },
    ]);

    isRefusing = false;
    const consumer = ingestConsumers({ store: analytics.store, zone: ZONE }).find(
      ({ durable }) => durable === letters[0]?.consumer,
    );
    const event = {
      id: poison.id,
      subject: poison.subject,
      occurredAt: new Date(),
      correlationId: 'replay',
      data: (JSON.parse(poison.text) as { data: unknown }).data,
    } satisfies ReceivedEvent<unknown>;
    await consumer?.handle(analytics.db.manager, [event]);
    await consumer?.handle(analytics.db.manager, [event]);
    await totalsBecome({ receipts: 3, payable: 300 });
  });

  it('blames nothing on an event while nothing can be stored', async () => {
    let isFull = true;
    await withStore((facts, positions) =>
      isFull ? Promise.reject(new Error('disk full')) : analytics.store.append(facts, positions),
    );
    await analytics.publish(sale('r1'));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    isFull = false;
    await totalsBecome({ receipts: 1, payable: 100 });
    expect(await analytics.db.query('select * from abandoned_event')).toEqual([]);
  });

  it('goes on after the streams were killed', async () => {
    await analytics.publish(sale('r1'));
    await totalsBecome({ receipts: 1, payable: 100 });
    await analytics.nats.kill();
    await analytics.nats.restart();
    await soon(() => analytics.publish(sale('r2')).then(() => true));
    await totalsBecome({ receipts: 2, payable: 200 });
  });

  it('reads a stream that was made anew from its beginning', async () => {
    await analytics.publish(sale('r1'), sale('r2'), sale('r3'));
    await totalsBecome({ receipts: 3, payable: 300 });
    await analytics.ingest.whileStopped(async () => {
      await analytics.streams.manager.streams.delete('LEDGER');
      await ensureStreams(analytics.streams.manager);
    });
    await analytics.publish(sale('r3'), sale('r4'));
    await totalsBecome({ receipts: 4, payable: 400 });
  });

  it('tells the gateway that facts arrived, a few times a second at most', async () => {
    const pings: string[] = [];
    analytics.streams.connection.subscribe(LIVE_FACTS_SUBJECT, {
      callback: (_error, message) => void pings.push(message.string()),
    });
    for (let index = 0; index < 10; index += 1) {
      await analytics.publish(sale(`r${index}`));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await totalsBecome({ receipts: 10, payable: 1_000 });
    await soon(() => pings.length >= 2);
    expect(pings.length).toBeLessThanOrEqual(5);
    expect(JSON.parse(pings[0] ?? '')).toEqual({ at: expect.any(String) });
  });
});
