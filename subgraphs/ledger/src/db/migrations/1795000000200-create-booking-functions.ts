// Why: what moves points is written once, in the database, so that a till's purchase is one round trip and imports, jobs
// and returns move lots by the same statements.
// Lock: none, functions only. Checked by: db/migrations.int.test.ts and test/books-stay-balanced.prop.test.ts.
//
// Order of locks, everywhere: the wallet, then the reservation, then limits by key. Two writers never wait in a circle.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BASICS = `
  -- UUIDv7 on any Postgres from 13 on.
  create function new_id() returns uuid language sql volatile as $$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
  $$;

  -- The wallet, made when there is none, locked until the transaction ends.
  create function lock_account(p_member uuid) returns account language plpgsql as $$
  declare
    v_account account;
  begin
    select * into v_account from account where member_id = p_member for update;
    if not found then
      insert into account (member_id) values (p_member) on conflict do nothing;
      select * into v_account from account where member_id = p_member for update;
    end if;
    return v_account;
  end $$;

  -- Writes an entry with its postings and moves the wallet: the three deltas are the member's side, the arrays the
  -- programme's. The wallet must be locked. Answers the wallet after.
  create function append_entry(p_entry journal_entry, p_available bigint, p_pending bigint, p_held bigint,
    p_accounts text[], p_entities text[], p_amounts bigint[]) returns account language plpgsql as $$
  declare
    v_account account;
  begin
    update account set available_minor = available_minor + p_available, pending_minor = pending_minor + p_pending,
      held_minor = held_minor + p_held, version = version + 1
      where member_id = p_entry.member_id returning * into v_account;
    p_entry.available_after_minor := v_account.available_minor;
    insert into journal_entry values (p_entry.*);
    insert into posting (entry_seq, n, account, member_id, legal_entity, amount_minor)
      select p_entry.seq, n, account, case when n <= 3 then p_entry.member_id end, legal_entity, amount
      from unnest(array['AVAILABLE', 'PENDING', 'HELD'] || p_accounts, array[null, null, null]::text[] || p_entities,
        array[p_available, p_pending, p_held] || p_amounts) with ordinality as t(account, legal_entity, amount, n)
      where amount <> 0;
    return v_account;
  end $$;

  -- The wallet as events tell it; null for nobody's.
  create function balance_of(p_account account) returns json language sql immutable as $$
    select json_build_object('availableMinor', p_account.available_minor, 'pendingMinor', p_account.pending_minor,
      'heldMinor', p_account.held_minor) where p_account.member_id is not null
  $$;

  create function register_till(p_store text, p_till text, p_now timestamptz) returns void language plpgsql as $$
  begin
    if not exists (select 1 from till where store_id = p_store and id = p_till) then
      insert into till values (p_store, p_till, p_now) on conflict do nothing;
    end if;
  end $$;

  -- Puts points into a new lot.
  create function open_lot(p_entry bigint, p_lot lot) returns void language plpgsql as $$
  begin
    insert into lot values (p_lot.*);
    insert into lot_movement values (p_entry, p_lot.id, 'OPEN', p_lot.amount_minor, 0);
  end $$;
