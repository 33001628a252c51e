-- Purchases of tills, in one round trip.

-- Lots whose day has come: they are turned over before their wallet spends.
create function books.lots_due(p_member uuid, p_now timestamptz) returns setof lot language sql stable as $$
  select * from lot where member_id = p_member and (
    (status = 'PENDING' and activates_at <= p_now) or (status = 'ACTIVE' and expires_at <= p_now and left_minor > held_minor))
$$;

-- What speaks against spending, in order of precedence; null when nothing does. p_due: it has lots whose day has come. p_free: points a
-- hold of the same purchase sets free.
create function books.check_wallet(p_account account, p_due boolean, p_spent bigint, p_free bigint) returns jsonb language plpgsql as $$
begin
  -- The caller turns them over, so that the jobs' events are sent by one place.
  if p_due then return '{"outcome": "SETTLE_FIRST"}'; end if;
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

-- The same for several wallets at once that hold nothing for these entries and owe nothing: what it spends and earns stands beside each
-- entry, of each wallet one at most. Lots are spent as they stand when their entry is booked.
create function books.book_points_together(p_entries journal_entry[], p_spent bigint[], p_earned lot[]) returns account[] language plpgsql as $$
declare
  v_covered boolean;
  v_accounts account[];
begin
  with
    entry as (select e.*, p_spent[e.ordinality] as spent, p_earned[e.ordinality] as earned from unnest(p_entries) with ordinality e),
    free as (
      select e.seq, e.spent, l.id, l.legal_entity, l.left_minor - l.held_minor as points,
        sum(l.left_minor - l.held_minor) over (partition by e.seq order by l.expires_at nulls last, l.id) as upto
      from entry e join lot l on l.member_id = e.member_id
      where e.spent > 0 and l.status = 'ACTIVE' and l.left_minor > l.held_minor and (l.expires_at is null or l.expires_at > e.booked_at)),
    taken as (select seq, id, legal_entity, least(points, spent - (upto - points))::bigint as points from free where upto - points < spent),
    moved as (
      update lot l set left_minor = l.left_minor - t.points, status = case when l.left_minor = t.points then 'SPENT' else l.status end
      from taken t where l.id = t.id),
    opened as (insert into lot select l.* from unnest(p_earned) l where l.id is not null),
    posted as (
      insert into posting
      select seq, id, 'AVAILABLE', 'REDEEMED'::account_kind, legal_entity, points from taken
      union all
      select l.opened_by, l.id, 'ISSUED'::account_kind, case l.status when 'ACTIVE' then 'AVAILABLE'::account_kind else 'PENDING' end,
        l.legal_entity, l.amount_minor from unnest(p_earned) l where l.id is not null),
    wallet as (
      update account a set version = a.version + 1,
        available_minor = a.available_minor - e.spent + case (e.earned).status when 'ACTIVE' then (e.earned).amount_minor else 0 end,
        pending_minor = a.pending_minor + case (e.earned).status when 'PENDING' then (e.earned).amount_minor else 0 end
      from entry e where a.member_id = e.member_id returning e.seq, a as after),
    written as (
      insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, purchase_id, return_id,
          available_after_minor, pending_after_minor, held_after_minor, member_seq)
        select e.seq, e.id, e.kind, e.member_id, e.booked_at, e.occurred_at, e.business_day, e.note, e.purchase_id, e.return_id,
          (w.after).available_minor, (w.after).pending_minor, (w.after).held_minor, (w.after).version
        from entry e join wallet w on w.seq = e.seq)
  select array_agg(w.after), coalesce((select sum(points) from taken), 0) = (select sum(spent) from entry) into v_accounts, v_covered from wallet w;
  if not v_covered then raise exception 'Lots of a member do not cover what the wallet says'; end if;
  return v_accounts;
end $$;

-- What speaks against a sale, in order of precedence; null when nothing does. p_hold: of the same purchase, null when there is none.
create function books.judge_sale(p_sale purchase, p_content_hash bytea, p_member_status text, p_hold reservation, p_account account,
  p_due boolean, p_quote_hash bytea, p_quote_expires_at timestamptz) returns jsonb language plpgsql as $$
declare
  v_now timestamptz := p_sale.recorded_at;
begin
  if p_content_hash = p_sale.content_hash then return '{"outcome": "REPLAYED"}'; end if;
  if p_quote_expires_at <= v_now and (p_hold.quote_hash = p_quote_hash and p_hold.expires_at > v_now) is not true then
    return '{"outcome": "QUOTE_EXPIRED"}';
  end if;
  -- The id has other content in the books, or was reserved for somebody else.
  if p_content_hash is not null or (p_hold.purchase_id is not null and p_hold.member_id is distinct from p_sale.member_id) then
    return '{"outcome": "PURCHASE_ID_REUSED"}';
  end if;
  if p_member_status <> 'ACTIVE' then return '{"outcome": "MEMBER_BLOCKED"}'; end if;
  if p_sale.points_spent_minor = 0 then return null; end if;
  return books.check_wallet(p_account, p_due, p_sale.points_spent_minor, coalesce(p_hold.points_minor, 0));
