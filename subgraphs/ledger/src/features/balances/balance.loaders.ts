import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** A wallet now. */
export interface Balance {
  readonly available: bigint;
  readonly pending: bigint;
  readonly held: bigint;
}

/**
 * Balances by member, exact to the moment: a lot whose day has come counts as turned over, whether the job has been by or not.
 */
export function balanceLoader(db: DataSource, now: Date): DataLoader<string, Balance> {
  return new DataLoader(async (memberIds) => {
    const rows: Record<'id' | 'available' | 'pending' | 'held' | 'ripe' | 'lapsed', string>[] = await db.query(
      `select a.member_id as id, a.available_minor as available, a.pending_minor as pending, a.held_minor as held,
         coalesce(d.ripe, 0) as ripe, coalesce(d.lapsed, 0) as lapsed
       from account a left join lateral (
         select sum(left_minor) filter (where status = 'PENDING') as ripe,
           sum(left_minor - held_minor) filter (where expires_at <= $2) as lapsed
         from lot l where l.member_id = a.member_id and l.status in ('PENDING', 'ACTIVE')
           and ((l.status = 'PENDING' and l.activates_at <= $2) or (l.status = 'ACTIVE' and l.expires_at <= $2))) d on true
       where a.member_id = any($1::uuid[])`,
      [memberIds, now],
    );
    const balances = new Map(
      rows.map((row) => [
        row.id,
        {
          available: BigInt(row.available) + BigInt(row.ripe) - BigInt(row.lapsed),
          pending: BigInt(row.pending) - BigInt(row.ripe),
          held: BigInt(row.held),
        },
      ]),
    );
    return memberIds.map((id) => balances.get(id) ?? { available: 0n, pending: 0n, held: 0n });
  });
}
