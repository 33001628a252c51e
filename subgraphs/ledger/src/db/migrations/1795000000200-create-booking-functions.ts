// Why: what moves points is written once, in the database, so that a till's purchase is one round trip and imports, jobs
// and returns move lots by the same statements.
// Lock: none, functions only. Checked by: db/migrations.int.test.ts and test/books-stay-balanced.prop.test.ts.
//
// Order of locks, everywhere: the wallet, then the reservation, then limits by key. Two writers never wait in a circle.
// The functions of a till's purchase are written for few statements and few expressions: each costs anew in every transaction.
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

  -- Writes an entry, whose postings the caller writes, and moves the locked wallet by what they move. Answers the wallet after.
  create function append_entry(p_entry journal_entry, p_available bigint, p_pending bigint, p_held bigint) returns account language plpgsql as $$
  declare
    v_account account;
  begin
    update account set available_minor = available_minor + p_available, pending_minor = pending_minor + p_pending,
      held_minor = held_minor + p_held, version = version + 1
      where member_id = p_entry.member_id returning * into v_account;
    p_entry.available_after_minor := v_account.available_minor;
    insert into journal_entry values (p_entry.*);
    return v_account;
  end $$;

  -- The wallet in the words of events.
  create function balance_of(p_account account) returns text language plpgsql immutable as $$
  begin
    return format('"balance":{"availableMinor":%s,"pendingMinor":%s,"heldMinor":%s}',
      p_account.available_minor, p_account.pending_minor, p_account.held_minor);
  end $$;

  create function register_till(p_store text, p_till text, p_now timestamptz) returns void language plpgsql as $$
  begin
    if not exists (select 1 from till where store_id = p_store and id = p_till) then
      insert into till values (p_store, p_till, p_now) on conflict do nothing;
    end if;
  end $$;
