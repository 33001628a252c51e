-- Lots turn over: activation and expiry.

-- Pending lots of these members whose day has come by p_until become spendable: an entry for each lot.
create function books.activate_lots(p_members uuid[], p_until timestamptz, p_now timestamptz, p_zone text)
  returns table (entry_id uuid, member_id uuid, legal_entity text, amount bigint, occurred_at timestamptz, business_day date)
  language plpgsql as $$
declare
  v_owing uuid[];
begin
  perform 1 from account a where a.member_id = any(p_members) order by a.member_id for update;
  select coalesce(array_agg(a.member_id), '{}') into v_owing from account a where a.member_id = any(p_members) and a.owed_minor > 0;
  return query select * from books.activate_owing_lots(v_owing, p_until, p_now, p_zone);
  return query with
    due as (
      select nextval('journal_entry_seq') as seq, books.new_id() as entry, d.* from (
        select l.id, l.member_id as member, l.legal_entity as entity, l.left_minor as points, l.activates_at as at,
          (l.activates_at at time zone p_zone)::date as day
        from lot l where l.member_id = any(p_members) and l.member_id <> all(v_owing) and l.status = 'PENDING' and l.activates_at <= p_until
        order by l.member_id, l.activates_at, l.id) d),
    entries as (
      insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor,
        pending_after_minor, held_after_minor, member_seq)
      select d.seq, d.entry, 'ACTIVATE', d.member, p_now, d.at, d.day, 'Points became spendable', a.available_minor + sum(d.points) over wallet,
        a.pending_minor - sum(d.points) over wallet, a.held_minor, a.version + row_number() over wallet
      from due d join account a on a.member_id = d.member
      window wallet as (partition by d.member order by d.seq)),
    posted as (insert into posting select d.seq, d.id, 'PENDING', 'AVAILABLE', d.entity, d.points from due d),
    lots as (update lot l set status = 'ACTIVE' from due d where l.id = d.id),
    wallets as (
      update account a set available_minor = a.available_minor + w.points, pending_minor = a.pending_minor - w.points, version = a.version + w.entries
      from (select d.member, sum(d.points) as points, count(*) as entries from due d group by d.member) w where a.member_id = w.member)
  select d.entry, d.member, d.entity, d.points, d.at, d.day from due d order by d.seq;
end $$;

-- The same, one by one, of members who owe: what becomes spendable pays first.
create function books.activate_owing_lots(p_members uuid[], p_until timestamptz, p_now timestamptz, p_zone text)
  returns table (entry_id uuid, member_id uuid, legal_entity text, amount bigint, occurred_at timestamptz, business_day date)
  language plpgsql as $$
declare
  v_lot lot;
  v_entry journal_entry;
begin
  for v_lot in
    select * from lot l where l.member_id = any(p_members) and l.status = 'PENDING' and l.activates_at <= p_until
    order by l.member_id, l.activates_at, l.id
  loop
    v_entry.seq := nextval('journal_entry_seq');
    v_entry.id := books.new_id();
    v_entry.kind := 'ACTIVATE';
    v_entry.member_id := v_lot.member_id;
    v_entry.booked_at := p_now;
    v_entry.occurred_at := v_lot.activates_at;
    v_entry.business_day := (v_lot.activates_at at time zone p_zone)::date;
    v_entry.note := 'Points became spendable';
    update lot set status = 'ACTIVE' where id = v_lot.id;
    insert into posting values (v_entry.seq, v_lot.id, 'PENDING', 'AVAILABLE', v_lot.legal_entity, v_lot.left_minor);
    perform books.append_entry(v_entry, v_lot.left_minor, -v_lot.left_minor, 0);
    return query select v_entry.id, v_entry.member_id, v_lot.legal_entity, v_lot.left_minor, v_entry.occurred_at, v_entry.business_day;
  end loop;
end $$;

-- What is left and not held of these members' lots that have expired by p_until is written off: an entry for each lot.
create function books.expire_lots(p_members uuid[], p_until timestamptz, p_now timestamptz, p_zone text)
  returns table (entry_id uuid, member_id uuid, legal_entity text, amount bigint, occurred_at timestamptz, business_day date)
  language plpgsql as $$
begin
  perform 1 from account a where a.member_id = any(p_members) order by a.member_id for update;
  return query with
    due as (
      select nextval('journal_entry_seq') as seq, books.new_id() as entry, d.* from (
        select l.id, l.member_id as member, l.legal_entity as entity, l.left_minor - l.held_minor as points, l.held_minor as held,
          l.expires_at as at, (l.expires_at at time zone p_zone)::date as day
        from lot l where l.member_id = any(p_members) and l.status = 'ACTIVE' and l.expires_at <= p_until and l.left_minor > l.held_minor
        order by l.member_id, l.expires_at, l.id) d),
    entries as (
      insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor,
        pending_after_minor, held_after_minor, member_seq)
      select d.seq, d.entry, 'EXPIRE', d.member, p_now, d.at, d.day, 'Points expired', a.available_minor - sum(d.points) over wallet,
        a.pending_minor, a.held_minor, a.version + row_number() over wallet
      from due d join account a on a.member_id = d.member
      window wallet as (partition by d.member order by d.seq)),
    posted as (insert into posting select d.seq, d.id, 'AVAILABLE', 'EXPIRED', d.entity, d.points from due d),
    lots as (
      update lot l set left_minor = d.held, status = case when d.held = 0 then 'EXPIRED'::lot_status else 'ACTIVE' end from due d where l.id = d.id),
    wallets as (
      update account a set available_minor = a.available_minor - w.points, version = a.version + w.entries
      from (select d.member, sum(d.points) as points, count(*) as entries from due d group by d.member) w where a.member_id = w.member)
  select d.entry, d.member, d.entity, d.points, d.at, d.day from due d order by d.seq;
end $$;