`;

const LOTS = `
  -- Takes points from active lots: the parts that p_hold_entry holds (released before) first, then what expires first.
  create function spend_lots(p_entry bigint, p_member uuid, p_amount bigint, p_now timestamptz, p_hold_entry bigint)
    returns table (legal_entity text, amount bigint) language plpgsql as $$
  begin
    return query with
      free as (
        select l.id, h.lot_id is null as unheld, l.expires_at,
          case when l.expires_at <= p_now then h.held_delta_minor else l.left_minor - l.held_minor end as free
        from lot l left join lot_movement h on h.entry_seq = p_hold_entry and h.lot_id = l.id
        where l.member_id = p_member and l.status = 'ACTIVE' and l.left_minor > l.held_minor
          and (l.expires_at is null or l.expires_at > p_now or h.lot_id is not null)),
      line as (select f.id, f.free, sum(f.free) over (order by unheld, expires_at nulls last, id) as upto from free f),
      taken as (select t.id, least(t.free, p_amount - (t.upto - t.free))::bigint as points from line t where t.upto - t.free < p_amount),
      moved as (
        update lot l set left_minor = l.left_minor - t.points, status = case when l.left_minor = t.points then 'SPENT' else l.status end
        from taken t where l.id = t.id returning l.legal_entity, t.points),
      noted as (insert into lot_movement select p_entry, t.id, 'SPEND', -t.points, 0 from taken t)
    select m.legal_entity, sum(m.points)::bigint from moved m group by m.legal_entity;
  end $$;

  -- Holds points of active lots, those that expire first. Answers how many.
  create function hold_lots(p_entry bigint, p_member uuid, p_amount bigint, p_now timestamptz) returns bigint language plpgsql as $$
  declare
    v_held bigint;
  begin
    with
      free as (
        select l.id, l.left_minor - l.held_minor as free, sum(l.left_minor - l.held_minor) over (order by l.expires_at nulls last, l.id) as upto
        from lot l where l.member_id = p_member and l.status = 'ACTIVE' and l.left_minor > l.held_minor
          and (l.expires_at is null or l.expires_at > p_now)),
      taken as (select t.id, least(t.free, p_amount - (t.upto - t.free))::bigint as points from free t where t.upto - t.free < p_amount),
      moved as (update lot l set held_minor = l.held_minor + t.points from taken t where l.id = t.id),
      noted as (insert into lot_movement select p_entry, t.id, 'HOLD', 0, t.points from taken t)
    select coalesce(sum(points), 0)::bigint into v_held from taken;
    return v_held;
  end $$;

  -- Undoes a hold's effect on lots.
  create function release_lots(p_entry bigint, p_hold_entry bigint) returns void language sql as $$
    with
      held as (select lot_id, held_delta_minor from lot_movement where entry_seq = p_hold_entry and reason = 'HOLD'),
      moved as (update lot l set held_minor = l.held_minor - h.held_delta_minor from held h where l.id = h.lot_id)
    insert into lot_movement select p_entry, lot_id, 'RELEASE', 0, -held_delta_minor from held;
  $$;

  -- Gives spent points of a purchase back to the lots they came from, with their dates, what was taken last first: as if
  -- the purchase had spent less. A lot that has expired meanwhile expires again by the job, as it would have.
  create function give_back_lots(p_entry bigint, p_purchase text, p_amount bigint)
    returns table (legal_entity text, amount bigint) language plpgsql as $$
  begin
    return query with
      spent as (
        select m.lot_id, -sum(m.left_delta_minor)::bigint as open
        from journal_entry e join lot_movement m on m.entry_seq = e.seq and m.reason in ('SPEND', 'GIVE_BACK')
        where e.purchase_id = p_purchase group by m.lot_id having sum(m.left_delta_minor) < 0),
      line as (
        select s.lot_id, s.open, sum(s.open) over (order by l.expires_at desc nulls first, l.id desc) as upto
        from spent s join lot l on l.id = s.lot_id),
      back as (select t.lot_id, least(t.open, p_amount - (t.upto - t.open))::bigint as points from line t where t.upto - t.open < p_amount),
      moved as (
        update lot l set left_minor = l.left_minor + b.points, status = 'ACTIVE' from back b where l.id = b.lot_id
        returning l.legal_entity, b.points),
      noted as (insert into lot_movement select p_entry, b.lot_id, 'GIVE_BACK', b.points, 0 from back b)
    select m.legal_entity, sum(m.points)::bigint from moved m group by m.legal_entity;
  end $$;

  -- Takes earned points back: from the lot the purchase made, then from active lots that expire first, then from pending ones.
  create function withdraw_lots(p_entry bigint, p_member uuid, p_purchase text, p_amount bigint)
    returns table (status text, legal_entity text, amount bigint) language plpgsql as $$
  begin
    return query with
      own as (
        select m.lot_id from journal_entry e join lot_movement m on m.entry_seq = e.seq and m.reason = 'OPEN'
        where e.purchase_id = p_purchase),
      line as (
        select l.id, l.status, l.left_minor - l.held_minor as free, sum(l.left_minor - l.held_minor) over (
          order by l.id in (select lot_id from own) desc, l.status, l.expires_at nulls last, l.id) as upto
        from lot l where l.member_id = p_member and l.status in ('PENDING', 'ACTIVE') and l.left_minor > l.held_minor),
      taken as (select t.id, t.status, least(t.free, p_amount - (t.upto - t.free))::bigint as points from line t where t.upto - t.free < p_amount),
      moved as (
        update lot l set left_minor = l.left_minor - t.points, status = case when l.left_minor = t.points then 'SPENT' else l.status end
        from taken t where l.id = t.id returning t.status, l.legal_entity, t.points),
      noted as (insert into lot_movement select p_entry, t.id, 'WITHDRAW', -t.points, 0 from taken t)
    select m.status, m.legal_entity, sum(m.points)::bigint from moved m group by m.status, m.legal_entity;
  end $$;
