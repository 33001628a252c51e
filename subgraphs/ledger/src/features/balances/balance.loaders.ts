import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** A wallet now. */
export interface Balance {
  /** Below zero by what is owed under the policy NEGATIVE. */
  readonly available: bigint;
  readonly pending: bigint;
  readonly held: bigint;
  /** Points of purchases that came back, spent already; what comes next pays them. */
  readonly owed: bigint;
}

/**
 * Balances by member, exact to the moment: a lot whose day has come counts as turned over, whether the job has been by or not.
 */
export function balanceLoader(db: DataSource, now: Date): DataLoader<string, Balance> {
  return new DataLoader(async (memberIds) => {
    const rows: WalletRow[] = await db.query(
      `select a.member_id as id, a.available_minor as available, a.pending_minor as pending, a.held_minor as held,
         a.owed_minor as owed, case when a.owed_minor = 0 then 0 else (
           select coalesce(sum(b.owed_minor), 0) from debt b join lot l on l.id = b.lot_id join purchase p on p.id = l.purchase_id
           where b.member_id = a.member_id and p.shortfall_policy = 'NEGATIVE') end as overdrawn,
         coalesce(d.ripe, 0) as ripe, coalesce(d.lapsed, 0) as lapsed
       from account a left join lateral (
         select sum(left_minor) filter (where status = 'PENDING') as ripe,
           sum(left_minor - held_minor) filter (where expires_at <= $2) as lapsed
         from lot l where l.member_id = a.member_id and l.status in ('PENDING', 'ACTIVE')
           and ((l.status = 'PENDING' and l.activates_at <= $2) or (l.status = 'ACTIVE' and l.expires_at <= $2))) d on true
       where a.member_id = any($1::uuid[])`,
      [memberIds, now],
    );
    const balances = new Map(rows.map((row) => [row.id, balanceOf(row)]));
    return memberIds.map((id) => balances.get(id) ?? { available: 0n, pending: 0n, held: 0n, owed: 0n });
  });
}

type WalletRow = Record<'id' | 'available' | 'pending' | 'held' | 'owed' | 'overdrawn' | 'ripe' | 'lapsed', string>;

function balanceOf(row: WalletRow): Balance {
  const free = BigInt(row.available) + BigInt(row.ripe) - BigInt(row.lapsed);
  const due = BigInt(row.owed);
  // What has become spendable pays what is owed first, though the job has not been by.
  const paid = BigInt(row.ripe) === 0n ? 0n : free < due ? free : due;
  const owed = due - paid;
  const overdrawn = BigInt(row.overdrawn) < owed ? BigInt(row.overdrawn) : owed;
  return {
    available: free - paid - overdrawn,
    pending: BigInt(row.pending) - BigInt(row.ripe),
    held: BigInt(row.held),
    owed,
  };
}
