-- The exact inverse of what came back.

-- The points of a return, in one entry: the wallet is as it would be had what came back never been bought. What was earned and
-- spent, and no other points cover, is owed; of it p_withhold at most is kept back from the refund, and those points stay earned, for
-- they are paid for. unexpired: by how much the account EXPIRED fell. The wallet must be locked and settled.
create function books.return_points(p_entry journal_entry, p_given_back bigint, p_earned bigint, p_withhold bigint,
  out withdrawn bigint, out lapsed bigint, out shortfall bigint, out withheld bigint, out unexpired bigint, out wallet account) language plpgsql as $$
declare
  v_own record;
  v_moved record;
begin
  p_entry.seq := nextval('journal_entry_seq');
  select * into wallet from account where member_id = p_entry.member_id;
  select l.id, l.legal_entity, l.status, l.left_minor - l.held_minor as free into v_own
    from journal_entry e join posting p on p.entry_seq = e.seq and p.source = 'ISSUED' join lot l on l.id = p.lot_id
    where e.member_id = p_entry.member_id and e.purchase_id = p_entry.purchase_id;
  withheld := 0;
  if p_given_back = 0 and (p_earned = 0 or v_own.free >= p_earned) then
    -- Nobody has spent them: whatever else happened, happened without them.
    v_moved := books.withdraw_unspent(p_entry.seq, v_own.id, p_earned);
  else
    if p_withhold > 0 then
      withheld := least(p_withhold, greatest(0, -(select sum(c.owed) from books.retold_changes(
        p_entry.member_id, p_entry.purchase_id, p_given_back, p_earned, v_own.id) c)));
    end if;
    v_moved := books.post_retold(p_entry, p_given_back, p_earned - withheld, v_own.id);
  end if;
  shortfall := greatest(0, v_moved.owed);
  unexpired := v_moved.lapsed;
  lapsed := least(p_earned - withheld - shortfall, v_moved.lapsed);
  withdrawn := p_earned - withheld - shortfall - lapsed;
  if v_moved.posted then
    -- What is owed after it is told anew: the entry itself must pay nothing of it.
    update account set owed_minor = 0 where member_id = p_entry.member_id;
    wallet := books.append_entry(p_entry, v_moved.available, v_moved.pending, 0);
    update account set owed_minor = (select coalesce(sum(d.owed_minor), 0) from debt d where d.member_id = p_entry.member_id)
      where member_id = p_entry.member_id returning * into wallet;
  end if;
end $$;

-- Takes points back that are still in the lot that earned them.
create function books.withdraw_unspent(p_entry bigint, p_lot uuid, p_amount bigint,
  out available bigint, out pending bigint, out lapsed bigint, out owed bigint, out posted boolean) language plpgsql as $$
declare
  v_lot lot;
begin
  available := 0; pending := 0; lapsed := 0; owed := 0; posted := p_amount > 0;
  if not posted then return; end if;
  select * into v_lot from lot where id = p_lot;
  if v_lot.status = 'PENDING' then pending := -p_amount; else available := -p_amount; end if;
  update lot set left_minor = left_minor - p_amount, status = case when left_minor = p_amount then 'SPENT' else status end where id = p_lot;
  insert into posting values (p_entry, p_lot, case when pending < 0 then 'PENDING'::account_kind else 'AVAILABLE' end, 'ISSUED',
    v_lot.legal_entity, p_amount);
end $$;

-- Moves lots and debts to where the history told anew has them. Answers what the wallet gains, what had expired and no longer has,
-- and what is owed more than before.
create function books.post_retold(p_entry journal_entry, p_given_back bigint, p_earned bigint, p_own uuid,
  out available bigint, out pending bigint, out lapsed bigint, out owed bigint, out posted boolean) language plpgsql as $$
declare
  v_lot record;
  v_redeemed bigint := 0;
  v_spent bigint;