`;

const LOTS = `
  -- Holds points of active lots, those that expire first. Answers how many.
  create function hold_lots(p_entry bigint, p_member uuid, p_amount bigint, p_now timestamptz) returns bigint language plpgsql as $$
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
  create function release_lots(p_entry bigint, p_hold_entry bigint) returns void language plpgsql as $$
  begin
    with
      held as (select lot_id, legal_entity, amount_minor from posting where entry_seq = p_hold_entry),
      moved as (update lot l set held_minor = l.held_minor - h.amount_minor from held h where l.id = h.lot_id)
    insert into posting select p_entry, lot_id, 'HELD', 'AVAILABLE', legal_entity, amount_minor from held;
  end $$;

  -- Spends what a hold holds, those lots first that expire first, expired or not: the hold has promised them. What is held beyond
  -- p_amount is available again. Answers how much of p_amount is still to be spent.
  create function spend_held(p_entry bigint, p_hold_entry bigint, p_amount bigint) returns bigint language plpgsql as $$
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
  create function spend_lots(p_entry bigint, p_member uuid, p_amount bigint, p_at timestamptz) returns void language plpgsql as $$
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

  -- Gives spent points of a purchase back to the lots they came from, with their dates, what was taken last first: as if the
  -- purchase had spent less. A lot that has expired meanwhile expires again by the job, as it would have.
  create function give_back_lots(p_entry bigint, p_member uuid, p_purchase text, p_amount bigint) returns void language plpgsql as $$
  declare
    v_given bigint;
  begin
    with
      spent as (
        select p.lot_id, sum(case when p.destination = 'REDEEMED' then p.amount_minor else -p.amount_minor end)::bigint as open
        from journal_entry e join posting p on p.entry_seq = e.seq and 'REDEEMED' in (p.source, p.destination)
        where e.member_id = p_member and e.purchase_id = p_purchase group by p.lot_id),
      line as (
        select l.id, l.legal_entity, s.open, sum(s.open) over (order by l.expires_at desc nulls first, l.id desc) as upto
        from spent s join lot l on l.id = s.lot_id where s.open > 0),
      back as (select t.id, t.legal_entity, least(t.open, p_amount - (t.upto - t.open))::bigint as points from line t where t.upto - t.open < p_amount),
      moved as (update lot l set left_minor = l.left_minor + b.points, status = 'ACTIVE' from back b where l.id = b.id),
      posted as (insert into posting select p_entry, b.id, 'REDEEMED', 'AVAILABLE', b.legal_entity, b.points from back b)
    select sum(points) into v_given from back;
    if v_given is distinct from p_amount then
      raise exception 'Lots that paid for purchase % do not cover what it spent', p_purchase;
    end if;
  end $$;

  -- Takes earned points back: from the lot the purchase made (p_own), then from active lots that expire first, then from pending ones.
  create function withdraw_lots(p_entry bigint, p_member uuid, p_own uuid, p_amount bigint, out active bigint, out pending bigint)
    language plpgsql as $$
  begin
    with
      line as (
        select l.id, l.legal_entity, case l.status when 'ACTIVE' then 'AVAILABLE'::account_kind else 'PENDING' end as from_account,
          l.left_minor - l.held_minor as free, sum(l.left_minor - l.held_minor) over (
            order by l.id is not distinct from p_own desc, l.status, l.expires_at nulls last, l.id) as upto
        from lot l where l.member_id = p_member and l.status in ('PENDING', 'ACTIVE') and l.left_minor > l.held_minor),
      taken as (
        select t.id, t.legal_entity, t.from_account, least(t.free, p_amount - (t.upto - t.free))::bigint as points
        from line t where t.upto - t.free < p_amount),
      moved as (
        update lot l set left_minor = l.left_minor - t.points, status = case when l.left_minor = t.points then 'SPENT' else l.status end
        from taken t where l.id = t.id),
      posted as (insert into posting select p_entry, t.id, t.from_account, 'ISSUED', t.legal_entity, t.points from taken t)
    select coalesce(sum(points) filter (where from_account = 'AVAILABLE'), 0), coalesce(sum(points) filter (where from_account = 'PENDING'), 0)
      into active, pending from taken;
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
  -- What speaks against spending, in order of precedence; null when nothing does. p_free: points a hold of the same purchase sets free.
  create function check_wallet(p_account account, p_spent bigint, p_free bigint, p_now timestamptz) returns jsonb language plpgsql as $$
  begin
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

  -- Spends lots as they stand at p_at, and earns: one entry for both. A hold of the same purchase ends in the same entry. Answers
  -- the wallet after.
  create function book_points(p_entry journal_entry, p_spent bigint, p_earned lot, p_hold reservation, p_at timestamptz)
    returns account language plpgsql as $$
  declare
    v_held bigint := coalesce(p_hold.points_minor, 0);
    v_open bigint := p_spent;
    v_active bigint := 0;
    v_pending bigint := 0;
  begin
    if v_held > 0 then v_open := spend_held(p_entry.seq, p_hold.hold_entry_seq, p_spent); end if;
    if v_open > 0 then perform spend_lots(p_entry.seq, p_entry.member_id, v_open, p_at); end if;
    if p_earned.id is not null then
      insert into lot values (p_earned.*);
      if p_earned.status = 'ACTIVE' then v_active := p_earned.amount_minor; else v_pending := p_earned.amount_minor; end if;
      insert into posting values (p_entry.seq, p_earned.id, 'ISSUED', case when v_active > 0 then 'AVAILABLE'::account_kind else 'PENDING' end,
        p_earned.legal_entity, p_earned.amount_minor);
    end if;
    return append_entry(p_entry, v_held - p_spent + v_active, v_pending, -v_held);
  end $$;

  -- A till's purchase, all or nothing, in one call: rows as their tables have them. p_entry and p_lot are null where the sale moves
  -- no points; p_quote_hash and p_quote_expires_at without a quote. In the envelope, "balance":null is filled in here, for only the
  -- books know the wallet after; inside a text of the envelope its quotes would be escaped, so nothing else is ever replaced.
  create function book_purchase(p_sale purchase, p_lines purchase_line[], p_payments payment[], p_limits jsonb, p_entry journal_entry,
    p_lot lot, p_quote_hash bytea, p_quote_expires_at timestamptz, p_event_id uuid, p_subject text, p_envelope text)
    returns jsonb language plpgsql as $$
  declare
    v_now timestamptz := p_sale.recorded_at;
    v_seen record;
    v_hold reservation;
    v_account account;
    v_refusal jsonb;
  begin
    if p_sale.member_id is not null then
      select * into v_account from account where member_id = p_sale.member_id for update;
      if not found then v_account := lock_account(p_sale.member_id); end if;
    end if;
    select
      (select content_hash from purchase where id = p_sale.id) as content_hash,
      (select status from member where id = p_sale.member_id) as member_status,
      (select true from till where store_id = p_sale.store_id and id = p_sale.till_id) as till_known,
      (select true from reservation where purchase_id = p_sale.id and status = 'HELD') as held
      into v_seen;
    if v_seen.content_hash = p_sale.content_hash then return '{"outcome": "REPLAYED"}'; end if;
    if v_seen.held then select * into v_hold from reservation where purchase_id = p_sale.id and status = 'HELD' for update; end if;
    if p_quote_expires_at <= v_now and (v_hold.quote_hash = p_quote_hash and v_hold.expires_at > v_now) is not true then
      return '{"outcome": "QUOTE_EXPIRED"}';
    end if;
    -- The id has other content in the books, or was reserved for somebody else.
    if v_seen.content_hash is not null or (v_hold.purchase_id is not null and v_hold.member_id is distinct from p_sale.member_id) then
      return '{"outcome": "PURCHASE_ID_REUSED"}';
    end if;
    if v_seen.member_status <> 'ACTIVE' then return '{"outcome": "MEMBER_BLOCKED"}'; end if;
    if p_sale.points_spent_minor > 0 then
      v_refusal := check_wallet(v_account, p_sale.points_spent_minor, coalesce(v_hold.points_minor, 0), v_now);
      if v_refusal is not null then return v_refusal; end if;
    end if;
    if p_limits <> '[]' or v_seen.held then
      v_refusal := apply_limits(p_sale.id, p_limits);
      if v_refusal is not null then return v_refusal; end if;
    end if;
    insert into purchase values (p_sale.*) on conflict (id) do nothing;
    -- The same id came twice at once, and without a wallet to queue on: the other one won.
    if not found then raise exception 'Purchase % was booked meanwhile', p_sale.id using errcode = 'serialization_failure'; end if;
    insert into purchase_line select * from unnest(p_lines);
    if p_payments <> '{}' then insert into payment select * from unnest(p_payments); end if;
    if v_seen.till_known is null and p_sale.till_id is not null then perform register_till(p_sale.store_id, p_sale.till_id, v_now); end if;
    if v_seen.held then update reservation set status = 'CONFIRMED' where purchase_id = p_sale.id; end if;
    if p_sale.points_spent_minor > 0 or p_lot.id is not null or v_hold.points_minor > 0 then
      p_entry.seq := nextval('journal_entry_seq');
      v_account := book_points(p_entry, p_sale.points_spent_minor, p_lot, v_hold, v_now);
    end if;
    if p_sale.member_id is not null then p_envelope := replace(p_envelope, '"balance":null', balance_of(v_account)); end if;
    insert into outbox (id, subject, envelope) values (p_event_id, p_subject, p_envelope);
    return '{"outcome": "CONFIRMED"}';
  end $$;
