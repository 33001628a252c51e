-- Holding points and limits for a purchase.

-- Ends a hold: p_status CANCELLED by the till at any time, EXPIRED by the job when its time has passed.
create function books.release_hold(p_purchase text, p_status text, p_now timestamptz, p_day date) returns text language plpgsql
  set enable_seqscan = off as $$
declare
  v_member uuid;
  v_hold reservation;
  v_entry journal_entry;
  v_confirmed boolean;
begin
  select member_id into v_member from reservation where purchase_id = p_purchase;
  if v_member is not null then perform books.lock_account(v_member); end if;
  select * into v_hold from reservation where purchase_id = p_purchase for update;
  v_confirmed := exists (select 1 from purchase where id = p_purchase);
  if v_hold.status is distinct from 'HELD' or (p_status = 'EXPIRED' and v_hold.expires_at > p_now) then
    return case when v_confirmed then 'CONFIRMED' else 'NOTHING_HELD' end;
  end if;
  -- A sale that was booked meanwhile without this hold keeps its limits.
  if not v_confirmed then perform books.apply_limits(p_purchase, '[]'); end if;
  if v_hold.points_minor > 0 then
    v_entry.seq := nextval('journal_entry_seq');
    v_entry.id := books.new_id();
    v_entry.kind := 'RELEASE';
    v_entry.member_id := v_hold.member_id;
    v_entry.booked_at := p_now;
    v_entry.occurred_at := p_now;
    v_entry.business_day := p_day;
    v_entry.note := case p_status when 'CANCELLED' then 'Reservation cancelled' else 'Reservation ended' end;
    v_entry.purchase_id := p_purchase;
    perform books.release_lots(v_entry.seq, v_hold.hold_entry_seq);
    perform books.append_entry(v_entry, v_hold.points_minor, 0, -v_hold.points_minor);
  end if;
  update reservation set status = case when v_confirmed then 'CONFIRMED' else p_status end where purchase_id = p_purchase;
  return case when v_confirmed then 'CONFIRMED' else 'RELEASED' end;
end $$;

-- Holds points and limits for a purchase. p_entry: null when it holds no points.
create function books.hold_purchase(p_new reservation, p_entry journal_entry, p_limits jsonb, p_quote_expires_at timestamptz, p_day date)
  returns jsonb language plpgsql set enable_seqscan = off as $$
declare
  v_now timestamptz := p_new.reserved_at;
  v_old reservation;
  v_account account;
  v_refusal jsonb;
begin
  if p_new.member_id is not null then v_account := books.lock_account(p_new.member_id); end if;
  select * into v_old from reservation where purchase_id = p_new.purchase_id for update;
  if v_old.status = 'HELD' and v_old.expires_at <= v_now then
    perform books.release_hold(p_new.purchase_id, 'EXPIRED', v_now, p_day);
    v_old.status := 'EXPIRED';
    if p_new.member_id is not null then v_account := books.lock_account(p_new.member_id); end if;
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
    v_refusal := books.check_wallet(v_account, exists (select 1 from books.lots_due(p_new.member_id, v_now)), p_new.points_minor, 0);
    if v_refusal is not null then return v_refusal; end if;
  end if;
  v_refusal := books.apply_limits(p_new.purchase_id, p_limits, v_now);
  if v_refusal is not null then return v_refusal; end if;
  if p_new.points_minor > 0 then
    p_entry.seq := nextval('journal_entry_seq');
    p_new.hold_entry_seq := p_entry.seq;
    if books.hold_lots(p_entry.seq, p_new.member_id, p_new.points_minor, v_now) <> p_new.points_minor then
      raise exception 'Lots of member % do not cover what the wallet says', p_new.member_id;
    end if;
    perform books.append_entry(p_entry, -p_new.points_minor, 0, p_new.points_minor);
  end if;
  -- A hold that was cancelled or has ended begins anew.
  delete from reservation where purchase_id = p_new.purchase_id;
  insert into reservation values (p_new.*) on conflict do nothing;
  if not found then raise exception 'Purchase % was reserved meanwhile', p_new.purchase_id using errcode = 'serialization_failure'; end if;
  return jsonb_build_object('outcome', 'RESERVED', 'expiresAt', p_new.expires_at);
end $$;
