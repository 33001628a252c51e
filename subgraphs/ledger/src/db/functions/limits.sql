-- What can be used up.

-- What a purchase uses up now and what it shall use up, by limit.
create function books.limit_changes(p_purchase text, p_wanted jsonb) returns table (key text, wanted bigint, delta bigint, max bigint)
  language sql stable as $$
  select coalesce(w.key, u.key), coalesce(w.amount, 0), coalesce(w.amount, 0) - coalesce(u.amount, 0), w.max
  from (select r.key, sum(r.amount)::bigint as amount, min(r.max) as max
        from jsonb_to_recordset(p_wanted) as r(key text, amount bigint, max bigint) group by r.key) w
  full join (select i.key, i.amount from limit_use i where i.purchase_id = p_purchase) u on u.key = w.key
$$;

-- Makes a purchase use up exactly p_wanted ([{ key, amount, max }]; what is not named, nothing). Answers null, or the
-- first limit by key that is exhausted with what is left of it; then nothing has changed.
create function books.apply_limits(p_purchase text, p_wanted jsonb) returns jsonb language plpgsql as $$
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
    from books.limit_changes(p_purchase, p_wanted) d join limit_counter c on c.key = d.key order by c.key for update of c
  loop
    if v_refusal is null and v_limit.delta > v_limit.left then
      v_refusal := jsonb_build_object('outcome', 'LIMIT_EXHAUSTED', 'limit', v_limit.key, 'left', v_limit.left);
    end if;
  end loop;
  if v_refusal is not null then return v_refusal; end if;
  with changes as materialized (select * from books.limit_changes(p_purchase, p_wanted)),
    counted as (update limit_counter c set used = c.used + d.delta, max = coalesce(d.max, c.max) from changes d where c.key = d.key)
  insert into limit_use (purchase_id, key, amount) select p_purchase, d.key, d.wanted from changes d
    on conflict (purchase_id, key) do update set amount = excluded.amount;
  return null;
end $$;