`;

const LIMITS = `
  -- What a purchase uses up now and what it shall use up, by limit.
  create function limit_changes(p_purchase text, p_wanted jsonb) returns table (key text, wanted bigint, delta bigint, max bigint)
    language sql stable as $$
    select coalesce(w.key, u.key), coalesce(w.amount, 0), coalesce(w.amount, 0) - coalesce(u.amount, 0), w.max
    from (select r.key, sum(r.amount)::bigint as amount, min(r.max) as max
          from jsonb_to_recordset(p_wanted) as r(key text, amount bigint, max bigint) group by r.key) w
    full join (select i.key, i.amount from limit_use i where i.purchase_id = p_purchase) u on u.key = w.key
  $$;

  -- Makes a purchase use up exactly p_wanted ([{ key, amount, max }]; what is not named, nothing). Answers null, or the
  -- first limit by key that is exhausted with what is left of it; then nothing has changed.
  create function apply_limits(p_purchase text, p_wanted jsonb) returns jsonb language plpgsql as $$
  declare
    v_limit record;
    v_refusal jsonb;
  begin
    insert into limit_counter (key, used, max)
      select w.key, 0, min(w.max) from jsonb_to_recordset(p_wanted) as w(key text, max bigint)
      where w.max is not null group by w.key order by w.key
      on conflict do nothing;
    for v_limit in
      select c.key, d.delta, greatest(coalesce(d.max, c.max) - c.used, 0) as left
      from limit_changes(p_purchase, p_wanted) d join limit_counter c on c.key = d.key order by c.key for update of c
    loop
      if v_refusal is null and v_limit.delta > v_limit.left then
        v_refusal := jsonb_build_object('outcome', 'LIMIT_EXHAUSTED', 'limit', v_limit.key, 'left', v_limit.left);
      end if;
    end loop;
    if v_refusal is not null then return v_refusal; end if;
    with changes as materialized (select * from limit_changes(p_purchase, p_wanted)),
      counted as (update limit_counter c set used = c.used + d.delta, max = coalesce(d.max, c.max) from changes d where c.key = d.key)
    insert into limit_use (purchase_id, key, amount) select p_purchase, d.key, d.wanted from changes d
      on conflict (purchase_id, key) do update set amount = excluded.amount;
    return null;
  end $$;
