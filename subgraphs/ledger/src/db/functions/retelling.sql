-- What a wallet's lots would be if what came back had never been bought: its history is told anew, with less spent and less earned.

-- What an account gains by a posting.
create function books.gained(p_account account_kind, p_moved posting) returns bigint language sql immutable as $$
  select case p_account when p_moved.destination then p_moved.amount_minor when p_moved.source then -p_moved.amount_minor else 0 end
$$;

-- True for the entries that make and undo a sale; their spent and earned points are told anew, all others' are facts.
create function books.is_sale(p_entry journal_entry) returns boolean language sql immutable as $$
  select p_entry.kind = 'PURCHASE' or (p_entry.kind = 'RETURN' and p_entry.return_id is not null)
$$;

-- A member's lots. kept: what a lot began with, less what came back (p_earned more of p_purchase); fixed: what was taken from it by
-- other than sales and expiry, and stays taken; issued: what its sale and returns have taken from the account ISSUED so far;
-- first_expires_at: before any extension.
create function books.lot_facts(p_member uuid, p_purchase text, p_earned bigint)
  returns table (lot_id uuid, legal_entity text, status lot_status, left_minor bigint, held bigint, kept bigint, fixed bigint, issued bigint,
    expired bigint, owed bigint, first_expires_at timestamptz) language sql stable as $$
  with
    moved as (
      select p.lot_id, e.purchase_id, books.is_sale(e) as is_sale, books.gained('ISSUED', p) as issued, books.gained('EXPIRED', p) as expired,
        books.gained('ADJUSTED', p) + books.gained('MIGRATED', p) as other
      from journal_entry e join posting p on p.entry_seq = e.seq where e.member_id = p_member),
    sale as (select m.purchase_id, -sum(m.issued)::bigint as earned from moved m where m.is_sale group by m.purchase_id),
    of_lot as (
      select m.lot_id, coalesce(sum(m.issued) filter (where m.is_sale), 0)::bigint as issued, sum(m.expired)::bigint as expired,
        coalesce(sum(m.issued + m.other) filter (where not m.is_sale), 0)::bigint as fixed
      from moved m group by m.lot_id)
  select l.id, l.legal_entity, l.status, l.left_minor, l.held_minor,
    case when l.source = 'PURCHASE' then s.earned - case when l.purchase_id = p_purchase then p_earned else 0 end else l.amount_minor end,
    o.fixed + case when l.source in ('PURCHASE', 'RETURN') then 0 else l.amount_minor end, o.issued, o.expired, coalesce(d.owed_minor, 0),
    coalesce((select x.old_expires_at from extended_lot x where x.lot_id = l.id order by x.seq limit 1), l.expires_at)
  from of_lot o join lot l on l.id = o.lot_id left join sale s on s.purchase_id = l.purchase_id left join debt d on d.lot_id = l.id
$$;