`;

const RESERVATION = `
  -- Ends a hold: p_status CANCELLED by the till at any time, EXPIRED by the job when its time has passed.
  create function release_hold(p_purchase text, p_status text, p_now timestamptz, p_day date) returns text language plpgsql as $$
  declare
    v_member uuid;
    v_hold reservation;
    v_entry journal_entry;
    v_confirmed boolean;
  begin
    select member_id into v_member from reservation where purchase_id = p_purchase;
    if v_member is not null then perform lock_account(v_member); end if;
    select * into v_hold from reservation where purchase_id = p_purchase for update;
    v_confirmed := exists (select 1 from purchase where id = p_purchase);
    if v_hold.status is distinct from 'HELD' or (p_status = 'EXPIRED' and v_hold.expires_at > p_now) then
      return case when v_confirmed then 'CONFIRMED' else 'NOTHING_HELD' end;
    end if;
    -- A sale that was booked meanwhile without this hold keeps its limits.
    if not v_confirmed then perform apply_limits(p_purchase, '[]'); end if;
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
      perform append_entry(v_entry, v_hold.points_minor, 0, -v_hold.points_minor);
    end if;
    update reservation set status = case when v_confirmed then 'CONFIRMED' else p_status end where purchase_id = p_purchase;
    return case when v_confirmed then 'CONFIRMED' else 'RELEASED' end;
  end $$;

  -- Holds points and limits for a purchase. p_entry: null when it holds no points.
  create function hold_purchase(p_new reservation, p_entry journal_entry, p_limits jsonb, p_quote_expires_at timestamptz, p_day date)
    returns jsonb language plpgsql as $$
  declare
    v_now timestamptz := p_new.reserved_at;
    v_old reservation;
    v_account account;
    v_refusal jsonb;
  begin
    if p_new.member_id is not null then v_account := lock_account(p_new.member_id); end if;
    select * into v_old from reservation where purchase_id = p_new.purchase_id for update;
    if v_old.status = 'HELD' and v_old.expires_at <= v_now then
      perform release_hold(p_new.purchase_id, 'EXPIRED', v_now, p_day);
      v_old.status := 'EXPIRED';
      if p_new.member_id is not null then v_account := lock_account(p_new.member_id); end if;
    end if;
    if v_old.status = 'HELD' and v_old.quote_hash = p_new.quote_hash then
      return jsonb_build_object('outcome', 'REPLAYED', 'expiresAt', v_old.expires_at);
    end if;
    if p_quote_expires_at <= v_now then return '{"outcome": "QUOTE_EXPIRED"}'; end if;
    if v_old.status in ('HELD', 'CONFIRMED') or exists (select 1 from purchase where id = p_new.purchase_id) then
      return '{"outcome": "PURCHASE_ID_REUSED"}';
    end if;
    if exists (select 1 from member where id = p_new.member_id and status <> 'ACTIVE') then return '{"outcome": "MEMBER_BLOCKED"}'; end if;
    if p_new.points_minor > 0 then
      v_refusal := check_wallet(v_account, p_new.points_minor, 0, v_now);
      if v_refusal is not null then return v_refusal; end if;
    end if;
    v_refusal := apply_limits(p_new.purchase_id, p_limits);
    if v_refusal is not null then return v_refusal; end if;
    if p_new.points_minor > 0 then
      p_entry.seq := nextval('journal_entry_seq');
      p_new.hold_entry_seq := p_entry.seq;
      if hold_lots(p_entry.seq, p_new.member_id, p_new.points_minor, v_now) <> p_new.points_minor then
        raise exception 'Lots of member % do not cover what the wallet says', p_new.member_id;
      end if;
      perform append_entry(p_entry, -p_new.points_minor, 0, p_new.points_minor);
    end if;
    -- A hold that was cancelled or has ended begins anew.
    delete from reservation where purchase_id = p_new.purchase_id;
    insert into reservation values (p_new.*) on conflict do nothing;
    if not found then raise exception 'Purchase % was reserved meanwhile', p_new.purchase_id using errcode = 'serialization_failure'; end if;
    return jsonb_build_object('outcome', 'RESERVED', 'expiresAt', p_new.expires_at);
  end $$;
