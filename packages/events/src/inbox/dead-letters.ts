import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Streams } from '../jetstream/connect';
import type { Context } from '../jetstream/streams';
import { inOneTransaction, readEvent, type EventConsumer } from './consume';

/** A dead letter as the operator sees it. */
export interface DeadLetter {
  readonly consumer: string;
  readonly eventId: string;
  readonly subject: string;
  readonly reason: string;
  readonly abandonedAt: string;
}

/** Request subjects of the operator's tool: list answers DeadLetter[]; replay takes { eventId? } and answers counts. */
export const deadLetterSubjects = (context: Context): { list: string; replay: string } => ({
  list: `operate.${context}.dead-letters.list`,
  replay: `operate.${context}.dead-letters.replay`,
});

/** Answers `adal events replay` over NATS request-reply; replicas share one queue group. A fault is answered empty. */
export function serveDeadLetters(
  context: Context,
  db: DataSource,
  streams: Streams,
  consumers: readonly EventConsumer[],
  log: Logger,
): void {
  const subjects = deadLetterSubjects(context);
  const serve = (subject: string, answer: (request: string) => Promise<unknown>): void => {
    streams.connection.subscribe(subject, {
      queue: context,
      callback: (_error, request) => {
        answer(request.string()).then(
          (result) => request.respond(JSON.stringify(result)),
          (error: unknown) => {
            log.error({ err: error, subject }, 'Operator’s request failed');
            request.respond();
          },
        );
      },
    });
  };
  serve(subjects.list, () => listDeadLetters(db));
  serve(subjects.replay, async (request) => {
    const wanted = request ? (JSON.parse(request) as { eventId?: string }) : {};
    return replayDeadLetters(db, consumers, wanted.eventId, log);
  });
}

/** Dead letters that were not replayed yet, oldest first. */
export async function listDeadLetters(db: DataSource): Promise<DeadLetter[]> {
  return db.query(
    `select consumer, event_id as "eventId", subject, reason, abandoned_at as "abandonedAt"
     from abandoned_event where replayed_at is null order by abandoned_at limit 1000`,
  );
}

/** Handles dead letters again, all or one; the inbox still guards against doing anything twice. */
export async function replayDeadLetters(
  db: DataSource,
  consumers: readonly EventConsumer[],
  eventId: string | undefined,
  log: Logger,
): Promise<{ replayed: number; failed: number }> {
  const rows: { consumer: string; event_id: string; body: string }[] = await db.query(
    `select consumer, event_id, body from abandoned_event
     where replayed_at is null and ($1::text is null or event_id = $1) order by abandoned_at limit 1000`,
    [eventId ?? null],
  );
  let replayed = 0;
  for (const row of rows) {
    const consumer = consumers.find((candidate) => candidate.durable === row.consumer);
    try {
      if (!consumer) throw new Error(`No consumer is called ${row.consumer} any more`);
      await inOneTransaction(db, consumer, [readEvent(consumer.contract, row.body)]);
      await db.query('update abandoned_event set replayed_at = now() where consumer = $1 and event_id = $2', [
        row.consumer,
        row.event_id,
      ]);
      replayed += 1;
    } catch (error) {
      log.warn({ err: error, consumer: row.consumer, eventId: row.event_id }, 'Dead letter failed again');
    }
  }
  return { replayed, failed: rows.length - replayed };
}
