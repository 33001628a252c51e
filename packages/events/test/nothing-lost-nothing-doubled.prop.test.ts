import { eventually } from '@adal/testkit';
import { AckPolicy, type JetStreamClient, type JsMsg } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { handleBatch } from '../src/inbox/consume';
import { publishBatch } from '../src/outbox/relay-outbox';
import { contract, effectConsumer, openLab, recordFact, type EventLab } from './event-lab';

/** What may happen, in any order. A kill is an end without a word: nothing after it is written, published or answered. */
type Step =
  | { readonly kind: 'record'; readonly rolledBack: boolean }
  | { readonly kind: 'relay'; readonly killed: null | 'before publish' | 'after publish' }
  | { readonly kind: 'consume'; readonly killed: null | 'before handling' | 'before commit' | 'before ack' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('record' as const), rolledBack: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('relay' as const),
      killed: fc.constantFrom(null, 'before publish' as const, 'after publish' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('consume' as const),
      killed: fc.constantFrom(null, 'before handling' as const, 'before commit' as const, 'before ack' as const),
    }),
  },
);

const ACK_WAIT_MS = 150;

describe('from a committed fact to its effect', () => {
  let lab: EventLab;
  let runs = 0;
  beforeAll(async () => {
    lab = await openLab();
  });
  afterAll(() => lab.stop());

  it('nothing is lost and nothing is doubled, wherever relay and consumer are killed', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), survives), { numRuns: 40 });
  }, 180_000);

  async function survives(steps: Step[]): Promise<void> {
    const durable = `run-${(runs += 1)}`;
    const consumer = await openConsumer(durable);
    const committed: string[] = [];
    for (const [index, one] of steps.entries()) {
      const fact = `${durable}/${index}`;
      if (one.kind === 'record') await record(fact, one.rolledBack);
      if (one.kind === 'record' && !one.rolledBack) committed.push(fact);
      if (one.kind === 'relay') await relay(one.killed);
      if (one.kind === 'consume') await consumer.handle(one.killed);
    }
    await relay(null);
    await eventually(async () => {
      await consumer.handle(null);
      return consumer.isDone();
    });
    await consumer.close();
    const effects = (await lab.effects(durable)).filter((fact) => fact.startsWith(`${durable}/`));
    expect(effects).toEqual(committed.sort());
  }

  async function record(fact: string, rolledBack: boolean): Promise<void> {
    const work = lab.db.transaction(async (tx) => {
      await recordFact(tx, fact);
      if (rolledBack) throw new Error('rolled back');
    });
    await work.catch(() => undefined);
  }

  async function relay(killed: Extract<Step, { kind: 'relay' }>['killed']): Promise<void> {
    const publish: JetStreamClient['publish'] = async (...args) => {
      if (killed === 'before publish') throw new Error('killed');
      const answer = await lab.streams.client.publish(...args);
      if (killed === 'after publish') throw new Error('killed');
      return answer;
    };
    const client = new Proxy(lab.streams.client, {
      get: (target, key) => (key === 'publish' ? publish : (Reflect.get(target, key) as unknown)),
    });
    await publishBatch(lab.db, client).catch((error: Error) => {
      if (error.message !== 'killed') throw error;
    });
  }

  /** A durable consumer whose process can be killed: what it held comes again when the wait for its answer is over. */
  async function openConsumer(durable: string) {
    const { state } = await lab.streams.manager.streams.info('COMMUNICATIONS');
    await lab.streams.manager.consumers.add('COMMUNICATIONS', {
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ACK_WAIT_MS),
      filter_subject: contract.subject,
      opt_start_seq: state.last_seq + 1,
      deliver_policy: 'by_start_sequence',
    });
    let waiting: JsMsg[] = [];
    const open = async () => {
      const pull = await lab.streams.client.consumers.get('COMMUNICATIONS', durable);
      return pull.consume({ callback: (message) => void waiting.push(message) });
    };
    let messages = await open();
    const handle = async (killed: Extract<Step, { kind: 'consume' }>['killed']): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const batch = waiting.map((message) => (killed === null ? message : mute(message)));
      waiting = [];
      if (batch.length > 0)
        await handleBatch(mortal(lab.db, killed), effectConsumer(durable), batch, lab.log).catch(ignoreKill);
      if (killed === null) return;
      await messages.close();
      waiting = [];
      messages = await open();
    };
    return {
      handle,
      isDone: async () => {
        const info = await lab.streams.manager.consumers.info('COMMUNICATIONS', durable);
        return info.num_pending === 0 && info.num_ack_pending === 0 && waiting.length === 0;
      },
      close: async () => {
        await messages.close();
        await lab.streams.manager.consumers.delete('COMMUNICATIONS', durable);
      },
    };
  }
});

/** A message whose answers never arrive. */
function mute(message: JsMsg): JsMsg {
  const silent = new Set<string | symbol>(['ack', 'nak', 'term']);
  return new Proxy(message, {
    get: (target, key) => {
      if (silent.has(key)) return () => undefined;
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** A database connection that dies with its process at the given point. */
function mortal(db: DataSource, killed: Extract<Step, { kind: 'consume' }>['killed']): DataSource {
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('killed');
  };
  const transaction = (work: Parameters<DataSource['transaction']>[1]): Promise<unknown> =>
    db.transaction(async (tx) => {
      if (killed === 'before handling') die();
      const result = await work(tx);
      if (killed === 'before commit') die();
      return result;
    });
  return new Proxy(db, {
    get: (target, key) => {
      if (dead) return () => Promise.reject(new Error('killed'));
      if (key === 'transaction') return transaction;
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function ignoreKill(error: Error): void {
  if (error.message !== 'killed') throw error;
}
