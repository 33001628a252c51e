-- Lots that changed, for whoever keeps a copy of them.

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
