-- What is told behind the tills: lots that changed, for whoever keeps a copy of them, and whose points paid for whom.

-- Lots that the next transactions moved, about p_max entries of those that are settled: below the oldest transaction that still runs
-- nothing can appear any more. Lots are as of now, which is not before those entries; of two tellings of a lot the later has the higher
-- revision. How far they got is written in the same transaction.
create function books.take_changed_lots(p_max integer) returns table (lot lot, revision bigint) language plpgsql as $$
declare
  v_after bigint;
  v_upto bigint;
  v_settled bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
begin
  select upto_xid into v_after from told_lots for update;
  if v_settled <= v_after then raise exception 'Transaction % comes before the horizon %: set the counter, see backup-and-restore', v_settled, v_after; end if;
  select max(xid) into v_upto from (
    select booked_xid as xid from journal_entry where booked_xid > v_after and booked_xid < v_settled order by booked_xid limit p_max) e;
  if v_upto is null and not exists (select 1 from untold_lot) then return; end if;
  -- What was given more time is told under the last transaction that is settled, so that the telling counts.
  v_upto := coalesce(v_upto, v_settled - 1);
  return query
    with extended as (delete from untold_lot returning lot_id)
    select l, v_upto from lot l where l.id in (
      select p.lot_id from journal_entry e join posting p on p.entry_seq = e.seq where e.booked_xid > v_after and e.booked_xid <= v_upto
      union select x.lot_id from extended x);
  update told_lots set upto_xid = v_upto;
end $$;

-- By how much more each legal entity owes its members than the event of an entry says. A receipt's event charges all to the entity of
-- its store, though its points may be of another's lots; every other event charges the lots it names, but tells of no debt that
-- what became spendable has paid for another. Sums to zero over an entry.
create function books.crossings(p_seqs bigint[])
  returns table (seq bigint, entry_id uuid, member_id uuid, legal_entity text, amount bigint, occurred_at timestamptz, business_day date)
  language sql stable as $$
  with
    entry as (
      select e.seq, e.id, e.member_id, e.occurred_at, e.business_day, case when e.kind in ('PURCHASE', 'RETURN') then coalesce(
        (select r.legal_entity from purchase_return r where r.id = e.return_id), (select s.legal_entity from purchase s where s.id = e.purchase_id)) end as charged
      from journal_entry e where e.seq = any(p_seqs)),
    owed as (
      select e.seq, e.charged, p.legal_entity, sum(case when p.source = any(a.kinds) then p.amount_minor else 0 end
        - case when p.destination = any(a.kinds) then p.amount_minor else 0 end) as amount
      from entry e join posting p on p.entry_seq = e.seq, lateral (select case when e.charged is null then array['REDEEMED']
        else array['ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'MIGRATED'] end::account_kind[] as kinds) a
      group by 1, 2, 3),
    crossed as (
      select m.seq, m.legal_entity, sum(m.amount)::bigint as amount from (
        select o.seq, o.legal_entity, o.amount from owed o
        union all
        select o.seq, o.charged, -sum(o.amount) from owed o where o.charged is not null group by 1, 2) m
      group by 1, 2 having sum(m.amount) <> 0)
  select e.seq, e.id, e.member_id, c.legal_entity, c.amount, e.occurred_at, e.business_day
  from crossed c join entry e on e.seq = c.seq order by c.seq, c.legal_entity
$$;
