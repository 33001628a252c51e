-- Lots turn over: activation and expiry.

-- Pending lots of these members whose day has come by p_until become spendable: an entry for each lot.
create function books.activate_lots(p_members uuid[], p_until timestamptz, p_now timestamptz, p_zone text)
  returns table (entry_id uuid, member_id uuid, legal_entity text, amount bigint, occurred_at timestamptz, business_day date)
  language plpgsql as $$
begin
  perform 1 from account a where a.member_id = any(p_members) order by a.member_id for update;
  return query with
    due as (
      select nextval('journal_entry_seq') as seq, books.new_id() as entry, d.* from (
        select l.id, l.member_id as member, l.legal_entity as entity, l.left_minor as points, l.activates_at as at,
          (l.activates_at at time zone p_zone)::date as day
        from lot l where l.member_id = any(p_members) and l.status = 'PENDING' and l.activates_at <= p_until
        order by l.member_id, l.activates_at, l.id) d),
    entries as (
      insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor)
      select d.seq, d.entry, 'ACTIVATE', d.member, p_now, d.at, d.day, 'Points became spendable',
        a.available_minor + sum(d.points) over (partition by d.member order by d.seq)
      from due d join account a on a.member_id = d.member),
    posted as (insert into posting select d.seq, d.id, 'PENDING', 'AVAILABLE', d.entity, d.points from due d),
    lots as (update lot l set status = 'ACTIVE' from due d where l.id = d.id),
    wallets as (
      update account a set available_minor = a.available_minor + w.points, pending_minor = a.pending_minor - w.points, version = a.version + 1
      from (select d.member, sum(d.points) as points from due d group by d.member) w where a.member_id = w.member)
  select d.entry, d.member, d.entity, d.points, d.at, d.day from due d order by d.seq;
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
      insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor)
      select d.seq, d.entry, 'EXPIRE', d.member, p_now, d.at, d.day, 'Points expired',
        a.available_minor - sum(d.points) over (partition by d.member order by d.seq)
      from due d join account a on a.member_id = d.member),
    posted as (insert into posting select d.seq, d.id, 'AVAILABLE', 'EXPIRED', d.entity, d.points from due d),
    lots as (
      update lot l set left_minor = d.held, status = case when d.held = 0 then 'EXPIRED'::lot_status else 'ACTIVE' end from due d where l.id = d.id),
    wallets as (
      update account a set available_minor = a.available_minor - w.points, version = a.version + 1
      from (select d.member, sum(d.points) as points from due d group by d.member) w where a.member_id = w.member)
  select d.entry, d.member, d.entity, d.points, d.at, d.day from due d order by d.seq;
end $$;
