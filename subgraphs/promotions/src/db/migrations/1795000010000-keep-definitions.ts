import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a promotion's content is one definition of the engine's language, and every version of it is kept. What was there is written
 * as definitions, without a control group, since it ran without one. Lock: the promotion table while a few thousand rows are
 * rewritten, a moment. Checked: the migration's own test reads every kind of row with the engine.
 */
export class KeepDefinitions1795000010000 implements MigrationInterface {
  name = 'KeepDefinitions1795000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(addDefinitions);
    await runner.query(writeDefinitions);
    await runner.query(dropFields);
    await runner.query(keepVersions);
    await runner.query('update pricing_revision set revision = revision + 1');
  }

  /** Fields cannot say what a definition can: promotions end, and stay as rows that nothing prices by. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table promotion_version');
    await runner.query(restoreFields);
  }
}

const addDefinitions = `
  alter table promotion
    add column definition jsonb,
    add column limits jsonb not null default '{}',
    add column template_key text,
    add column parent_id uuid,
    add column revision integer not null default 0,
    add column no_control_reason text;
`;

const writeDefinitions = `
  create function pg_temp.listed(kind text, names text[]) returns jsonb language sql as $$
    select case when cardinality(names) = 0 then '[]' else jsonb_build_array(jsonb_build_object('kind', kind, 'in', names)) end
  $$;
  create function pg_temp.instant(at timestamptz) returns text language sql as $$
    select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  $$;
  create function pg_temp.hundredths(milli bigint) returns text language sql as $$ select trim_scale(milli::numeric / 1000)::text $$;
  create function pg_temp.money(minor bigint) returns text language sql as $$ select (minor::numeric / 100)::numeric(24, 2)::text $$;
  create function pg_temp.goods(skus text[], brands text[], categories text[]) returns jsonb language sql as $$
    select case jsonb_array_length(lists)
      when 0 then '{"kind": "EVERYTHING"}' when 1 then lists -> 0
      else jsonb_build_object('kind', 'ALL', 'of', lists) end
    from (select pg_temp.listed('SKU', skus) || pg_temp.listed('BRAND', brands) || pg_temp.listed('CATEGORY', categories) as lists) as one
  $$;
  create function pg_temp.condition(p promotion) returns jsonb language sql as $$
    select case when jsonb_array_length(list) = 0 then null else jsonb_build_object('kind', 'ALL', 'of', list) end
    from (select coalesce(jsonb_agg(part order by place) filter (where part is not null), '[]') as list from (values
      (1, case when cardinality(p.store_ids) > 0 then jsonb_build_object('kind', 'STORE', 'storeIds', p.store_ids,
        'cities', '[]'::jsonb, 'banners', '[]'::jsonb, 'brands', '[]'::jsonb) end),
      (2, case when p.members_only then '{"kind": "IDENTIFIED"}'::jsonb end),
      (3, case when p.gender is not null then jsonb_build_object('kind', 'GENDER', 'gender', p.gender) end),
      (4, case when coalesce(p.age_from, p.age_to) is not null
        then jsonb_build_object('kind', 'AGE', 'from', p.age_from, 'to', p.age_to) end),
      (5, case when cardinality(p.cities) > 0 then jsonb_build_object('kind', 'CITY', 'in', p.cities) end),
      (6, case when p.birthday_within_days is not null then jsonb_build_object('kind', 'BIRTHDAY',
        'daysBefore', p.birthday_within_days, 'daysAfter', p.birthday_within_days) end),
      (7, case when p.basket_at_least_minor is not null then jsonb_build_object('kind', 'LINES', 'measure', 'SUM',
        'goods', pg_temp.goods(p.skus, p.brands, p.categories),
        'atLeast', pg_temp.money(p.basket_at_least_minor), 'atMost', null) end)
    ) as parts(place, part)) as listed
  $$;
  create function pg_temp.effects(p promotion) returns jsonb language sql as $$
    select jsonb_build_array(jsonb_build_object('goods', pg_temp.goods(p.skus, p.brands, p.categories)) || case p.mechanic
      when 'PERCENT_OFF' then jsonb_build_object('kind', 'PERCENT', 'percent', pg_temp.hundredths(p.percent_off_milli))
      when 'POINTS_MULTIPLIER' then jsonb_build_object('kind', 'POINTS_MULTIPLIER',
        'factor', pg_temp.hundredths(p.points_multiplier_milli), 'activationDays', null, 'lifetimeDays', null)
      else jsonb_build_object('kind', 'AMOUNT_OFF', 'amount', pg_temp.money(p.amount_off_minor), 'every', null) end)
    || case when p.receipt_text is null then '[]' else jsonb_build_array(jsonb_build_object('kind', 'RECEIPT_TEXT',
      'text', jsonb_build_object('en', p.receipt_text, 'ru', p.receipt_text, 'kk', p.receipt_text))) end
  $$;
  update promotion as p set
    revision = p.version,
    no_control_reason = 'It began before promotions had control groups.',
    limits = jsonb_build_object(
      'moneyBudget', pg_temp.money(money_budget_minor), 'pointsBudget', pg_temp.money(points_budget_minor),
      'usesBudget', uses_budget, 'usesPerMember', uses_per_member, 'usesPerMemberDay', uses_per_member_day,
      'usesPerStoreDay', uses_per_store_day, 'usesPerCard', uses_per_card),
    definition = jsonb_build_object(
      'priority', priority,
      'stacking', case when exclusive_group is not null then jsonb_build_object('group', exclusive_group, 'mode', 'BEST') end,
      'schedule', jsonb_build_object('from', pg_temp.instant(starts_at), 'until', pg_temp.instant(ends_at), 'weekdays', weekdays,
        'hours', case when coalesce(time_from, time_to) is null then '[]'::jsonb else jsonb_build_array(
          jsonb_build_object('from', coalesce(time_from, '00:00'), 'until', coalesce(time_to, '24:00'))) end),
      'condition', pg_temp.condition(p),
      'effects', pg_temp.effects(p),
      'caps', jsonb_build_object('line', '{"amount": null, "percent": null}'::jsonb, 'basket', '{"amount": null, "percent": null}'::jsonb,
        'pointsPerBasket', null, 'usesPerBasket', null),
      'holdout', null,
      'variants', '[]'::jsonb);
  drop function pg_temp.effects, pg_temp.condition, pg_temp.goods, pg_temp.money, pg_temp.hundredths, pg_temp.instant, pg_temp.listed;
`;

const dropFields = `
  alter table promotion
    alter column definition set not null,
    alter column limits drop default,
    alter column revision drop default,
    drop column mechanic, drop column percent_off_milli, drop column points_multiplier_milli, drop column amount_off_minor,
    drop column basket_at_least_minor, drop column categories, drop column brands, drop column skus, drop column weekdays,
    drop column time_from, drop column time_to, drop column store_ids, drop column members_only, drop column gender,
    drop column age_from, drop column age_to, drop column cities, drop column birthday_within_days, drop column priority,
    drop column exclusive_group, drop column receipt_text, drop column money_budget_minor, drop column points_budget_minor,
    drop column uses_budget, drop column uses_per_member, drop column uses_per_member_day, drop column uses_per_store_day,
    drop column uses_per_card;
  create index promotion_parent on promotion (parent_id) where parent_id is not null;
`;

const keepVersions = `
  create table promotion_version (
    promotion_id uuid not null,
    version integer not null,
    name text not null,
    definition jsonb not null,
    limits jsonb not null,
    no_control_reason text,
    author_id text not null,
    author_name text not null,
    at timestamptz not null,
    note text,
    primary key (promotion_id, version)
  );
  insert into promotion_version
    select id, version, name, definition, limits, no_control_reason, '', '', updated_at, null from promotion;
  -- Receipts point to versions: one that was written is never another.
  create function promotion_version_is_kept() returns trigger language plpgsql as $$
  begin
    raise exception 'A version of a promotion never changes.';
  end $$;
  create trigger promotion_version_is_kept before update on promotion_version
    for each row execute function promotion_version_is_kept();
`;

const restoreFields = `
  drop function promotion_version_is_kept;
  drop index promotion_parent;
  update promotion set status = 'ENDED';
  alter table promotion
    drop column definition, drop column limits, drop column template_key, drop column parent_id, drop column revision,
    drop column no_control_reason,
    add column mechanic text not null default 'PERCENT_OFF',
    add column percent_off_milli bigint default 1000,
    add column points_multiplier_milli bigint,
    add column amount_off_minor bigint,
    add column basket_at_least_minor bigint,
    add column categories text[] not null default '{}',
    add column brands text[] not null default '{}',
    add column skus text[] not null default '{}',
    add column weekdays integer[] not null default '{}',
    add column time_from text,
    add column time_to text,
    add column store_ids text[] not null default '{}',
    add column members_only boolean not null default false,
    add column gender text,
    add column age_from integer,
    add column age_to integer,
    add column cities text[] not null default '{}',
    add column birthday_within_days integer,
    add column priority integer not null default 100,
    add column exclusive_group text,
    add column receipt_text text,
    add column money_budget_minor bigint,
    add column points_budget_minor bigint,
    add column uses_budget integer,
    add column uses_per_member integer,
    add column uses_per_member_day integer,
    add column uses_per_store_day integer,
    add column uses_per_card integer;
`;