-- What happened to a member's lots, in order. SPEND: amount is what its purchase spends after all (p_given_back less of p_purchase);
-- HOLD and RELEASE of holds that have ended; READY: a lot can be spent from now on; EXTEND: until expires_at. Holds of today are no
-- part of it: they keep their lots.
create function books.wallet_history(p_member uuid, p_purchase text, p_given_back bigint)
  returns table (what text, purchase_id text, lot_id uuid, amount bigint, at timestamptz, expires_at timestamptz) language sql stable as $$
  with
    entry as materialized (
      select e.seq, e.kind, e.purchase_id, e.booked_at, e.occurred_at, books.is_sale(e) as is_sale,
        sum(books.gained('REDEEMED', p)) as spent, sum(books.gained('HELD', p)) as held
      from journal_entry e join posting p on p.entry_seq = e.seq where e.member_id = p_member group by e.seq),
    sale as (
      select e.purchase_id, sum(e.spent) - case when e.purchase_id = p_purchase then p_given_back else 0 end as spent,
        sum(e.spent) filter (where e.kind = 'PURCHASE') as was_spent
      from entry e where e.is_sale group by e.purchase_id),
    event as (
      select e.seq, 1 as step, 'SPEND' as what, e.purchase_id, null::uuid as lot_id, s.spent as amount,
        case when p.import_id is null then e.booked_at else e.occurred_at end as at, null::timestamptz as expires_at
      from entry e join sale s on s.purchase_id = e.purchase_id left join purchase p on p.id = e.purchase_id where e.kind = 'PURCHASE'
      union all
      -- A sale that came back held nothing; one that partly came back held less.
      select e.seq, 1, 'HOLD', e.purchase_id, null,
        case when r.seq is not null or s.spent is null then e.held when s.spent = 0 then 0 else greatest(e.held - s.was_spent + s.spent, 0) end,
        e.booked_at, null
      from entry e left join sale s on s.purchase_id = e.purchase_id
      left join lateral (select x.seq from entry x where x.kind = 'RELEASE' and x.purchase_id = e.purchase_id and x.seq > e.seq limit 1) r on true
      where e.kind = 'HOLD' and not exists (select from reservation h where h.hold_entry_seq = e.seq and h.status = 'HELD')
      union all
      select e.seq, 1, 'RELEASE', e.purchase_id, null, 0, e.booked_at, null from entry e where e.kind = 'RELEASE'
      union all
      select f.seq, 2, 'READY', null, f.lot_id, 0, e.occurred_at, null
      from (select p.lot_id, min(p.entry_seq) as seq from entry e join posting p on p.entry_seq = e.seq
            where p.destination = 'AVAILABLE' group by p.lot_id) f join entry e on e.seq = f.seq
      union all
      select x.seq, 1, 'EXTEND', null, x.lot_id, 0, n.extended_at, x.new_expires_at
      from extended_lot x join extension n on n.id = x.extension_id where x.member_id = p_member)
  select e.what, e.purchase_id, e.lot_id, e.amount::bigint, e.at, e.expires_at from event e order by e.seq, e.step
$$;

-- Tells the history: every sale spends the lots that expire first of those that were there without what came back. lots and free
-- go together: what is left of each lot, or has expired; debt: what was spent and no lot covers.
create function books.retell_lots(p_member uuid, p_purchase text, p_given_back bigint, p_earned bigint,
  out lots uuid[], out free bigint[], out debt bigint) language plpgsql as $$
declare
  v_expires timestamptz[];
  v_ready boolean[];
  v_order int[];
  v_event record;
  v_open bigint;
  v_part bigint;
  v_hold_of text[] := '{}';
  v_hold_lot int[] := '{}';
  v_held bigint[] := '{}';
  i int;
begin
  select array_agg(f.lot_id order by f.first_expires_at nulls last, f.lot_id),
    array_agg(greatest(f.kept - f.fixed - f.held, 0) order by f.first_expires_at nulls last, f.lot_id),
    array_agg(f.first_expires_at order by f.first_expires_at nulls last, f.lot_id),
    array_agg(false), array_agg(f.n), sum(greatest(f.fixed - f.kept, 0))
    into lots, free, v_expires, v_ready, v_order, debt
    from (select *, (row_number() over (order by x.first_expires_at nulls last, x.lot_id))::int as n
          from books.lot_facts(p_member, p_purchase, p_earned) x order by 12) f;
  for v_event in select * from books.wallet_history(p_member, p_purchase, p_given_back) loop
    if v_event.what = 'READY' then
      v_ready[array_position(lots, v_event.lot_id)] := true;
    elsif v_event.what = 'EXTEND' then
      v_expires[array_position(lots, v_event.lot_id)] := v_event.expires_at;
      select array_agg(x.n order by x.at nulls last, x.id) into v_order from unnest(lots, v_expires) with ordinality x(id, at, n);
    elsif v_event.what <> 'HOLD' then
      -- What was held for the sale pays first; what it leaves is free again.
      debt := debt + v_event.amount;
      v_open := v_event.amount;
      for n in 1 .. cardinality(v_held) loop
        continue when v_hold_of[n] <> v_event.purchase_id;
        i := v_hold_lot[n];
        v_part := least(v_held[n], v_open);
        v_open := v_open - v_part;
        debt := debt - v_part;
        free[i] := free[i] + v_held[n] - v_part;
        v_held[n] := 0;
      end loop;
    end if;
    v_open := case v_event.what when 'HOLD' then v_event.amount else debt end;
    continue when v_open = 0;
    foreach i in array v_order loop
      continue when free[i] = 0 or not v_ready[i] or v_expires[i] <= v_event.at;
      v_part := least(free[i], v_open);
      free[i] := free[i] - v_part;
      v_open := v_open - v_part;
      if v_event.what = 'HOLD' then
        v_hold_of := v_hold_of || v_event.purchase_id;
        v_hold_lot := v_hold_lot || i;
        v_held := v_held || v_part;
      end if;
      exit when v_open = 0;
    end loop;
    if v_event.what <> 'HOLD' then debt := v_open; end if;
  end loop;
