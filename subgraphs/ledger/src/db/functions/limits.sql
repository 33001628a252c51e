-- What can be used up: a coupon, a budget, a cap. Consumed by a sale or its reservation, given back by cancel, expiry and return.
--
-- A small limit is one row. A big one has shards, rows with a quota of it each, so that tills do not queue: a sale takes any shard
-- that nobody holds and that has enough left. Only when there is none are all shards locked and the answer exact. Order of locks:
-- keys ascending; whoever waits for a shard holds shard 0 of that key before any other.

-- A limit as a quote describes it; of a return, key and what is kept alone.
create type books.limit_asked as (key text, amount bigint, max bigint, revision bigint, shards smallint, kind text, unit text, label text,
  promotion_id text, subject text, period_ends_at timestamptz);

-- Locks a limit whole, made when there is none, and brings it up to date. Answers what is left of it.
create function books.lock_limit(p_asked books.limit_asked) returns bigint language plpgsql as $$
declare
  v_first limit_counter;
  v_left bigint;
begin
  insert into limit_counter
    select p_asked.key, 0, p_asked.max, 0, p_asked.max, p_asked.revision, p_asked.kind, p_asked.unit, p_asked.label, p_asked.promotion_id,
      p_asked.subject, p_asked.period_ends_at
    on conflict do nothing;
  select * into v_first from limit_counter where key = p_asked.key and shard = 0 for update;
  -- Only who holds shard 0 adds others.
  if p_asked.shards > 1 and not exists (select 1 from limit_counter where key = p_asked.key and shard > 0) then
    insert into limit_counter
      select v_first.key, 0, v_first.max, s, 0, v_first.revision, v_first.kind, v_first.unit, v_first.label, v_first.promotion_id,
        v_first.subject, v_first.period_ends_at
      from generate_series(1, p_asked.shards - 1) s;
  end if;
  perform 1 from limit_counter where key = p_asked.key order by shard for update;
  -- The newest quote knows the limit best.
  if p_asked.revision > v_first.revision or (p_asked.revision = v_first.revision and p_asked.max <> v_first.max) then
    update limit_counter set max = p_asked.max, revision = p_asked.revision, label = p_asked.label, period_ends_at = p_asked.period_ends_at,
      exhausted = exhausted and p_asked.max <= v_first.max,
      -- Who knows it as exhausted is told again, of this max.
      told = case when exhausted then p_asked.max > v_first.max else told end
      where key = p_asked.key;
  end if;
  select min(max) - sum(used) into v_left from limit_counter where key = p_asked.key;
  return v_left;
end $$;

-- Lets a purchase use p_amount of a limit that is locked whole, and deals what is then left to as many shards as it is enough for.
-- Answers the shard.
create function books.deal_limit(p_key text, p_amount bigint, p_left bigint, p_now timestamptz) returns smallint language plpgsql as $$
declare
  v_shards bigint := (select count(*) from limit_counter where key = p_key);
  v_home smallint := pg_backend_pid() % v_shards;
  -- A shard that is dealt in has enough for a few such sales.
  v_dealt bigint := least(v_shards, greatest(p_left / greatest(p_amount * 4, 1), 1));
begin
  update limit_counter c set used = d.used, quota = d.quota, exhausted = d.exhausted, told = c.told and (c.exhausted or not d.exhausted),
      last_used_at = coalesce(d.used_at, c.last_used_at)
    from (
      select s.shard, s.used,
        -- Overdrawn, since max was lowered: what one shard gives back is not there for the others.
        case when p_left < 0 and v_shards > 1 then 0 else s.used + case when s.place < v_dealt then p_left / v_dealt else 0 end
          + case when s.place = 0 then p_left % v_dealt else 0 end end as quota,
        s.shard = 0 and (s.exhausted or p_left <= 0) as exhausted,
        case when s.shard = v_home and p_amount > 0 then p_now end as used_at
      from (
        select i.shard, i.exhausted, i.used + case when i.shard = v_home then p_amount else 0 end as used,
          (i.shard - v_home + v_shards) % v_shards as place
        from limit_counter i where i.key = p_key) s) d
    where c.key = p_key and c.shard = d.shard and (c.used, c.quota, c.exhausted) is distinct from (d.used, d.quota, d.exhausted);
  return v_home;
end $$;

-- Uses a limit without waiting for other tills. Answers the shard; AD001 when a look at one row does not decide.
create function books.use_quickly(p_asked books.limit_asked, p_now timestamptz) returns smallint language plpgsql as $$
declare
  v_shard smallint := 0;
