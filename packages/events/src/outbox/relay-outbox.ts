import type { JetStreamClient } from '@nats-io/jetstream';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** Rows published in one go. */
const BATCH_MAX = 200;
/** Pause when there is nothing to publish. */
const IDLE_MS = 50;
/** Pause after a failure, doubled up to the second figure. */
const RETRY_MS = { first: 100, max: 5_000 };
/** Published rows are kept this long, for the eye. */
const KEPT_MINUTES = 10;
/** Inbox rows are kept for longer than streams keep the events that they guard against. */
const INBOX_KEPT_DAYS = 31;

/** A running relay. */
export interface OutboxRelay {
  /** Finishes the batch at hand and ends. */
  stop(): Promise<void>;
}

/**
 * Publishes the outbox until stopped: at least once each, in order of recording per relay, with the event's id as the
 * message id so that a repeat within the stream's duplicate window is dropped there. Several relays share the work.
 */
export function relayOutbox(db: DataSource, stream: JetStreamClient, log: Logger): OutboxRelay {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    let retryMs = RETRY_MS.first;
    let purgedAt = 0;
    while (!stopped) {
      try {
        const published = await publishBatch(db, stream);
        retryMs = RETRY_MS.first;
        if (Date.now() - purgedAt > 60_000) {
          purgedAt = Date.now();
          await purgeSettled(db);
        }
        if (published < BATCH_MAX) await pause(IDLE_MS);
      } catch (error) {
        if (stopped) return;
        log.warn({ err: error, retryMs }, 'Outbox not published, will retry');
        await pause(retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MS.max);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** Publishes one batch and marks it; answers how many. A crash between the two publishes again, with the same ids. */
export async function publishBatch(db: DataSource, stream: JetStreamClient): Promise<number> {
  return db.transaction(async (tx) => {
    const rows: { seq: string; id: string; subject: string; envelope: string }[] = await tx.query(
      `select seq, id, subject, envelope from outbox where published_at is null
       order by seq limit ${BATCH_MAX} for update skip locked`,
    );
    if (rows.length === 0) return 0;
    await Promise.all(rows.map((row) => stream.publish(row.subject, row.envelope, { msgID: row.id, timeout: 5_000 })));
    await tx.query('update outbox set published_at = now() where seq = any($1::bigint[])', [
      rows.map((row) => row.seq),
    ]);
    return rows.length;
  });
}

async function purgeSettled(db: DataSource): Promise<void> {
  await db.query(`delete from outbox where published_at < now() - interval '${KEPT_MINUTES} minutes'`);
  await db.query(`delete from inbox where handled_at < now() - interval '${INBOX_KEPT_DAYS} days'`);
}
