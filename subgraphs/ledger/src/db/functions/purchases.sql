-- A till's purchase, in one round trip.

-- What speaks against spending, in order of precedence; null when nothing does. p_free: points a hold of the same purchase sets free.
create function books.check_wallet(p_account account, p_spent bigint, p_free bigint, p_now timestamptz) returns jsonb language plpgsql as $$
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
create function books.book_points(p_entry journal_entry, p_spent bigint, p_earned lot, p_hold reservation, p_at timestamptz)
  returns account language plpgsql as $$
declare
  v_held bigint := coalesce(p_hold.points_minor, 0);
  v_open bigint := p_spent;
  v_active bigint := 0;
  v_pending bigint := 0;
begin
  if v_held > 0 then v_open := books.spend_held(p_entry.seq, p_hold.hold_entry_seq, p_spent); end if;
  if v_open > 0 then perform books.spend_lots(p_entry.seq, p_entry.member_id, v_open, p_at); end if;
  if p_earned.id is not null then
    p_earned.opened_by := p_entry.seq;
    insert into lot values (p_earned.*);
    if p_earned.status = 'ACTIVE' then v_active := p_earned.amount_minor; else v_pending := p_earned.amount_minor; end if;
    insert into posting values (p_entry.seq, p_earned.id, 'ISSUED', case when v_active > 0 then 'AVAILABLE'::account_kind else 'PENDING' end,
      p_earned.legal_entity, p_earned.amount_minor);
  end if;
  return books.append_entry(p_entry, v_held - p_spent + v_active, v_pending, -v_held);
end $$;

-- A till's purchase, all or nothing, in one call: rows as their tables have them. p_entry and p_lot are null where the sale moves
-- no points; p_quote_hash and p_quote_expires_at without a quote. In the envelope, "balance":null is filled in here, for only the
-- books know the wallet after; inside a text of the envelope its quotes would be escaped, so nothing else is ever replaced.
create function books.book_purchase(p_sale purchase, p_lines purchase_line[], p_payments payment[], p_limits jsonb, p_entry journal_entry,
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
    if not found then v_account := books.lock_account(p_sale.member_id); end if;
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
    v_refusal := books.check_wallet(v_account, p_sale.points_spent_minor, coalesce(v_hold.points_minor, 0), v_now);
    if v_refusal is not null then return v_refusal; end if;
  end if;
  if p_limits <> '[]' or v_seen.held then
    v_refusal := books.apply_limits(p_sale.id, p_limits, v_now);
    if v_refusal is not null then return v_refusal; end if;
  end if;
  p_sale.booked_xid := pg_current_xact_id()::text::bigint;
  insert into purchase values (p_sale.*) on conflict (id) do nothing;
  -- The same id came twice at once, and without a wallet to queue on: the other one won.
  if not found then raise exception 'Purchase % was booked meanwhile', p_sale.id using errcode = 'serialization_failure'; end if;
  insert into purchase_line select * from unnest(p_lines);
  if p_payments <> '{}' then insert into payment select * from unnest(p_payments); end if;
  if v_seen.till_known is null and p_sale.till_id is not null then perform books.register_till(p_sale.store_id, p_sale.till_id, v_now); end if;
  if v_seen.held then update reservation set status = 'CONFIRMED' where purchase_id = p_sale.id; end if;
  if p_sale.points_spent_minor > 0 or p_lot.id is not null or v_hold.points_minor > 0 then
    p_entry.seq := nextval('journal_entry_seq');
    v_account := books.book_points(p_entry, p_sale.points_spent_minor, p_lot, v_hold, v_now);
  end if;
  if p_sale.member_id is not null then p_envelope := replace(p_envelope, '"balance":null', books.balance_of(v_account)); end if;
  insert into outbox (id, subject, envelope) values (p_event_id, p_subject, p_envelope);
  return '{"outcome": "CONFIRMED"}';
end $$;
