import { eventually } from '@adal/testkit';
import type { DataSource } from 'typeorm';
import { contract, dataOf, effectConsumer, openLab, type EventLab } from '../../test/event-lab';
import { sealEvent } from '../outbox/record-event';
import { consume, DELIVERIES_MAX, type EventConsumer, type RunningConsumer } from './consume';
import { listDeadLetters, replayDeadLetters } from './dead-letters';

describe('a consumer', () => {
  let lab: EventLab;
  let running: RunningConsumer[] = [];
  beforeAll(async () => {
    lab = await openLab();
  });
  afterEach(async () => {
    for (const consumer of running) await consumer.stop();
    running = [];
  });
  afterAll(() => lab.stop());

  const start = async (consumer: EventConsumer, db: DataSource = lab.db): Promise<void> => {
    running.push(await consume(db, lab.streams, consumer, lab.log));
  };
  const publish = async (text: string, msgID?: string): Promise<void> => {
    await lab.streams.client.publish(contract.subject, text, msgID ? { msgID } : {});
  };
  const publishFact = async (fact: string, times = 1): Promise<string> => {
    const envelope = sealEvent(contract, dataOf(fact), { correlationId: 'lab', now: new Date() });
    // Without a message id the stream keeps every copy: the inbox alone stands between them and the effect.
    for (let count = 0; count < times; count += 1) await publish(JSON.stringify(envelope));
    return envelope.id;
  };
  const only = (durable: string, facts: (effects: string[]) => boolean): Promise<unknown> =>
    eventually(async () => facts(await lab.effects(durable)), 30_000);

  it('has its effect once, however many copies of an event arrive', async () => {
    await publishFact('copied', 5);
    await start(effectConsumer('copies'));
    await only('copies', (effects) => effects.includes('copied'));
    await publishFact('after');
    await only('copies', (effects) => effects.includes('after'));
    expect(await lab.effects('copies')).toEqual(['after', 'copied']);
  });

  it('shares the work with a second replica, and neither does what the other did', async () => {
    await Promise.all([start(effectConsumer('replicas')), start(effectConsumer('replicas'))]);
    const facts = Array.from({ length: 500 }, (_, index) => `shared ${index}`);
    for (const fact of facts) await publishFact(fact);
    const shared = (effects: string[]): string[] => effects.filter((fact) => fact.startsWith('shared'));
    await only('replicas', (effects) => shared(effects).length >= 500);
    expect(shared(await lab.effects('replicas'))).toEqual(facts.sort());
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['no envelope', '{"a":1}'],
    [
      'data against the contract',
      JSON.stringify({
        ...sealEvent(contract, dataOf('x'), { correlationId: 'x', now: new Date() }),
        data: { template: 1 },
      }),
    ],
  ])('puts %s aside as a dead letter and goes on', async (name, text) => {
    const durable = `poison-${name.length}`;
    await publish(text);
    await publishFact(`after ${name}`);
    await start(effectConsumer(durable));
    await only(durable, (effects) => effects.includes(`after ${name}`));
    const letters = (await listDeadLetters(lab.db)).filter((letter) => letter.consumer === durable);
    expect(letters.map((letter) => letter.subject)).toContain(contract.subject);
  });

  it('tries again after a handler failed, and a bad event holds up no other', async () => {
    let failures = 2;
    const flaky = effectConsumer('flaky', (fact) => {
      if (fact === 'flaky' && failures > 0) {
        failures -= 1;
        throw new Error('not now');
      }
    });
    await publishFact('flaky');
    await publishFact('steady');
    await start(flaky);
    await only('flaky', (effects) => effects.includes('steady') && effects.includes('flaky'));
    expect((await lab.effects('flaky')).filter((fact) => fact === 'flaky')).toHaveLength(1);
  });

  it('gives an event up after its last delivery; a replay has its effect, once', async () => {
    let broken = true;
    let deliveries = 0;
    const consumer = effectConsumer('stubborn', (fact) => {
      if (fact !== 'stubborn') return;
      deliveries += 1;
      if (broken) throw new Error('still broken');
    });
    const eventId = await publishFact('stubborn');
    await start(consumer);
    const letters = async () =>
      (await listDeadLetters(lab.db)).filter(
        (letter) => letter.consumer === 'stubborn' && letter.reason === 'still broken',
      );
    await eventually(async () => (await letters()).length === 1, 40_000);
    expect(deliveries).toBeGreaterThanOrEqual(DELIVERIES_MAX);
    expect(await lab.effects('stubborn')).not.toContain('stubborn');

    broken = false;
    const [letter] = await letters();
    expect(await replayDeadLetters(lab.db, [consumer], letter?.eventId, lab.log)).toEqual({ replayed: 1, failed: 0 });
    expect(await replayDeadLetters(lab.db, [consumer], letter?.eventId, lab.log)).toEqual({ replayed: 0, failed: 0 });
    expect((await lab.effects('stubborn')).filter((fact) => fact === 'stubborn')).toHaveLength(1);
    expect(eventId).toBeTruthy();
  }, 60_000);

  it('blames no event for a database that is away', async () => {
    let away = true;
    const db = new Proxy(lab.db, {
      get: (target, key) => {
        if (away && (key === 'transaction' || key === 'query')) return () => Promise.reject(new Error('ECONNREFUSED'));
        const value = Reflect.get(target, key) as unknown;
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await publishFact('patient');
    await start(effectConsumer('outage'), db);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    away = false;
    // At once: the event was kept, and no delivery was counted against it.
    await eventually(async () => (await lab.effects('outage')).includes('patient'), 1_000);
    expect(
      (await listDeadLetters(lab.db)).filter(
        (letter) => letter.consumer === 'outage' && letter.reason === 'ECONNREFUSED',
      ),
    ).toEqual([]);
  });

  it('goes on after NATS was killed and came back', async () => {
    await start(effectConsumer('reborn'));
    await publishFact('before the kill');
    await only('reborn', (effects) => effects.includes('before the kill'));
    await lab.nats.kill();
    await lab.nats.restart();
    await eventually(() => publishFact('after the kill'), 20_000);
    await only('reborn', (effects) => effects.includes('after the kill'));
  }, 60_000);
});
