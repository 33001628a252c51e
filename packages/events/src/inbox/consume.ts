import { AckPolicy, DeliverPolicy, type ConsumerConfig, type JsMsg } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { streamOf, type EventContract } from '../define-event';
import { envelopeSchema, type ReceivedEvent } from '../envelope';
import type { Streams } from '../jetstream/connect';
import { openInflow, type Inflow } from './inflow';
import { recordDeadLetter } from './record-dead-letter';

/** A handler of one event, with a durable name of its own. */
export interface EventConsumer<T = unknown> {
  /** `<context>-<feature>-<event>`; the durable consumer and the inbox key. Never renamed. */
  readonly durable: string;
  readonly contract: EventContract<T>;
  /** The effect, in the transaction that also claims the events. Events are distinct and in stream order. */
  handle(tx: EntityManager, events: readonly ReceivedEvent<T>[]): Promise<void>;
  /** Called after the commit with what was handled, perhaps again: tells who is watching. Nothing may depend on it. */
  handled?(connection: Streams['connection'], events: readonly ReceivedEvent<T>[]): void;
}

/** Declares a consumer; keeps the type of its contract. */
export function defineConsumer<T>(consumer: EventConsumer<T>): EventConsumer {
  return consumer;
}

/** A running consumer. */
export interface RunningConsumer {
  stop(): Promise<void>;
}

const BATCH_MAX = 200;
/** After this many deliveries an event becomes a dead letter. */
export const DELIVERIES_MAX = 6;
const ACK_WAIT_MS = 30_000;
const RETRY_MS = 500;

/**
 * Consumes until stopped: parse → transaction → claim in the inbox → handle → commit → ack. What is there is one batch
 * and one transaction; when it fails, its events are tried one by one, so that one bad event delays no other. While the
 * database is away, what was taken is kept and tried again: no event is to blame.
 */
export async function consume(
  db: DataSource,
  streams: Streams,
  consumer: EventConsumer,
  log: Logger,
): Promise<RunningConsumer> {
  const stream = streamOf(consumer.contract.subject);
  const known = await streams.manager.consumers.info(stream, consumer.durable).catch(() => null);
  await streams.manager.consumers.add(stream, {
    durable_name: consumer.durable,
    filter_subject: consumer.contract.subject,
    ack_policy: AckPolicy.Explicit,
    // Where it began cannot change: at the beginning, or where an operator rewound it to.
    deliver_policy: DeliverPolicy.All,
    ...(known && startOf(known.config)),
    ack_wait: nanos(ACK_WAIT_MS),
    max_ack_pending: BATCH_MAX * 4,
  });
  let stopped = false;
  let inflow: Inflow | undefined;
  const untilItWorks = async (work: () => Promise<void>): Promise<void> => {
    while (!stopped) {
      try {
        return await work();
      } catch (error) {
        if (stopped) return;
        log.warn({ err: error, consumer: consumer.durable }, 'Consumer interrupted, will go on');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };
  const run = async (): Promise<void> => {
    const opened = await openInflow(streams, stream, consumer.durable);
    inflow = opened;
    while (!stopped) {
      const batch = await opened.take(BATCH_MAX);
      if (batch.length === 0) throw new Error('The inflow has ended');
      await untilItWorks(() => handleBatch(db, consumer, batch, log, streams.connection));
    }
  };
  const running = untilItWorks(run);
  return {
    stop: async () => {
      stopped = true;
      await inflow?.stop();
      await running;
    },
  };
}

function startOf({ deliver_policy, opt_start_time }: ConsumerConfig): Partial<ConsumerConfig> {
  return { deliver_policy, ...(opt_start_time !== undefined && { opt_start_time }) };
}

/** Handles one batch of messages and answers them all: ack, nak with delay, or dead letter. Throws when the database is away. */
export async function handleBatch(
  db: DataSource,
  consumer: EventConsumer,
  batch: readonly JsMsg[],
  log: Logger,
  connection?: Streams['connection'],
): Promise<void> {
  const readable: { message: JsMsg; event: ReceivedEvent<unknown> }[] = [];
  for (const message of batch) {
    try {
      readable.push({ message, event: readEvent(consumer.contract, message.string()) });
    } catch (error) {
      await abandon(db, consumer, message, error, log);
    }
  }
  try {
    await inOneTransaction(
      db,
      consumer,
      readable.map(({ event }) => event),
    );
    for (const { message } of readable) message.ack();
    if (connection)
      consumer.handled?.(
        connection,
        readable.map(({ event }) => event),
      );
  } catch (error) {
    await db.query('select 1');
    if (readable.length === 1 && readable[0]) await retryLater(db, consumer, readable[0].message, error, log);
    else for (const one of readable) await handleBatch(db, consumer, [one.message], log, connection);
  }
}

/** Parses and checks a message's text against its contract; throws when it is not what the contract says. */
export function readEvent<T>(contract: EventContract<T>, text: string): ReceivedEvent<T> {
  const envelope = envelopeSchema.parse(JSON.parse(text));
  return {
    id: envelope.id,
    subject: envelope.type,
    occurredAt: new Date(envelope.time),
    correlationId: envelope.correlationid,
    data: contract.schema.parse(envelope.data),
  };
}

/** Claims the events that are new to this consumer and handles them; the others are no-ops. */
export async function inOneTransaction(
  db: DataSource,
  consumer: EventConsumer,
  events: readonly ReceivedEvent<unknown>[],
): Promise<void> {
  if (events.length === 0) return;
  await db.transaction(async (tx) => {
    const claimed: { event_id: string }[] = await tx.query(
      `insert into inbox (consumer, event_id) select $1, unnest($2::uuid[]) on conflict do nothing returning event_id`,
      [consumer.durable, events.map((event) => event.id)],
    );
    const fresh = new Set(claimed.map((row) => row.event_id));
    const seen = new Set<string>();
    const toHandle = events.filter((event) => fresh.has(event.id) && !seen.has(event.id) && seen.add(event.id));
    if (toHandle.length > 0) await consumer.handle(tx, toHandle);
  });
}

async function retryLater(
  db: DataSource,
  consumer: EventConsumer,
  message: JsMsg,
  error: unknown,
  log: Logger,
): Promise<void> {
  const deliveries = message.info.deliveryCount;
  if (deliveries >= DELIVERIES_MAX) return abandon(db, consumer, message, error, log);
  log.warn({ err: error, consumer: consumer.durable, deliveries }, 'Event not handled, will be delivered again');
  message.nak(Math.min(200 * 2 ** deliveries, 10_000));
}

async function abandon(
  db: DataSource,
  consumer: EventConsumer,
  message: JsMsg,
  error: unknown,
  log: Logger,
): Promise<void> {
  const body = message.string();
  const eventId = message.headers?.get('Nats-Msg-Id') || `${message.info.stream}:${message.info.streamSequence}`;
  await recordDeadLetter(db, { consumer: consumer.durable, eventId, subject: message.subject, body, error });
  message.term();
  log.error(
    { err: error, consumer: consumer.durable, eventId, alert: 'dead-letter' },
    'Event abandoned; see `adal events replay`',
  );
}