begin
  if p_asked.shards = 1 then
    insert into limit_counter as c
      select p_asked.key, p_asked.amount, p_asked.max, 0, p_asked.max, p_asked.revision, p_asked.kind, p_asked.unit, p_asked.label,
        p_asked.promotion_id, p_asked.subject, p_asked.period_ends_at, p_now, p_asked.amount = p_asked.max
      where p_asked.amount <= p_asked.max
      on conflict (key, shard) do update set used = c.used + excluded.used, last_used_at = p_now,
        exhausted = c.exhausted or (c.quota = c.max and c.quota = c.used + excluded.used),
        told = c.told and (c.exhausted or c.quota <> c.max or c.quota <> c.used + excluded.used)
      where c.quota - c.used >= excluded.used
        and (c.revision > excluded.revision or (c.revision, c.max) = (excluded.revision, excluded.max));
  else
    select c.shard into v_shard from limit_counter c
      where c.key = p_asked.key and c.quota - c.used >= p_asked.amount
        and (c.revision > p_asked.revision or (c.revision, c.max) = (p_asked.revision, p_asked.max))
      order by (c.shard + pg_backend_pid()) % p_asked.shards limit 1 for update skip locked;
    update limit_counter set used = used + p_asked.amount, last_used_at = p_now where key = p_asked.key and shard = v_shard;
  end if;
  if not found then raise exception 'Limit % is not decided by one row', p_asked.key using errcode = 'AD001'; end if;
  return v_shard;
end $$;

-- Uses a limit, whoever has to be waited for. Answers the shard; AD002 with the limit when it is exhausted.
create function books.use_exactly(p_asked books.limit_asked, p_now timestamptz) returns smallint language plpgsql as $$
declare
  v_left bigint := books.lock_limit(p_asked);
begin
  if v_left < p_asked.amount then raise exception '%', to_jsonb(p_asked) using errcode = 'AD002'; end if;
  return books.deal_limit(p_asked.key, p_asked.amount, v_left - p_asked.amount, p_now);
end $$;

-- Gives back what was used of a shard.
create function books.give_back(p_key text, p_shard smallint, p_amount bigint) returns void language plpgsql as $$
begin
  perform 1 from limit_counter where key = p_key and shard in (0, p_shard) order by shard for update;
  update limit_counter set used = used - p_amount where key = p_key and shard = p_shard;
  update limit_counter set exhausted = false
    where key = p_key and shard = 0 and exhausted and max > (select sum(used) from limit_counter where key = p_key);
end $$;

-- Makes a purchase use up exactly p_wanted, or raises AD001 or AD002; unless p_exactly, only what it does not use yet is counted.
create function books.change_uses(p_purchase text, p_wanted jsonb, p_now timestamptz, p_exactly boolean) returns void language plpgsql as $$
declare
  v record;
  v_asked books.limit_asked;
  v_shard smallint;
begin
  for v in
    select coalesce(w.key, u.key) as key, w as asked, w.key is null as dropped, u.shard, coalesce(u.amount, 0) as used
    from (select * from limit_use where purchase_id = p_purchase) u
    full join jsonb_populate_recordset(null::books.limit_asked, p_wanted) w on w.key = u.key
    order by 1
  loop
    v_asked := v.asked;
    if v.shard is null then
      v_shard := case when p_exactly then books.use_exactly(v_asked, p_now) else books.use_quickly(v_asked, p_now) end;
      insert into limit_use values (p_purchase, v.key, v_asked.amount, v_shard, v_asked.amount);
    elsif v_asked.amount = v.used then
      continue;
    elsif not p_exactly then
      raise exception 'What was used of limit % changes', v.key using errcode = 'AD001';
    elsif v.dropped then
      perform books.give_back(v.key, v.shard, v.used);
      delete from limit_use where purchase_id = p_purchase and key = v.key;
    elsif v_asked.amount < v.used then
      perform books.give_back(v.key, v.shard, v.used - v_asked.amount);
      update limit_use set amount = v_asked.amount, taken = case when v_asked.max is null then taken else v_asked.amount end
        where purchase_id = p_purchase and key = v.key;
    elsif v_asked.amount > v.used then
      -- More than was held: counted anew, perhaps on another shard.
      perform books.give_back(v.key, v.shard, v.used);
      v_shard := books.use_exactly(v_asked, p_now);
      update limit_use set amount = v_asked.amount, shard = v_shard, taken = v_asked.amount where purchase_id = p_purchase and key = v.key;
    end if;
  end loop;
end $$;