`;

const PURCHASE = `
  -- A client-made id that is in the books already: the same content is a replay, other content is refused. Null: it is free.
  create function find_booked(p_id text, p_hash bytea) returns jsonb language sql stable as $$
    select jsonb_build_object('outcome', case when content_hash = p_hash then 'REPLAYED' else 'PURCHASE_ID_REUSED' end)
    from purchase where id = p_id
  $$;

  -- What speaks against spending, in order of precedence; null when nothing does. p_free: points a hold of the same purchase sets free.
  create function check_wallet(p_account account, p_spent bigint, p_free bigint, p_now timestamptz) returns jsonb language plpgsql as $$
  begin
    if exists (select 1 from member where id = p_account.member_id and status <> 'ACTIVE') then
      return '{"outcome": "MEMBER_BLOCKED"}';
    end if;
    if p_spent = 0 then return null; end if;
    -- Lots whose day has come are turned over first, by the caller, so that the jobs' events are sent by one place.
    if exists (select 1 from lot where member_id = p_account.member_id and (
        (status = 'PENDING' and activates_at <= p_now) or (status = 'ACTIVE' and expires_at <= p_now and left_minor > held_minor))) then
      return '{"outcome": "SETTLE_FIRST"}';
    end if;
    if p_account.available_minor + p_free < p_spent then
      return jsonb_build_object('outcome', 'POINTS_INSUFFICIENT', 'available', p_account.available_minor + p_free);
    end if;
    return null;
  end $$;

  -- Spends lots as they stand at p_at, and earns: one entry for both. A hold of the same purchase is released in the same entry.
  -- Answers the wallet after.
  create function book_points(p_entry journal_entry, p_spent bigint, p_earned lot, p_hold reservation, p_at timestamptz)
    returns account language plpgsql as $$
  declare
    v_held bigint := 0;
    v_entities text[];
    v_amounts bigint[];
    v_accounts text[];
  begin
    if p_hold.status = 'HELD' and p_hold.points_minor > 0 then
      perform release_lots(p_entry.seq, p_hold.hold_entry_seq);
      v_held := p_hold.points_minor;
    end if;
    if p_spent > 0 then
      select array_agg(legal_entity), array_agg(amount), array_agg('REDEEMED'::text) into v_entities, v_amounts, v_accounts
        from spend_lots(p_entry.seq, p_entry.member_id, p_spent, p_at, case when v_held > 0 then p_hold.hold_entry_seq end);
      if (select sum(amount) from unnest(v_amounts) as t(amount)) is distinct from p_spent then
        raise exception 'Lots of member % do not cover what the wallet says', p_entry.member_id;
      end if;
    end if;
    if p_earned.amount_minor > 0 then
      perform open_lot(p_entry.seq, p_earned);
      v_accounts := v_accounts || 'ISSUED'::text;
      v_entities := v_entities || p_earned.legal_entity;
      v_amounts := v_amounts || -p_earned.amount_minor;
    end if;
    return append_entry(p_entry,
      v_held - p_spent + case when p_earned.status = 'ACTIVE' then p_earned.amount_minor else 0 end,
      case when p_earned.status = 'PENDING' then p_earned.amount_minor else 0 end, -v_held, v_accounts, v_entities, v_amounts);
  end $$;

  -- A till's purchase, all or nothing, in one call. p: { purchase, lines, payments: rows as their tables have them; limits;
  -- entry, lot: row or null; quoteHash, quoteExpiresAt: null without a quote }. p_event: the sealed event, whose
  -- "balance":null is filled in here.
  create function book_purchase(p jsonb, p_event text) returns jsonb language plpgsql as $$
  declare
    v_sale purchase := jsonb_populate_record(null::purchase, p -> 'purchase');
    v_entry journal_entry := jsonb_populate_record(null::journal_entry, nullif(p -> 'entry', 'null'));
    v_lot lot := jsonb_populate_record(null::lot, nullif(p -> 'lot', 'null'));
    v_now timestamptz := v_sale.recorded_at;
    v_hold reservation;
    v_account account;
    v_answer jsonb;
  begin
    if v_sale.member_id is not null then v_account := lock_account(v_sale.member_id); end if;
    select * into v_hold from reservation where purchase_id = v_sale.id and status = 'HELD' for update;
    v_answer := find_booked(v_sale.id, v_sale.content_hash);
    if v_answer ->> 'outcome' = 'REPLAYED' then return v_answer; end if;
    if (p ->> 'quoteExpiresAt')::timestamptz <= v_now
      and (v_hold.quote_hash = (p ->> 'quoteHash')::bytea and v_hold.expires_at > v_now) is not true then
      return '{"outcome": "QUOTE_EXPIRED"}';
    end if;
    if v_answer is not null then return v_answer; end if;
    -- The id was reserved for somebody else.
    if v_hold.purchase_id is not null and v_hold.member_id is distinct from v_sale.member_id then
      return '{"outcome": "PURCHASE_ID_REUSED"}';
    end if;
    if v_sale.member_id is not null then
      v_answer := check_wallet(v_account, v_sale.points_spent_minor, coalesce(v_hold.points_minor, 0), v_now);
      if v_answer is not null then return v_answer; end if;
    end if;
    if p -> 'limits' <> '[]' or v_hold.purchase_id is not null then
      v_answer := apply_limits(v_sale.id, p -> 'limits');
      if v_answer is not null then return v_answer; end if;
    end if;
    insert into purchase values (v_sale.*) on conflict (id) do nothing;
    -- The same id came twice at once, and without a wallet to queue on: the other one won.
    if not found then raise exception 'Purchase % was booked meanwhile', v_sale.id using errcode = 'serialization_failure'; end if;
    insert into purchase_line select * from jsonb_populate_recordset(null::purchase_line, p -> 'lines');
    insert into payment select * from jsonb_populate_recordset(null::payment, p -> 'payments');
    if v_sale.till_id is not null then perform register_till(v_sale.store_id, v_sale.till_id, v_now); end if;
    if v_hold.purchase_id is not null then update reservation set status = 'CONFIRMED' where purchase_id = v_sale.id; end if;
    if v_sale.points_spent_minor > 0 or v_lot.id is not null or v_hold.points_minor > 0 then
      v_entry.seq := nextval('journal_entry_seq');
      v_account := book_points(v_entry, v_sale.points_spent_minor, v_lot, v_hold, v_now);
    end if;
    v_answer := balance_of(v_account);
    insert into outbox (id, subject, envelope) values ((p ->> 'eventId')::uuid, p ->> 'eventSubject',
      case when v_answer is null then p_event else replace(p_event, '"balance":null', '"balance":' || v_answer::text) end);
    return jsonb_build_object('outcome', 'CONFIRMED', 'balance', v_answer);
  end $$;
