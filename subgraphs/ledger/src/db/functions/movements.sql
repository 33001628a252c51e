-- Daily sums of postings, which reports of the past read instead of the postings.

-- Adds what the next transactions booked, about p_max entries of those that are settled: below the oldest transaction that still runs
-- nothing can appear any more. Each is added once: how far they got is written in the same transaction. Days of another time zone are
-- thrown away and summed anew. Answers how many entries were added.
create function books.roll_up_movements(p_zone text, p_max integer) returns integer language plpgsql as $$
declare
  v_zone text;
  v_after bigint;
  v_upto bigint;
  v_settled bigint;
  v_entries integer;
begin
  perform pg_advisory_xact_lock(hashtext('books.roll_up_movements'));
  select time_zone, upto_xid into v_zone, v_after from movement_horizon;
  if v_zone is distinct from p_zone then
    delete from daily_movement;
    delete from movement_horizon;
    v_after := -9223372036854775808;
    insert into movement_horizon values (v_after, p_zone);
  end if;
  v_settled := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  if v_settled <= v_after then raise exception 'Transaction % comes before the horizon %: set the counter, see backup-and-restore', v_settled, v_after; end if;
  select max(xid), count(*) into v_upto, v_entries from (
    select booked_xid as xid from journal_entry where booked_xid > v_after and booked_xid < v_settled order by booked_xid limit p_max) e;
  if v_entries = 0 then return 0; end if;
  insert into daily_movement as d
    select a.axis, (a.at at time zone p_zone)::date, p.legal_entity, p.source, p.destination, sum(p.amount_minor), min(e.seq), max(e.seq)
    from journal_entry e join posting p on p.entry_seq = e.seq,
      lateral (values ('OCCURRED'::movement_axis, e.occurred_at), ('BOOKED', e.booked_at)) a(axis, at)
    where e.booked_xid > v_after and e.booked_xid <= v_upto
    group by 1, 2, 3, 4, 5
    on conflict (axis, day, legal_entity, source, destination) do update set amount_minor = d.amount_minor + excluded.amount_minor,
      first_seq = least(d.first_seq, excluded.first_seq), last_seq = greatest(d.last_seq, excluded.last_seq);
  update movement_horizon set upto_xid = v_upto;
  return v_entries;
end $$;