-- Locks the counters that sales use up, those with one row, in order of their keys; those that are missing are made.
create function books.lock_counters(p_wanted text[]) returns void language plpgsql as $$
begin
  insert into limit_counter
    select distinct on (a.key) a.key, 0, a.max, 0, a.max, a.revision, a.kind, a.unit, a.label, a.promotion_id, a.subject, a.period_ends_at
    from unnest(p_wanted) w, jsonb_populate_recordset(null::books.limit_asked, w::jsonb) a where a.shards = 1 order by a.key
    -- Locks what it finds, and changes nothing.
    on conflict (key, shard) do update set used = excluded.used where false;
end $$;

-- Lets purchases that use nothing yet use up what each wants, as far as one row of every limit has enough for it and for those before
-- it. Waits for nobody: rows of small limits are locked already, of big ones any will do that nobody holds and that has enough for all.
-- Answers the places of those that did; the others used nothing.
create function books.use_together(p_purchases text[], p_wanted text[], p_now timestamptz) returns bigint[] language plpgsql as $$
declare
  v_places bigint[];
begin
  with
    asked as (
      select w.ordinality as n, a.* from unnest(p_wanted) with ordinality w (wanted, ordinality),
        jsonb_populate_recordset(null::books.limit_asked, w.wanted::jsonb) a),
    counter as (
      select k.key, k.shards = 1 as alone, c.* from (select key, sum(amount) as amount, max(shards) as shards from asked group by key) k,
        lateral (
          select c.shard, c.revision, c.max, c.quota - c.used as free from limit_counter c
          where c.key = k.key and case when k.shards = 1 then c.shard = 0 else c.quota - c.used >= k.amount end
          order by (c.shard + pg_backend_pid()) % k.shards limit 1 for update skip locked) c),
    looked as (
      select a.n, a.key, a.amount, c.shard, c.alone, c.free >= sum(a.amount) over (partition by a.key order by a.n)
        and (c.revision > a.revision or (c.revision, c.max) = (a.revision, a.max)) as enough
      from asked a left join counter c on c.key = a.key),
    place as (select n from looked group by n having bool_and(coalesce(enough, false))),
    taken as (select l.* from looked l join place p on p.n = l.n),
    counted as (
      update limit_counter c set used = c.used + t.amount, last_used_at = p_now, exhausted = c.exhausted or t.alone and c.quota = c.max
          and c.quota = c.used + t.amount, told = c.told and (c.exhausted or not t.alone or c.quota <> c.max or c.quota <> c.used + t.amount)
      from (select key, shard, alone, sum(amount)::bigint as amount from taken group by key, shard, alone) t
      where c.key = t.key and c.shard = t.shard),
    kept as (insert into limit_use select p_purchases[n], key, amount, shard, amount from taken)
  select array_agg(n) into v_places from place;
  return coalesce(v_places, '{}');
end $$;

-- What a screen and a cashier are told of an exhausted limit; null when there is enough of it after all.
create function books.refuse_limit(p_asked books.limit_asked, p_used bigint, p_now timestamptz) returns jsonb language plpgsql as $$
declare
  v_left bigint := books.lock_limit(p_asked);
begin
  perform books.deal_limit(p_asked.key, 0, v_left, p_now);
  if v_left + p_used >= p_asked.amount then return null; end if;
  update limit_counter set exhausted = true, told = told and exhausted where key = p_asked.key and shard = 0;
  return jsonb_build_object('outcome', 'LIMIT_EXHAUSTED', 'limit', p_asked.key, 'left', greatest(v_left + p_used, 0), 'kind', p_asked.kind,
    'unit', p_asked.unit, 'label', p_asked.label, 'promotionId', p_asked.promotion_id);
end $$;

-- Makes a purchase use up exactly p_wanted (rows of limit_asked; what is not named, nothing). Answers null, or the first limit by
-- key that is exhausted and what is left of it; then the purchase uses what it used before.
create function books.apply_limits(p_purchase text, p_wanted jsonb, p_now timestamptz default now()) returns jsonb language plpgsql as $$
declare
  v_exactly boolean := false;
  v_text text;
  v_asked books.limit_asked;
  v_refusal jsonb;
begin
  loop
    -- What was locked in vain is let go with the subtransaction: nobody waits for a shard with another in hand.
    begin
      perform books.change_uses(p_purchase, p_wanted, p_now, v_exactly);
      return null;
    exception
      when sqlstate 'AD001' then v_exactly := true;
      when sqlstate 'AD002' then
        get stacked diagnostics v_text = message_text;
        v_asked := jsonb_populate_record(null::books.limit_asked, v_text::jsonb);
        v_refusal := books.refuse_limit(v_asked,
          coalesce((select amount from limit_use where purchase_id = p_purchase and key = v_asked.key), 0), p_now);
        if v_refusal is not null then return v_refusal; end if;
        v_exactly := true;
    end;
  end loop;
end $$;