`;

const RESERVATION = `
  -- Holds points and limits for a purchase. p: { reservation, entry: rows; limits; quoteExpiresAt }.
  create function hold_purchase(p jsonb) returns jsonb language plpgsql as $$
  declare
    v_new reservation := jsonb_populate_record(null::reservation, p -> 'reservation');
    v_entry journal_entry := jsonb_populate_record(null::journal_entry, nullif(p -> 'entry', 'null'));
    v_now timestamptz := v_new.reserved_at;
    v_old reservation;
    v_account account;
    v_refusal jsonb;
  begin
    if v_new.member_id is not null then v_account := lock_account(v_new.member_id); end if;
    select * into v_old from reservation where purchase_id = v_new.purchase_id for update;
    if v_old.status = 'HELD' and v_old.expires_at <= v_now then
      perform release_hold(v_new.purchase_id, 'EXPIRED', v_now, coalesce(v_entry.business_day, v_now::date));
      v_old.status := 'EXPIRED';
      if v_new.member_id is not null then v_account := lock_account(v_new.member_id); end if;
    end if;
    if v_old.status = 'HELD' and v_old.quote_hash = v_new.quote_hash then
      return jsonb_build_object('outcome', 'REPLAYED', 'expiresAt', v_old.expires_at);
    end if;
    if (p ->> 'quoteExpiresAt')::timestamptz <= v_now then return '{"outcome": "QUOTE_EXPIRED"}'; end if;
    if v_old.status in ('HELD', 'CONFIRMED') or exists (select 1 from purchase where id = v_new.purchase_id) then
      return '{"outcome": "PURCHASE_ID_REUSED"}';
    end if;
    if v_new.member_id is not null then
      v_refusal := check_wallet(v_account, v_new.points_minor, 0, v_now);
      if v_refusal is not null then return v_refusal; end if;
    end if;
    v_refusal := apply_limits(v_new.purchase_id, p -> 'limits');
    if v_refusal is not null then return v_refusal; end if;
    if v_new.points_minor > 0 then
      v_entry.seq := nextval('journal_entry_seq');
      v_new.hold_entry_seq := v_entry.seq;
      if hold_lots(v_entry.seq, v_new.member_id, v_new.points_minor, v_now) <> v_new.points_minor then
        raise exception 'Lots of member % do not cover what the wallet says', v_new.member_id;
      end if;
      perform append_entry(v_entry, -v_new.points_minor, 0, v_new.points_minor, null, null, null);
    end if;
    -- A hold that was cancelled or has ended begins anew.
    delete from reservation where purchase_id = v_new.purchase_id;
    insert into reservation values (v_new.*) on conflict do nothing;
    if not found then raise exception 'Purchase % was reserved meanwhile', v_new.purchase_id using errcode = 'serialization_failure'; end if;
    return jsonb_build_object('outcome', 'RESERVED', 'expiresAt', v_new.expires_at);
  end $$;

  -- Ends a hold: p_status CANCELLED by the till at any time, EXPIRED by the job when its time has passed.
  create function release_hold(p_purchase text, p_status text, p_now timestamptz, p_day date) returns text language plpgsql as $$
  declare
    v_member uuid;
    v_hold reservation;
    v_entry journal_entry;
  begin
    select member_id into v_member from reservation where purchase_id = p_purchase;
    if v_member is not null then perform lock_account(v_member); end if;
    select * into v_hold from reservation where purchase_id = p_purchase for update;
    if exists (select 1 from purchase where id = p_purchase) then return 'CONFIRMED'; end if;
    if v_hold.status is distinct from 'HELD' or (p_status = 'EXPIRED' and v_hold.expires_at > p_now) then return 'NOTHING_HELD'; end if;
    perform apply_limits(p_purchase, '[]');
    if v_hold.points_minor > 0 then
      v_entry.seq := nextval('journal_entry_seq');
      v_entry.id := new_id();
      v_entry.kind := 'RELEASE';
      v_entry.member_id := v_hold.member_id;
      v_entry.booked_at := p_now;
      v_entry.occurred_at := p_now;
      v_entry.business_day := p_day;
      v_entry.note := case p_status when 'CANCELLED' then 'Reservation cancelled' else 'Reservation ended' end;
      v_entry.purchase_id := p_purchase;
      perform release_lots(v_entry.seq, v_hold.hold_entry_seq);
      perform append_entry(v_entry, v_hold.points_minor, 0, -v_hold.points_minor, null, null, null);
    end if;
    update reservation set status = p_status where purchase_id = p_purchase;
    return 'RELEASED';
  end $$;