`;

const RETURN = `
  -- The points of a return, in one entry: spent ones go back to their lots, earned ones are withdrawn; what has expired in the
  -- purchase's own lot and no return has counted yet is gone already, as it would be had there been no purchase. The wallet must be
  -- locked.
  create function return_points(p_entry journal_entry, p_given_back bigint, p_earned bigint,
    out withdrawn bigint, out lapsed bigint, out shortfall bigint, out wallet account) language plpgsql as $$
  declare
    v_own uuid;
    v_active bigint := 0;
    v_pending bigint := 0;
  begin
    p_entry.seq := nextval('journal_entry_seq');
    if p_given_back > 0 then perform give_back_lots(p_entry.seq, p_entry.member_id, p_entry.purchase_id, p_given_back); end if;
    select p.lot_id into v_own from journal_entry e join posting p on p.entry_seq = e.seq and p.source = 'ISSUED'
      where e.member_id = p_entry.member_id and e.purchase_id = p_entry.purchase_id;
    select coalesce(sum(p.amount_minor), 0) into lapsed from journal_entry e join posting p on p.entry_seq = e.seq and p.lot_id = v_own
      where e.member_id = p_entry.member_id and e.kind = 'EXPIRE';
    lapsed := least(p_earned, lapsed
      - (select coalesce(sum(r.points_lapsed_minor), 0) from purchase_return r where r.purchase_id = p_entry.purchase_id));
    if p_earned > lapsed then
      select w.active, w.pending into v_active, v_pending from withdraw_lots(p_entry.seq, p_entry.member_id, v_own, p_earned - lapsed) w;
    end if;
    withdrawn := v_active + v_pending;
    shortfall := p_earned - lapsed - withdrawn;
    if p_given_back + withdrawn > 0 then
      wallet := append_entry(p_entry, p_given_back - v_active, -v_pending, 0);
    else
      select * into wallet from account where member_id = p_entry.member_id;
    end if;
  end $$;

  -- A return, in the transaction that has locked the wallet and the purchase. p_entry: null for an anonymous sale; p_earned: points
  -- earned by what came back; p_limits: what the purchase still uses up.
  create function book_return(p_return purchase_return, p_lines return_line[], p_entry journal_entry, p_earned bigint, p_limits jsonb,
    p_event_id uuid, p_subject text, p_envelope text) returns jsonb language plpgsql as $$
  declare
    v_points record;
  begin
    if p_entry.member_id is not null then
      select * into v_points from return_points(p_entry, p_return.points_given_back_minor, p_earned);
      p_return.points_withdrawn_minor := v_points.withdrawn;
      p_return.points_lapsed_minor := v_points.lapsed;
      p_return.points_shortfall_minor := v_points.shortfall;
      p_envelope := replace(p_envelope, '"balance":null', balance_of(v_points.wallet));
    end if;
    perform apply_limits(p_return.purchase_id, p_limits);
    insert into purchase_return values (p_return.*) on conflict (id) do nothing;
    if not found then raise exception 'Return % was booked meanwhile', p_return.id using errcode = 'serialization_failure'; end if;
    insert into return_line select * from unnest(p_lines);
    if p_return.till_id is not null then perform register_till(p_return.store_id, p_return.till_id, p_return.recorded_at); end if;
    insert into outbox (id, subject, envelope) values (p_event_id, p_subject, p_envelope);
    return jsonb_build_object('withdrawn', p_return.points_withdrawn_minor, 'lapsed', p_return.points_lapsed_minor,
      'shortfall', p_return.points_shortfall_minor);
  end $$;
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
      posted as (insert into posting select d.seq, d.id, 'PENDING', 'AVAILABLE', d.entity, d.points from due d),
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
      posted as (insert into posting select d.seq, d.id, 'AVAILABLE', 'EXPIRED', d.entity, d.points from due d),
      lots as (
        update lot l set left_minor = d.held, status = case when d.held = 0 then 'EXPIRED'::lot_status else 'ACTIVE' end from due d where l.id = d.id),
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
      drop function activate_lots, expire_lots, book_return, return_points, release_hold, hold_purchase, book_purchase, book_points,
        check_wallet, apply_limits, limit_changes, withdraw_lots, give_back_lots, spend_lots, spend_held, release_lots, hold_lots,
        register_till, balance_of, append_entry, lock_account, new_id
    `);
  }
}