end $$;

-- How far a member's lots are from the history told anew: what each account gains of each lot that differs. A debt is of the lots
-- that came back, the oldest first, those of which something stays before all others, so that the order in which they came back does not
-- matter; what is owed beyond them is of p_own. What a hold has promised is kept, and owed when it is no longer there.
create function books.retold_changes(p_member uuid, p_purchase text, p_given_back bigint, p_earned bigint, p_own uuid)
  returns table (lot_id uuid, legal_entity text, is_pending boolean, wallet bigint, expired bigint, issued bigint, owed bigint, now_owed bigint, now_expired bigint)
  language sql stable as $$
  with
    told as materialized (select * from books.retell_lots(p_member, p_purchase, p_given_back, p_earned)),
    fact as (
      select f.*, t.free, greatest(f.held - greatest(f.kept - f.fixed, 0), 0) as promised, l.source, l.amount_minor - f.kept as came_back
      from books.lot_facts(p_member, p_purchase, p_earned) f join lot l on l.id = f.lot_id
      join (select unnest(lots) as lot_id, unnest(free) as free from told) t on t.lot_id = f.lot_id),
    -- What came back of a lot can be owed of it.
    share as (
      select f.*, greatest(case when f.source = 'PURCHASE' then f.came_back else 0 end - f.promised, 0) as room from fact f),
    kept as (
      select f.*, greatest(least(f.room, (select debt from told)
        - coalesce(sum(f.room) over (order by f.kept = 0, f.lot_id rows between unbounded preceding and 1 preceding), 0)), 0)::bigint as owing
      from share f),
    target as (
      select k.*, k.promised + k.owing
        + case when k.lot_id = coalesce(p_own, (select min(x.lot_id::text)::uuid from kept x)) then (select debt from told) - (select sum(x.owing) from kept x) else 0 end as owes
      from kept k)
  select t.lot_id, t.legal_entity, t.status = 'PENDING', greatest(t.free - t.expired, 0) - (t.left_minor - t.held),
    least(t.free - t.expired, 0), case when t.source = 'PURCHASE' then -t.kept else 0 end - t.issued, (t.owed - t.owes)::bigint, t.owes::bigint,
    least(t.free, t.expired)
  from target t
$$;

-- Posts what the accounts of a lot gain; together they gain nothing.
create function books.post_gains(p_entry bigint, p_lot uuid, p_legal_entity text, p_accounts account_kind[], p_gains bigint[])
  returns void language sql as $$
  with
    side as (
      select account, abs(gain) as amount, gain > 0 as gains, sum(abs(gain)) over (partition by gain > 0 order by account) as upto
      from unnest(p_accounts, p_gains) as g(account, gain) where gain <> 0)
  insert into posting
    select p_entry, p_lot, s.account, d.account, p_legal_entity, least(s.upto, d.upto) - greatest(s.upto - s.amount, d.upto - d.amount)
    from side s join side d on not s.gains and d.gains and least(s.upto, d.upto) > greatest(s.upto - s.amount, d.upto - d.amount)
$$;
