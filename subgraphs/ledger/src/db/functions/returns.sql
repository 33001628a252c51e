-- The exact inverse of what came back.

-- The points of a return, in one entry: spent ones go back to their lots, earned ones are withdrawn; what has expired in the
-- purchase's own lot and no return has counted yet is gone already, as it would be had there been no purchase. The wallet must be
-- locked.
create function books.return_points(p_entry journal_entry, p_given_back bigint, p_earned bigint,
  out withdrawn bigint, out lapsed bigint, out shortfall bigint, out wallet account) language plpgsql as $$
declare
  v_own uuid;
  v_active bigint := 0;
  v_pending bigint := 0;
begin
  p_entry.seq := nextval('journal_entry_seq');
  if p_given_back > 0 then perform books.give_back_lots(p_entry.seq, p_entry.member_id, p_entry.purchase_id, p_given_back); end if;
  select p.lot_id into v_own from journal_entry e join posting p on p.entry_seq = e.seq and p.source = 'ISSUED'
    where e.member_id = p_entry.member_id and e.purchase_id = p_entry.purchase_id;
  select coalesce(sum(p.amount_minor), 0) into lapsed from journal_entry e join posting p on p.entry_seq = e.seq and p.lot_id = v_own
    where e.member_id = p_entry.member_id and e.kind = 'EXPIRE';
  lapsed := least(p_earned, lapsed
    - (select coalesce(sum(r.points_lapsed_minor), 0) from purchase_return r where r.purchase_id = p_entry.purchase_id));
  if p_earned > lapsed then
    select w.active, w.pending into v_active, v_pending from books.withdraw_lots(p_entry.seq, p_entry.member_id, v_own, p_earned - lapsed) w;
  end if;
  withdrawn := v_active + v_pending;
  shortfall := p_earned - lapsed - withdrawn;
  if p_given_back + withdrawn > 0 then
    wallet := books.append_entry(p_entry, p_given_back - v_active, -v_pending, 0);
  else
    select * into wallet from account where member_id = p_entry.member_id;
  end if;
end $$;

-- A return, in the transaction that has locked the wallet and the purchase. p_entry: null for an anonymous sale; p_earned: points
-- earned by what came back; p_limits: what the purchase still uses up.
create function books.book_return(p_return purchase_return, p_lines return_line[], p_entry journal_entry, p_earned bigint, p_limits jsonb,
  p_event_id uuid, p_subject text, p_envelope text) returns jsonb language plpgsql as $$
declare
  v_points record;
begin
  if p_entry.member_id is not null then
    select * into v_points from books.return_points(p_entry, p_return.points_given_back_minor, p_earned);
    p_return.points_withdrawn_minor := v_points.withdrawn;
    p_return.points_lapsed_minor := v_points.lapsed;
    p_return.points_shortfall_minor := v_points.shortfall;
    p_envelope := replace(p_envelope, '"balance":null', books.balance_of(v_points.wallet));
  end if;
  perform books.apply_limits(p_return.purchase_id, p_limits);
  insert into purchase_return values (p_return.*) on conflict (id) do nothing;
  if not found then raise exception 'Return % was booked meanwhile', p_return.id using errcode = 'serialization_failure'; end if;
  insert into return_line select * from unnest(p_lines);
  if p_return.till_id is not null then perform books.register_till(p_return.store_id, p_return.till_id, p_return.recorded_at); end if;
  insert into outbox (id, subject, envelope) values (p_event_id, p_subject, p_envelope);
  return jsonb_build_object('withdrawn', p_return.points_withdrawn_minor, 'lapsed', p_return.points_lapsed_minor,
    'shortfall', p_return.points_shortfall_minor);
end $$;