begin
  available := 0; pending := 0; lapsed := 0; owed := 0; posted := false;
  for v_lot in
    select * from books.retold_changes(p_entry.member_id, p_entry.purchase_id, p_given_back, p_earned, p_own) c
    where (c.wallet, c.expired, c.issued, c.owed) <> (0, 0, 0, 0) order by c.lot_id
  loop
    v_spent := -(v_lot.wallet + v_lot.expired + v_lot.issued + v_lot.owed);
    perform books.post_gains(p_entry.seq, v_lot.lot_id, v_lot.legal_entity,
      array[case when v_lot.is_pending then 'PENDING'::account_kind else 'AVAILABLE' end, 'EXPIRED', 'ISSUED', 'OWED', 'REDEEMED'],
      array[v_lot.wallet, v_lot.expired, v_lot.issued, v_lot.owed, v_spent]);
    -- A lot that has expired meanwhile expires again by the job, as it would have.
    update lot l set left_minor = l.left_minor + v_lot.wallet,
      status = case when l.left_minor + v_lot.wallet = 0 then case when v_lot.now_expired > 0 then 'EXPIRED'::lot_status else 'SPENT' end when v_lot.is_pending then 'PENDING'::lot_status else 'ACTIVE' end
      where l.id = v_lot.lot_id;
    if v_lot.owed <> 0 then
      delete from debt where lot_id = v_lot.lot_id;
      insert into debt select v_lot.lot_id, p_entry.member_id, v_lot.now_owed where v_lot.now_owed > 0;
    end if;
    if v_lot.is_pending then pending := pending + v_lot.wallet; else available := available + v_lot.wallet; end if;
    lapsed := lapsed - v_lot.expired;
    owed := owed - v_lot.owed;
    v_redeemed := v_redeemed + v_spent;
    posted := true;
  end loop;
  if v_redeemed <> -p_given_back then
    raise exception 'History of purchase % gives % points back instead of %', p_entry.purchase_id, -v_redeemed, p_given_back;
  end if;
end $$;

-- A return, in the transaction that has locked the wallet and the purchase. p_entry: null for an anonymous sale; p_earned: points
-- earned by what came back; p_limits: what the purchase still uses up.
create function books.book_return(p_return purchase_return, p_lines return_line[], p_entry journal_entry, p_earned bigint, p_limits jsonb,
  p_event_id uuid, p_subject text, p_envelope text) returns jsonb language plpgsql set enable_seqscan = off as $$
declare
  v_points record;
begin
  if p_entry.member_id is not null then
    select * into v_points from books.return_points(p_entry, p_return.points_given_back_minor, p_earned,
      case (select shortfall_policy from purchase where id = p_return.purchase_id) when 'WITHHOLD' then p_return.refund_minor else 0 end);
    p_return.points_withdrawn_minor := v_points.withdrawn;
    p_return.points_lapsed_minor := v_points.lapsed;
    p_return.points_shortfall_minor := v_points.shortfall;
    p_return.withheld_minor := v_points.withheld;
    p_return.refund_minor := p_return.refund_minor - v_points.withheld;
    p_envelope := replace(p_envelope, '"balance":null',
      format('%s,"withheldMinor":%s,"unexpiredMinor":%s', books.balance_of(v_points.wallet), v_points.withheld, v_points.unexpired));
  end if;
  perform books.apply_limits(p_return.purchase_id, p_limits);
  p_return.booked_xid := pg_current_xact_id()::text::bigint;
  insert into purchase_return values (p_return.*) on conflict (id) do nothing;
  if not found then raise exception 'Return % was booked meanwhile', p_return.id using errcode = 'serialization_failure'; end if;
  insert into return_line select * from unnest(p_lines);
  if p_return.till_id is not null then perform books.register_till(p_return.store_id, p_return.till_id, p_return.recorded_at); end if;
  insert into outbox (id, subject, envelope) values (p_event_id, p_subject, p_envelope);
  return jsonb_build_object('withdrawn', p_return.points_withdrawn_minor, 'lapsed', p_return.points_lapsed_minor,
    'shortfall', p_return.points_shortfall_minor, 'withheld', p_return.withheld_minor);
end $$;
