import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Streams } from '../jetstream/connect';
import type { Context } from '../jetstream/streams';
import type { BackfillSource } from './backfill-source';

/** Request subject of what an owner tells again; `ledger.receipts` is the ledger's receipts. */
export const backfillSubject = (source: string): string => `backfill.${source}`;

const requestSchema = z.object({ after: z.string().nullable() });

/** Answers pages over NATS request-reply; replicas share one queue group. A fault is answered empty. */
export function serveBackfills(
  context: Context,
  db: DataSource,
  streams: Streams,
  sources: readonly BackfillSource[],
  log: Logger,
): void {
  for (const source of sources) {
    const subject = backfillSubject(`${context}.${source.kind}`);
    streams.connection.subscribe(subject, {
      queue: context,
      callback: (_error, request) => {
        answerOf(db, source, request.string()).then(
          (answer) => request.respond(answer),
          (error: unknown) => {
            log.error({ err: error, subject }, 'Facts could not be told again');
            request.respond();
          },
        );
      },
    });
  }
}

async function answerOf(db: DataSource, source: BackfillSource, request: string): Promise<string> {
  const { after } = requestSchema.parse(JSON.parse(request));
  const page = await source.page(db, after, { correlationId: 'backfill', now: new Date() });
  return JSON.stringify({ ...page, about: after === null ? await countAbout(db, source.tables) : null });
}

/** As many rows as Postgres believes there are: counting them would read them. */
async function countAbout(db: DataSource, tables: readonly string[]): Promise<number> {
  const rows: { about: number | null }[] = await db.query(
    'select sum(greatest(reltuples, 0))::float8 as about from pg_class where oid = any($1::text[]::regclass[])',
    [tables],
  );
  return Math.round(rows[0]?.about ?? 0);
}