`;

const RETURN = `
  -- The points of a return, in one entry: spent ones go back to their lots, earned ones are withdrawn; what has expired in the
  -- purchase's own lot is gone already, as it would be had there been no purchase. The wallet must be locked.
  create function return_points(p_entry journal_entry, p_given_back bigint, p_earned bigint,
    out withdrawn bigint, out lapsed bigint, out shortfall bigint, out wallet account) language plpgsql as $$
  declare
    v_accounts text[];
    v_entities text[];
    v_amounts bigint[];
    v_active bigint := 0;
    v_pending bigint := 0;
    v_taken record;
  begin
    p_entry.seq := nextval('journal_entry_seq');
    if p_given_back > 0 then
      select array_agg('REDEEMED'::text), array_agg(legal_entity), array_agg(-amount) into v_accounts, v_entities, v_amounts
        from give_back_lots(p_entry.seq, p_entry.purchase_id, p_given_back);
      if -(select sum(amount) from unnest(v_amounts) as t(amount)) is distinct from p_given_back then
        raise exception 'Lots that paid for purchase % do not cover what it spent', p_entry.purchase_id;
      end if;
    end if;
    lapsed := least(p_earned, lapsed_points(p_entry.purchase_id));
    if p_earned > lapsed then
      for v_taken in select * from withdraw_lots(p_entry.seq, p_entry.member_id, p_entry.purchase_id, p_earned - lapsed) loop
        v_accounts := v_accounts || 'ISSUED'::text;
        v_entities := v_entities || v_taken.legal_entity;
        v_amounts := v_amounts || v_taken.amount;
        if v_taken.status = 'ACTIVE' then v_active := v_active + v_taken.amount; else v_pending := v_pending + v_taken.amount; end if;
      end loop;
    end if;
    withdrawn := v_active + v_pending;
    shortfall := p_earned - lapsed - withdrawn;
    if v_accounts is not null then
      wallet := append_entry(p_entry, p_given_back - v_active, -v_pending, 0, v_accounts, v_entities, v_amounts);
    else
      select * into wallet from account where member_id = p_entry.member_id;
    end if;
  end $$;

  -- A return, in the transaction that has locked the wallet and the purchase. p: { return, lines: rows; entry: row, null for an
  -- anonymous sale; earned: points earned by what came back; limits: what the purchase still uses up }.
  create function book_return(p jsonb, p_event text) returns jsonb language plpgsql as $$
  declare
    v_return purchase_return := jsonb_populate_record(null::purchase_return, p -> 'return');
    v_entry journal_entry := jsonb_populate_record(null::journal_entry, nullif(p -> 'entry', 'null'));
    v_points record;
    v_balance json;
  begin
    if v_entry.member_id is not null then
      select * into v_points from return_points(v_entry, v_return.points_given_back_minor, (p ->> 'earned')::bigint);
      v_return.points_withdrawn_minor := v_points.withdrawn;
      v_return.points_lapsed_minor := v_points.lapsed;
      v_return.points_shortfall_minor := v_points.shortfall;
      v_balance := balance_of(v_points.wallet);
    end if;
    perform apply_limits(v_return.purchase_id, p -> 'limits');
    insert into purchase_return values (v_return.*) on conflict (id) do nothing;
    if not found then raise exception 'Return % was booked meanwhile', v_return.id using errcode = 'serialization_failure'; end if;
    insert into return_line select * from jsonb_populate_recordset(null::return_line, p -> 'lines');
    if v_return.till_id is not null then perform register_till(v_return.store_id, v_return.till_id, v_return.recorded_at); end if;
    insert into outbox (id, subject, envelope) values ((p ->> 'eventId')::uuid, p ->> 'eventSubject',
      case when v_balance is null then p_event else replace(p_event, '"balance":null', '"balance":' || v_balance::text) end);
    return jsonb_build_object('withdrawn', v_return.points_withdrawn_minor, 'lapsed', v_return.points_lapsed_minor,
      'shortfall', v_return.points_shortfall_minor);
  end $$;

  -- Points of the purchase's own lot that expired and that no return has counted yet.
  create function lapsed_points(p_purchase text) returns bigint language sql stable as $$
    select coalesce((
      select -sum(x.left_delta_minor) from journal_entry e
        join lot_movement m on m.entry_seq = e.seq and m.reason = 'OPEN'
        join lot_movement x on x.lot_id = m.lot_id and x.reason = 'EXPIRE'
      where e.purchase_id = p_purchase), 0)::bigint
      - coalesce((select sum(points_lapsed_minor) from purchase_return where purchase_id = p_purchase), 0)::bigint
  $$;
