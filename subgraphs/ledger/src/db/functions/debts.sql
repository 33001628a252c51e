-- Points that are owed: they were earned, spent, and came back with the purchase that had earned them.

-- A debt is less by what was paid of it.
create function books.lower_debt(p_lot uuid, p_paid bigint) returns void language plpgsql as $$
begin
  delete from debt where lot_id = p_lot and owed_minor = p_paid;
  if not found then update debt set owed_minor = owed_minor - p_paid where lot_id = p_lot; end if;
end $$;

-- Whatever can be spent pays what is owed, in the entry that made it spendable: the lots that expire first take over what was spent
-- of the lots that came back, in the opposite order of how a debt is shared among them. What a hold has promised is not due before the hold ends. Answers what was paid.
create function books.pay_debts(p_entry bigint, p_member uuid, p_at timestamptz) returns bigint language plpgsql as $$
declare
  v_debt record;
  v_paid bigint := 0;
  v_open bigint;
  v_part bigint;
begin
  -- A lot that owes and was set free is what is owed.
  for v_debt in
    select d.lot_id, l.legal_entity, least(d.owed_minor, l.left_minor - l.held_minor) as points from debt d join lot l on l.id = d.lot_id
    where d.member_id = p_member and l.status = 'ACTIVE' and l.left_minor > l.held_minor order by d.lot_id
  loop
    update lot set left_minor = left_minor - v_debt.points, status = case when left_minor = v_debt.points then 'SPENT' else status end
      where id = v_debt.lot_id;
    insert into posting values (p_entry, v_debt.lot_id, 'AVAILABLE', 'OWED', v_debt.legal_entity, v_debt.points);
    perform books.lower_debt(v_debt.lot_id, v_debt.points);
    v_paid := v_paid + v_debt.points;
  end loop;
  select least(
    (select coalesce(sum(l.left_minor - l.held_minor), 0) from lot l
      where l.member_id = p_member and l.status = 'ACTIVE' and (l.expires_at is null or l.expires_at > p_at)),
    (select coalesce(sum(d.owed_minor - least(d.owed_minor, l.held_minor)), 0) from debt d join lot l on l.id = d.lot_id where d.member_id = p_member))
    into v_open;
  if v_open = 0 then return v_paid; end if;
  perform books.spend_lots(p_entry, p_member, v_open, p_at);
  v_paid := v_paid + v_open;
  for v_debt in
    select d.lot_id, l.legal_entity, d.owed_minor - least(d.owed_minor, l.held_minor) as points from debt d join lot l on l.id = d.lot_id
    join books.lot_facts(p_member, null, 0) f on f.lot_id = d.lot_id
    where d.member_id = p_member and d.owed_minor > l.held_minor order by f.kept = 0 desc, d.lot_id desc
  loop
    v_part := least(v_debt.points, v_open);
    insert into posting values (p_entry, v_debt.lot_id, 'REDEEMED', 'OWED', v_debt.legal_entity, v_part);
    perform books.lower_debt(v_debt.lot_id, v_part);
    v_open := v_open - v_part;
    exit when v_open = 0;
  end loop;
  return v_paid;
end $$;