end $$;

-- Turns what was reserved into what a sale asks for, without waiting; false when that takes more than a look.
create function books.try_limits(p_purchase text, p_wanted jsonb, p_now timestamptz) returns boolean language plpgsql as $$
begin
  perform books.change_uses(p_purchase, p_wanted, p_now, false);
  return true;
exception when sqlstate 'AD001' then return false;
end $$;

-- Says of each sale what speaks against it (null: nothing, and its limits are used), with its hold, its wallet as it is, locked both, and
-- whether its till is new. Of p_patient see book_purchases.
create function books.judge_sales(p_patient boolean, p_sales purchase[], p_limits text[], p_quote_hashes bytea[],
  p_quote_expiries timestamptz[], out answers jsonb[], out holds reservation[], out wallets account[], out new_tills boolean[])
  language plpgsql as $$
declare
  v_free uuid[] := '{}';
  v record;
  v_sale purchase;
  v_hold reservation;
  v_answer jsonb;
  -- Those whose limits are used together.
  v_asking integer[] := '{}';
  v_places bigint[];
begin
  if p_patient then
    if p_sales[1].member_id is not null then perform books.lock_account(p_sales[1].member_id); end if;
  else
    v_free := array(
      select a.member_id from account a where a.member_id in (select s.member_id from unnest(p_sales) s) for update skip locked);
    if cardinality(p_sales) > 1 and '[]' <> any (p_limits) then perform books.lock_counters(p_limits); end if;
  end if;
  for v in
    -- An id is asked for in the order of ids, which the primary key alone has: planned while there were no purchases, any index with an
    -- id in it looked as good, and was read whole ever after.
    select s.ordinality::integer as n,
      (select p.content_hash from purchase p where p.id between s.id and s.id order by p.id limit 1) as content_hash,
      (select m.status from member m where m.id = s.member_id) as member_status,
      (select true from till t where t.store_id = s.store_id and t.id = s.till_id) as till_known,
      (select true from reservation r where r.purchase_id = s.id and r.status = 'HELD') as held,
      (select a from account a where a.member_id = s.member_id) as wallet,
      s.points_spent_minor > 0 and exists (select 1 from books.lots_due(s.member_id, s.recorded_at)) as due
    from unnest(p_sales) with ordinality s order by s.ordinality
  loop
    v_sale := p_sales[v.n];
    v_hold := null;
    v_answer := null;
    new_tills[v.n] := v.till_known is null and v_sale.till_id is not null;
    if p_patient then
      if v.held then select * into v_hold from reservation where purchase_id = v_sale.id and status = 'HELD' for update; end if;
    else
      if v.held then
        select * into v_hold from reservation where purchase_id = v_sale.id and status = 'HELD' for update skip locked;
      end if;
      if (v.held and v_hold.purchase_id is null) or v_sale.member_id <> all (v_free) or new_tills[v.n] then
        v_answer := '{"outcome": "LATER"}';
      end if;
    end if;
    if v_answer is null then
      v_answer := books.judge_sale(v_sale, v.content_hash, v.member_status, v_hold, v.wallet, v.due, p_quote_hashes[v.n], p_quote_expiries[v.n]);
    end if;
    if v_answer is null and (p_limits[v.n] <> '[]' or v.held) then
      if p_patient then
        v_answer := books.apply_limits(v_sale.id, p_limits[v.n]::jsonb, v_sale.recorded_at);
      elsif v.held is null and cardinality(p_sales) > 1 then
        v_asking := v_asking || v.n;
      elsif not books.try_limits(v_sale.id, p_limits[v.n]::jsonb, v_sale.recorded_at) then
        v_answer := '{"outcome": "LATER"}';
      end if;
    end if;
    answers[v.n] := v_answer;
    holds[v.n] := v_hold;
    wallets[v.n] := v.wallet;
  end loop;
  if v_asking = '{}' then return; end if;
  v_places := books.use_together(array(select p_sales[n].id from unnest(v_asking) n), array(select p_limits[n] from unnest(v_asking) n),
    p_sales[1].recorded_at);
  for v_place in 1 .. cardinality(v_asking) loop
    if v_place <> all (v_places) then answers[v_asking[v_place]] := '{"outcome": "LATER"}'; end if;
  end loop;
end $$;

