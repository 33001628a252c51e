import { z } from 'zod';
import type { Streams } from '../jetstream/connect';
import { backfillSubject } from './serve-backfills';

const replySchema = z.object({
  events: z.array(z.looseObject({ type: z.string() })),
  rows: z.int(),
  next: z.string().nullable(),
  about: z.int().nullable(),
});

/** A page as it is answered: events as they travel, unread. */
export interface BackfillReply {
  readonly events: readonly { readonly subject: string; readonly text: string }[];
  readonly rows: number;
  readonly next: string | null;
  /** Rows there are in all, about; told with the first page. */
  readonly about: number | null;
}

const ANSWER_MS_MAX = 30_000;

/** Asks the owner of `ledger.receipts` or the like for the page after a place. Throws when nobody answers, or the owner could not. */
export async function askBackfill(
  connection: Streams['connection'],
  source: string,
  after: string | null,
): Promise<BackfillReply> {
  const answer = await connection.request(backfillSubject(source), JSON.stringify({ after }), {
    timeout: ANSWER_MS_MAX,
  });
  if (answer.data.length === 0) throw new Error(`Whoever tells ${source} could not: see its log`);
  const { events, ...reply } = replySchema.parse(answer.json());
  return { ...reply, events: events.map((event) => ({ subject: event.type, text: JSON.stringify(event) })) };
}
