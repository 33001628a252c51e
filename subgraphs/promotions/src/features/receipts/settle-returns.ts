import type { EntityManager } from 'typeorm';

/** Marks the sales of which everything has come back, and counts the purchases of their members anew. */
export async function settleReturns(tx: EntityManager, receiptIds: readonly string[]): Promise<void> {
  if (receiptIds.length === 0) return;
  const settled: { memberId: string | null }[] = await tx.query(MARK, [receiptIds]);
  const memberIds = [...new Set(settled.flatMap(({ memberId }) => memberId ?? []))].sort();
  if (memberIds.length === 0) return;
  // A sale of theirs that is being counted is waited for, and seen by the statement after.
  await tx.query(LOCK, [memberIds]);
  await tx.query(RECOUNT, [memberIds]);
}

const MARK = `
  with settled as (
    update receipt r set is_returned = cardinality(r.line_nos) > 0 and (select sum(sold) from unnest(r.quantities) as sold)
      <= (select sum((line ->> 1)::bigint) from jsonb_each(r.returns) as back, jsonb_array_elements(back.value) as line)
    where r.id = any($1::text[]) and r.returns is not null
    returning r.member_id)
  select member_id as "memberId" from settled`;

const LOCK = `
  insert into member_purchases as known (member_id, purchases) select unnest($1::uuid[]), 0
  on conflict (member_id) do update set purchases = known.purchases`;

const RECOUNT = `
  update member_purchases m set purchases = r.purchases, last_at = r.last_at
  from unnest($1::uuid[]) as one (member_id)
  cross join lateral (select count(*) as purchases, max(at) as last_at from receipt
    where receipt.member_id = one.member_id and not is_returned) as r
  where m.member_id = one.member_id`;
