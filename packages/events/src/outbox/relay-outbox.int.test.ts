import { eventually } from '@adal/testkit';
import type { JetStreamClient } from '@nats-io/jetstream';
import { contract, dataOf, openLab, recordFact, type EventLab } from '../../test/event-lab';
import { recordEvent } from './record-event';
import { publishBatch, relayOutbox } from './relay-outbox';

describe('the outbox', () => {
  let lab: EventLab;
  beforeAll(async () => {
    lab = await openLab();
  });
  afterAll(() => lab.stop());
  beforeEach(async () => {
    await lab.db.query('truncate outbox');
    await lab.streams.manager.streams.purge('COMMUNICATIONS');
  });

  const published = async (): Promise<number> =>
    (await lab.streams.manager.streams.info('COMMUNICATIONS')).state.messages;
  const waiting = async (): Promise<number> => {
    const rows: unknown[] = await lab.db.query('select 1 from outbox where published_at is null');
    return rows.length;
  };
  const facts = async (): Promise<string[]> => {
    const rows: { envelope: string }[] = await lab.db.query('select envelope from outbox order by seq');
    return rows.map((row) => (JSON.parse(row.envelope) as { data: { template: string } }).data.template);
  };
  /** A client that does as the test says around the real one. */
  const client = (publish: JetStreamClient['publish']): JetStreamClient =>
    new Proxy(lab.streams.client, {
      get: (target, key) => (key === 'publish' ? publish : (Reflect.get(target, key) as unknown)),
    });
  const real = (...args: Parameters<JetStreamClient['publish']>): ReturnType<JetStreamClient['publish']> =>
    lab.streams.client.publish(...args);

  it('publishes what was committed and nothing that was rolled back', async () => {
    await lab.record('kept');
    await lab.db
      .transaction(async (tx) => {
        await recordFact(tx, 'undone');
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(await publishBatch(lab.db, lab.streams.client)).toBe(1);
    expect(await facts()).toEqual(['kept']);
    expect(await published()).toBe(1);
  });

  it('refuses to record what breaks the contract', async () => {
    const broken = { ...dataOf('x'), purpose: 'SPAM' as 'MARKETING' };
    await expect(
      lab.db.transaction((tx) => recordEvent(tx, contract, broken, { correlationId: 'x', now: new Date() })),
    ).rejects.toThrow('purpose');
    expect(await waiting()).toBe(0);
  });

  it('delivers once when the relay dies between publish and mark', async () => {
    await lab.record('one');
    const dies = client(async (...args) => {
      await real(...args);
      throw new Error('killed');
    });
    await expect(publishBatch(lab.db, dies)).rejects.toThrow('killed');
    expect(await waiting()).toBe(1);
    expect(await publishBatch(lab.db, lab.streams.client)).toBe(1);
    expect([await waiting(), await published()]).toEqual([0, 1]);
  });

  it('keeps what could not be published, and the order', async () => {
    await lab.record('first');
    await lab.record('second');
    await expect(
      publishBatch(
        lab.db,
        client(() => Promise.reject(new Error('no stream'))),
      ),
    ).rejects.toThrow('no stream');
    const order: string[] = [];
    await publishBatch(
      lab.db,
      client((subject, payload, options) => {
        order.push((JSON.parse(String(payload)) as { data: { template: string } }).data.template);
        return real(subject, payload, options);
      }),
    );
    expect(order).toEqual(['first', 'second']);
  });

  it('lets two relays share the work without publishing anything twice', async () => {
    for (let count = 0; count < 450; count += 1) await lab.record(`${count}`);
    let calls = 0;
    const counting = client((...args) => {
      calls += 1;
      return real(...args);
    });
    const relays = [relayOutbox(lab.db, counting, lab.log), relayOutbox(lab.db, counting, lab.log)];
    await eventually(async () => (await waiting()) === 0);
    await Promise.all(relays.map((relay) => relay.stop()));
    expect([calls, await published()]).toEqual([450, 450]);
  });

  it('clears away what is settled and no longer needed, and nothing else', async () => {
    await lab.record('waiting');
    await lab.record('published long ago');
    await lab.db.query(
      `update outbox set published_at = now() - interval '11 minutes' where seq = (select max(seq) from outbox)`,
    );
    await lab.db.query(`insert into inbox (consumer, event_id, handled_at) values
      ('lab', gen_random_uuid(), now() - interval '32 days'), ('lab', gen_random_uuid(), now() - interval '30 days')`);
    const relay = relayOutbox(lab.db, lab.streams.client, lab.log);
    const count = async (table: string): Promise<number> => {
      const rows: unknown[] = await lab.db.query(`select 1 from ${table}`);
      return rows.length;
    };
    await eventually(async () => (await count('inbox')) === 1 && (await count('outbox')) === 1);
    await relay.stop();
    expect(await facts()).toEqual(['waiting']);
  });

  it('waits out a NATS that was killed, and then publishes everything', async () => {
    await lab.record('before');
    const relay = relayOutbox(lab.db, lab.streams.client, lab.log);
    await eventually(async () => (await waiting()) === 0);
    await lab.nats.kill();
    await lab.record('during');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await waiting()).toBe(1);
    await lab.nats.restart();
    await eventually(async () => (await waiting()) === 0, 20_000);
    await relay.stop();
    expect(await published()).toBe(2);
  });
});