-- Purchases of tills in one call and one transaction, each all or nothing: rows as their tables have them, written as texts. The arrays
-- go together, but lines and payments, which are those of all. An entry and a lot are null where a sale moves no points, hash and end of
-- its quote without one. In an envelope, "balance":null is filled in here, for only the books know the wallet after; inside a text of
-- the envelope its quotes would be escaped, so nothing else is ever replaced. Answers an outcome for each, in the order given.
--
-- When p_patient, one purchase, which waits for whoever holds its wallet or its hold. Else any number, of different members and of
-- ids in ascending order: whichever would have to wait for those, is the first of its wallet or till, or needs a limit counted
-- exactly, is answered LATER and left as it was, to be booked by a patient call. So no sale waits for the wallet of another. An
-- impatient call takes wallets that are free and waits for counters by key, then for ids: nobody waits in a circle (ADR 20).
create function books.book_purchases(p_patient boolean, p_sales text[], p_lines text[], p_payments text[], p_limits text[],
  p_entries text[], p_lots text[], p_quote_hashes bytea[], p_quote_expiries timestamptz[], p_event_ids uuid[], p_subject text,
  p_envelopes text[]) returns jsonb language plpgsql
  -- Planning for the arrays at hand would cost more than it saves; and a plan made while a table was small must not read it whole
  -- when it has grown: a few rows are looked up.
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  v_sales purchase[] := p_sales::purchase[];
  v_new_entries journal_entry[] := p_entries::journal_entry[];
  v_new_lots lot[] := p_lots::lot[];
  v_judged record;
  v_sale purchase;
  v_entry journal_entry;
  v_lot lot;
  v_hold reservation;
  v_account account;
  v_booked purchase[] := '{}';
  v_entries journal_entry[] := '{}';
  v_spent bigint[] := '{}';
  v_earned lot[] := '{}';
  v_accounts account[] := '{}';
  v_event_ids uuid[] := '{}';
  v_envelopes text[] := '{}';
  v_rows integer;
begin
  select * into v_judged from books.judge_sales(p_patient, v_sales, p_limits, p_quote_hashes, p_quote_expiries);
  for n in 1 .. cardinality(v_sales) loop
    continue when v_judged.answers[n] is not null;
    v_sale := v_sales[n];
    v_lot := v_new_lots[n];
    v_hold := v_judged.holds[n];
    v_account := v_judged.wallets[n];
    v_sale.booked_xid := pg_current_xact_id()::text::bigint;
    if v_judged.new_tills[n] then perform books.register_till(v_sale.store_id, v_sale.till_id, v_sale.recorded_at); end if;
    if v_hold.purchase_id is not null then update reservation set status = 'CONFIRMED' where purchase_id = v_sale.id; end if;
    if v_sale.points_spent_minor > 0 or v_lot.id is not null or v_hold.points_minor > 0 then
      v_entry := v_new_entries[n];
      v_entry.seq := nextval('journal_entry_seq');
      if v_hold.purchase_id is not null or v_account.owed_minor > 0 then
        v_accounts := v_accounts || books.book_points(v_entry, v_sale.points_spent_minor, v_lot, v_hold, v_sale.recorded_at);
      else
        v_lot.opened_by := v_entry.seq;
        v_entries := v_entries || v_entry;
        v_spent := v_spent || v_sale.points_spent_minor;
        v_earned := v_earned || v_lot;
      end if;
    elsif v_sale.member_id is not null then
      v_accounts := v_accounts || v_account;
    end if;
    v_booked := v_booked || v_sale;
    v_event_ids := v_event_ids || p_event_ids[n];
    v_envelopes := v_envelopes || p_envelopes[n];
  end loop;
  if v_booked = '{}' then return to_jsonb(v_judged.answers); end if;
  if v_entries <> '{}' then v_accounts := v_accounts || books.book_points_together(v_entries, v_spent, v_earned); end if;
  insert into purchase select b.* from unnest(v_booked) b order by b.id on conflict (id) do nothing;
  get diagnostics v_rows = row_count;
  -- The same id came twice at once, and without a wallet to queue on: the other one won.
  if v_rows < cardinality(v_booked) then raise exception 'A purchase was booked meanwhile' using errcode = 'serialization_failure'; end if;
  insert into purchase_line select l.* from unnest(p_lines::purchase_line[]) l
    where l.purchase_id = any (array(select b.id from unnest(v_booked) b));
  if p_payments <> '{}' then
    insert into payment select p.* from unnest(p_payments::payment[]) p
      where p.purchase_id = any (array(select b.id from unnest(v_booked) b));
  end if;
  insert into outbox (id, subject, envelope)
    select v_event_ids[b.ordinality], p_subject, case when a.member_id is null then v_envelopes[b.ordinality]
      else replace(v_envelopes[b.ordinality], '"balance":null', books.balance_of(a)) end
    from unnest(v_booked) with ordinality b left join unnest(v_accounts) a on a.member_id = b.member_id order by b.ordinality;
  return (select jsonb_agg(coalesce(a.answer, '{"outcome": "CONFIRMED"}') order by a.n) from unnest(v_judged.answers) with ordinality a (answer, n));
end $$;
