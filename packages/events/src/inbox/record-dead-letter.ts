import type { DataSource } from 'typeorm';

/** An event given up, with its text as it came. */
export interface AbandonedLetter {
  readonly consumer: string;
  readonly eventId: string;
  readonly subject: string;
  readonly body: string;
  readonly error: unknown;
}

/** Keeps an event for `adal events replay`. Twice is once, with the later reason. */
export async function recordDeadLetter(db: DataSource, letter: AbandonedLetter): Promise<void> {
  await db.query(
    `insert into abandoned_event (consumer, event_id, subject, body, reason) values ($1, $2, $3, $4, $5)
     on conflict (consumer, event_id) do update set reason = excluded.reason, abandoned_at = now(), replayed_at = null`,
    [
      letter.consumer,
      letter.eventId,
      letter.subject,
      letter.body,
      letter.error instanceof Error ? letter.error.message : String(letter.error),
    ],
  );
}
