import type { LedgerContext } from '../../context';

/** A till and what it did last. */
export interface TillActivity {
  readonly id: string;
  readonly storeId: string;
  readonly lastSeenAt: Date;
  readonly receiptsToday: number;
}

/**
 * Tills of one store, or of all that the actor may see. Computed from receipts: a counter per till would make the tills of one
 * busy site queue on a row.
 */
export async function listTills(ctx: LedgerContext, storeId: string | null): Promise<TillActivity[]> {
  const rows: { id: string; store_id: string; last_seen_at: Date; receipts_today: string }[] = await ctx.db.query(
    `select t.id, t.store_id, coalesce(last.recorded_at, t.first_seen_at) as last_seen_at, coalesce(today.receipts, 0) as receipts_today
     from till t
     left join lateral (
       select p.recorded_at, p.business_day, p.occurred_at from purchase p where p.store_id = t.store_id and p.till_id = t.id
       order by p.occurred_at desc limit 1) last on true
     left join lateral (
       select count(*) as receipts from purchase p
       where p.store_id = t.store_id and p.till_id = t.id and p.business_day = last.business_day
         and p.occurred_at > last.occurred_at - interval '26 hours') today on true
     where ($1::text is null or t.store_id = $1) and ($2::text[] is null or t.store_id = any($2)) order by t.store_id, t.id`,
    [storeId, ctx.actor.storeIds],
  );
  return rows.map((row) => ({
    id: row.id,
    storeId: row.store_id,
    lastSeenAt: row.last_seen_at,
    receiptsToday: Number(row.receipts_today),
  }));
}