`;

const SETTLEMENT = `
  -- Pending lots of these members whose day has come by p_until become spendable: an entry for each lot.
  create function activate_lots(p_members uuid[], p_until timestamptz, p_now timestamptz, p_zone text)
    returns table (entry_id uuid, member_id uuid, legal_entity text, amount bigint, occurred_at timestamptz, business_day date)
    language plpgsql as $$
  begin
    perform 1 from account a where a.member_id = any(p_members) order by a.member_id for update;
    return query with
      due as (
        select nextval('journal_entry_seq') as seq, new_id() as entry, d.* from (
          select l.id, l.member_id as member, l.legal_entity as entity, l.left_minor as points, l.activates_at as at,
            (l.activates_at at time zone p_zone)::date as day
          from lot l where l.member_id = any(p_members) and l.status = 'PENDING' and l.activates_at <= p_until
          order by l.member_id, l.activates_at, l.id) d),
      entries as (
        insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor)
        select d.seq, d.entry, 'ACTIVATE', d.member, p_now, d.at, d.day, 'Points became spendable',
          a.available_minor + sum(d.points) over (partition by d.member order by d.seq)
        from due d join account a on a.member_id = d.member),
      posts as (
        insert into posting (entry_seq, n, account, member_id, amount_minor)
        select d.seq, v.n, v.account, d.member, v.sign * d.points
        from due d cross join (values (1, 'AVAILABLE', 1), (2, 'PENDING', -1)) as v(n, account, sign)),
      moves as (insert into lot_movement select d.seq, d.id, 'ACTIVATE', 0, 0 from due d),
      lots as (update lot l set status = 'ACTIVE' from due d where l.id = d.id),
      wallets as (
        update account a set available_minor = a.available_minor + w.points, pending_minor = a.pending_minor - w.points, version = a.version + 1
        from (select d.member, sum(d.points) as points from due d group by d.member) w where a.member_id = w.member)
    select d.entry, d.member, d.entity, d.points, d.at, d.day from due d order by d.seq;
  end $$;

  -- What is left and not held of these members' lots that have expired by p_until is written off: an entry for each lot.
  create function expire_lots(p_members uuid[], p_until timestamptz, p_now timestamptz, p_zone text)
    returns table (entry_id uuid, member_id uuid, legal_entity text, amount bigint, occurred_at timestamptz, business_day date)
    language plpgsql as $$
  begin
    perform 1 from account a where a.member_id = any(p_members) order by a.member_id for update;
    return query with
      due as (
        select nextval('journal_entry_seq') as seq, new_id() as entry, d.* from (
          select l.id, l.member_id as member, l.legal_entity as entity, l.left_minor - l.held_minor as points, l.held_minor as held,
            l.expires_at as at, (l.expires_at at time zone p_zone)::date as day
          from lot l where l.member_id = any(p_members) and l.status = 'ACTIVE' and l.expires_at <= p_until and l.left_minor > l.held_minor
          order by l.member_id, l.expires_at, l.id) d),
      entries as (
        insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor)
        select d.seq, d.entry, 'EXPIRE', d.member, p_now, d.at, d.day, 'Points expired',
          a.available_minor - sum(d.points) over (partition by d.member order by d.seq)
        from due d join account a on a.member_id = d.member),
      posts as (
        insert into posting (entry_seq, n, account, member_id, legal_entity, amount_minor)
        select d.seq, v.n, v.account, case v.n when 1 then d.member end, case v.n when 2 then d.entity end, v.sign * d.points
        from due d cross join (values (1, 'AVAILABLE', -1), (2, 'EXPIRED', 1)) as v(n, account, sign)),
      moves as (insert into lot_movement select d.seq, d.id, 'EXPIRE', -d.points, 0 from due d),
      lots as (
        update lot l set left_minor = d.held, status = case when d.held = 0 then 'EXPIRED' else 'ACTIVE' end from due d where l.id = d.id),
      wallets as (
        update account a set available_minor = a.available_minor - w.points, version = a.version + 1
        from (select d.member, sum(d.points) as points from due d group by d.member) w where a.member_id = w.member)
    select d.entry, d.member, d.entity, d.points, d.at, d.day from due d order by d.seq;
  end $$;
`;

/** Functions that move points, limits and receipts. */
export class CreateBookingFunctions1795000000200 implements MigrationInterface {
  name = 'CreateBookingFunctions1795000000200';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [BASICS, LOTS, LIMITS, PURCHASE, RESERVATION, RETURN, SETTLEMENT]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function activate_lots, expire_lots, book_return, return_points, lapsed_points, release_hold, hold_purchase, book_purchase, book_points,
        check_wallet, find_booked, apply_limits, limit_changes, withdraw_lots, give_back_lots, release_lots, hold_lots, spend_lots,
        open_lot, register_till, balance_of, append_entry, lock_account, new_id
    `);
  }
}
