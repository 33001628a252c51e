import 'reflect-metadata';
import { freshDatabase, freshNats, type FreshNats } from '@adal/testkit';
import pino from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  connectStreams,
  createEventTables,
  defineConsumer,
  ensureStreams,
  eventEntities,
  MessageSent,
  recordEvent,
  type EventConsumer,
  type ReceivedEvent,
  type Streams,
} from '../src';

/** A database with the event tables and a table of effects, and streams of its own. */
export interface EventLab {
  readonly db: DataSource;
  readonly nats: FreshNats;
  readonly streams: Streams;
  readonly log: pino.Logger;
  /** Records a fact and its event in one transaction; the fact's name comes back as the effect. */
  record(fact: string): Promise<void>;
  /** Effects so far, sorted; a fact that had its effect twice is there twice. */
  effects(consumer?: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** A contract to try things on: the template's name is the fact. */
export const contract = MessageSent;
type Sent = z.infer<typeof MessageSent.schema>;

/** Opens a lab. */
export async function openLab(): Promise<EventLab> {
  const [database, nats] = await Promise.all([freshDatabase(), freshNats()]);
  const db = await new DataSource({ type: 'postgres', url: database.url, entities: eventEntities }).initialize();
  await db.query(`${createEventTables} create table effect (consumer text not null, fact text not null);`);
  const streams = await connectStreams(nats.url, 'lab');
  await ensureStreams(streams.manager);
  return {
    db,
    nats,
    streams,
    log: pino({ level: 'silent' }),
    record: (fact) => db.transaction((tx) => recordFact(tx, fact)),
    effects: async (consumer = 'lab') => {
      const rows: { fact: string }[] = await db.query('select fact from effect where consumer = $1', [consumer]);
      return rows.map((row) => row.fact).sort();
    },
    stop: async () => {
      await streams.close();
      await db.destroy();
      await nats.stop();
      await database.drop();
    },
  };
}

/** Records a fact's event in a transaction of the caller. */
export async function recordFact(tx: EntityManager, fact: string): Promise<void> {
  await recordEvent(tx, contract, dataOf(fact), { correlationId: 'lab', now: new Date() });
}

/** What an event of that fact carries. */
export function dataOf(fact: string): Sent {
  return {
    messageId: '0199a1c4-9f00-7d20-8b10-4a7e5d3c2b10',
    memberId: null,
    channel: 'EMAIL' as const,
    template: fact,
    purpose: 'TRANSACTIONAL' as const,
    at: '2026-11-22T10:15:00Z',
  };
}

/** A consumer whose effect is a row per event; `before` may throw, to fail as a handler does. */
export function effectConsumer(durable = 'lab', before: (fact: string) => void = () => undefined): EventConsumer {
  return defineConsumer({
    durable,
    contract,
    handle: async (tx, events: readonly ReceivedEvent<{ template: string }>[]) => {
      for (const { data } of events) {
        before(data.template);
        await tx.query('insert into effect (consumer, fact) values ($1, $2)', [durable, data.template]);
      }
    },
  });
}
