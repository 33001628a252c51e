import { CouponGuessing, recordEvent } from '@adal/events';
import { inTransaction, newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import { decideGuess, QUIET_MS, subjectsOf, type GuessCount, type GuessSubject } from './guess.rules';

export interface UnknownCodes {
  readonly count: number;
  readonly storeId: string;
  readonly tillId: string | null;
  readonly memberId: string | null;
}

/**
 * Counts unknown codes, for all replicas together, and lets who tries many of them wait. Good codes never wait, whoever shows them. An
 * incident is told once.
 */
export async function noteGuesses(ctx: PromotionsContext, asking: UnknownCodes): Promise<void> {
  if (asking.count === 0) return;
  const subjects = subjectsOf({ keyId: ctx.actor.id, ...asking });
  const { delayMs } = await inTransaction(ctx.db, async (tx) => {
    const decision = decideGuess(await countGuesses(tx, subjects, asking.count, ctx.now));
    if (decision.guesser !== null) await keepIncident(ctx, tx, decision.guesser, asking);
    return decision;
  });
  if (delayMs > 0) await ctx.holdBack(delayMs);
}

async function countGuesses(
  tx: EntityManager,
  subjects: readonly GuessSubject[],
  count: number,
  now: Date,
): Promise<GuessCount[]> {
  const rows: { subject: string; guesses: number; since: Date }[] = await tx.query(
    `insert into coupon_guess as known (subject, since, last_at, guesses)
     select subject, $2, $2, $3 from unnest($1::text[]) subject order by subject
     on conflict (subject) do update set
       since = case when known.last_at < $4 then excluded.since else known.since end,
       guesses = case when known.last_at < $4 then 0 else known.guesses end + excluded.guesses,
       last_at = greatest(known.last_at, excluded.last_at)
     returning subject, guesses, since`,
    [subjects.map(({ subject }) => subject), now, count, new Date(now.getTime() - QUIET_MS)],
  );
  const bySubject = new Map(rows.map((row) => [row.subject, row]));
  return subjects.flatMap(({ kind, subject }) => {
    const row = bySubject.get(subject);
    return row === undefined ? [] : [{ kind, subject, guesses: row.guesses, since: row.since }];
  });
}

/** One line for each incident; the event goes out with its first one. */
async function keepIncident(
  ctx: PromotionsContext,
  tx: EntityManager,
  { kind, subject, guesses, since }: GuessCount,
  { storeId, tillId, memberId }: UnknownCodes,
): Promise<void> {
  const place = { storeId, tillId: kind === 'KEY' ? null : tillId, memberId: kind === 'MEMBER' ? memberId : null };
  const incidentId = newId();
  const [row]: { id: string }[] = await tx.query(
    `insert into coupon_incident (id, subject, since, last_at, guesses, kind, key_name, store_id, till_id, member_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (subject, since) do update set guesses = greatest(coupon_incident.guesses, excluded.guesses), last_at = excluded.last_at
     returning id`,
    [incidentId, subject, since, ctx.now, guesses, kind, ctx.actor.name, place.storeId, place.tillId, place.memberId],
  );
  if (row?.id !== incidentId) return;
  const told = { incidentId, kind, keyName: ctx.actor.name, ...place, guesses, since: since.toISOString() };
  await recordEvent(tx, CouponGuessing, told, ctx);
}
