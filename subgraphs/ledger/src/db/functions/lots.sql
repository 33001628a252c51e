-- How points come out of lots and go back to them.

-- Holds points of active lots, those that expire first. Answers how many.
create function books.hold_lots(p_entry bigint, p_member uuid, p_amount bigint, p_now timestamptz) returns bigint language plpgsql as $$
declare
  v_held bigint;
begin
  with
    free as (
      select l.id, l.legal_entity, l.left_minor - l.held_minor as free,
        sum(l.left_minor - l.held_minor) over (order by l.expires_at nulls last, l.id) as upto
      from lot l where l.member_id = p_member and l.status = 'ACTIVE' and l.left_minor > l.held_minor
        and (l.expires_at is null or l.expires_at > p_now)),
    taken as (
      select t.id, t.legal_entity, least(t.free, p_amount - (t.upto - t.free))::bigint as points from free t where t.upto - t.free < p_amount),
    moved as (update lot l set held_minor = l.held_minor + t.points from taken t where l.id = t.id),
    posted as (insert into posting select p_entry, t.id, 'AVAILABLE', 'HELD', t.legal_entity, t.points from taken t)
  select coalesce(sum(points), 0)::bigint into v_held from taken;
  return v_held;
end $$;

-- Undoes a hold on its lots.
create function books.release_lots(p_entry bigint, p_hold_entry bigint) returns void language plpgsql as $$
begin
  with
    held as (select lot_id, legal_entity, amount_minor from posting where entry_seq = p_hold_entry),
    moved as (update lot l set held_minor = l.held_minor - h.amount_minor from held h where l.id = h.lot_id)
  insert into posting select p_entry, lot_id, 'HELD', 'AVAILABLE', legal_entity, amount_minor from held;
end $$;

-- Spends what a hold holds, those lots first that expire first, expired or not: the hold has promised them. What is held beyond
-- p_amount is available again. Answers how much of p_amount is still to be spent.
create function books.spend_held(p_entry bigint, p_hold_entry bigint, p_amount bigint) returns bigint language plpgsql as $$
declare
  v_held record;
  v_spent bigint;
  v_open bigint := p_amount;
begin
  for v_held in
    select p.lot_id, p.legal_entity, p.amount_minor from posting p join lot l on l.id = p.lot_id
    where p.entry_seq = p_hold_entry order by l.expires_at nulls last, l.id
  loop
    v_spent := least(v_held.amount_minor, v_open);
    v_open := v_open - v_spent;
    update lot set held_minor = held_minor - v_held.amount_minor, left_minor = left_minor - v_spent,
      status = case when left_minor = v_spent then 'SPENT'::lot_status else status end where id = v_held.lot_id;
    insert into posting select p_entry, v_held.lot_id, 'HELD', to_account, v_held.legal_entity, amount
      from (values ('REDEEMED'::account_kind, v_spent), ('AVAILABLE', v_held.amount_minor - v_spent)) as t(to_account, amount) where amount > 0;
  end loop;
  return v_open;
end $$;

-- Spends active lots, the first to expire first.
create function books.spend_lots(p_entry bigint, p_member uuid, p_amount bigint, p_at timestamptz) returns void language plpgsql as $$
declare
  v_lot record;
  v_open bigint := p_amount;
begin
  for v_lot in
    select id, legal_entity, left_minor - held_minor as free from lot
    where member_id = p_member and status = 'ACTIVE' and left_minor > held_minor and (expires_at is null or expires_at > p_at)
    order by expires_at nulls last, id
  loop
    if v_lot.free > v_open then v_lot.free := v_open; end if;
    update lot set left_minor = left_minor - v_lot.free, status = case when left_minor = v_lot.free then 'SPENT' else status end
      where id = v_lot.id;
    insert into posting values (p_entry, v_lot.id, 'AVAILABLE', 'REDEEMED', v_lot.legal_entity, v_lot.free);
    v_open := v_open - v_lot.free;
    if v_open = 0 then return; end if;
  end loop;
  raise exception 'Lots of member % do not cover what the wallet says', p_member;
end $$;

-- Takes points out of lots into one of the programme's accounts, as far as they reach: from lot p_own first, then from active lots that
-- expire first, then from pending ones when p_pending.
create function books.take_lots(p_entry bigint, p_member uuid, p_amount bigint, p_account account_kind, p_own uuid, p_pending boolean,
  out active bigint, out pending bigint) language plpgsql as $$
begin
  with
    line as (
      select l.id, l.legal_entity, case l.status when 'ACTIVE' then 'AVAILABLE'::account_kind else 'PENDING' end as from_account,
        l.left_minor - l.held_minor as free, sum(l.left_minor - l.held_minor) over (
          order by l.id is not distinct from p_own desc, l.status desc, l.expires_at nulls last, l.id) as upto
      from lot l where l.member_id = p_member and l.left_minor > l.held_minor
        and (l.status = 'ACTIVE' or (p_pending and l.status = 'PENDING'))),
    taken as (
      select t.id, t.legal_entity, t.from_account, least(t.free, p_amount - (t.upto - t.free))::bigint as points
      from line t where t.upto - t.free < p_amount),
    moved as (
      update lot l set left_minor = l.left_minor - t.points, status = case when l.left_minor = t.points then 'SPENT' else l.status end
      from taken t where l.id = t.id),
    posted as (insert into posting select p_entry, t.id, t.from_account, p_account, t.legal_entity, t.points from taken t)
  select coalesce(sum(points) filter (where from_account = 'AVAILABLE'), 0), coalesce(sum(points) filter (where from_account = 'PENDING'), 0)
    into active, pending from taken;
end $$;
