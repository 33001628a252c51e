import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: what a promotion has given, to whom and on which turnover, is watched while it runs. Each receipt keeps what its promotions
 * gave line by line; `promotion_use` is what is left of that after returns, `promotion_figures` its sums. Lock: a column without
 * values, at once. Receipts of before name no promotions: nothing is to be filled. Checked: uses/settle-uses.int.test.ts compares
 * with a plain query over receipts.
 */
export class CountUses1795000051000 implements MigrationInterface {
  name = 'CountUses1795000051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createTables);
    await runner.query(createReading);
    await runner.query(createSettling);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function settle_promotion_uses; drop function use_slices; drop function uses_of_receipts;',
    );
    await runner.query('drop table promotion_figures; drop table promotion_use;');
    await runner.query('alter table receipt drop column promotions');
  }
}

const createTables = `
  -- By promotion: { promotionId, version, heldOut, lines: [[number, discount, points], …] }, as the sale gave it.
  alter table receipt add column promotions jsonb;
  create table promotion_use (
    receipt_id text not null,
    promotion_id uuid not null,
    version integer not null,
    held_out boolean not null,
    member_id uuid,
    day date not null,
    discount_minor bigint not null,
    points_minor bigint not null,
    revenue_minor bigint not null,
    primary key (receipt_id, promotion_id)
  );
  create index promotion_use_of_member on promotion_use (promotion_id, member_id) where member_id is not null;
  create table promotion_figures (
    promotion_id uuid not null,
    slice text not null,
    uses integer not null default 0,
    members integer not null default 0,
    discount_minor bigint not null default 0,
    points_minor bigint not null default 0,
    revenue_minor bigint not null default 0,
    primary key (promotion_id, slice)
  );
`;

// Of a line that came back in part, the share that was given back is rounded down, as the ledger rounds it.
const createReading = `
  create function uses_of_receipts(receipt_ids text[]) returns setof promotion_use language sql stable as $$
    select r.id, (p ->> 'promotionId')::uuid, (p ->> 'version')::integer, (p ->> 'heldOut')::boolean, r.member_id, r.business_day,
      given.discount, given.points,
      (select sum(amount) from unnest(r.amounts) as amount) - coalesce((select sum((line ->> 2)::bigint)
        from jsonb_each(r.returns) as back, jsonb_array_elements(back.value) as line), 0)
    from receipt r
    cross join lateral jsonb_array_elements(r.promotions) as p
    cross join lateral (
      select coalesce(sum(discount - div(discount * back, sold)), 0) as discount,
        coalesce(sum(points - div(points * back, sold)), 0) as points
      from (select (line ->> 1)::numeric as discount, (line ->> 2)::numeric as points,
          r.quantities[array_position(r.line_nos, (line ->> 0)::integer)] as sold,
          coalesce((select sum((l ->> 1)::bigint) from jsonb_each(r.returns) as b, jsonb_array_elements(b.value) as l
            where l -> 0 = line -> 0), 0) as back
        from jsonb_array_elements(p -> 'lines') as line) as share) as given
    where r.id = any (receipt_ids) and r.promotions is not null and not r.is_returned $$;
  create function use_slices(one promotion_use) returns text[] language sql stable as $$
    select case when one.held_out then array['control']
      else array['all', 'version ' || one.version, 'day ' || to_char(one.day, 'YYYY-MM-DD')] end $$;
`;

const createSettling = `
  create function settle_promotion_uses(receipt_ids text[]) returns void language plpgsql as $$
  declare
    was promotion_use[];
  begin
    -- Whoever counts for the same promotion waits here: members are counted by what the others have committed.
    insert into promotion_figures (promotion_id, slice)
      select promotion_id, 'all' from uses_of_receipts(receipt_ids)
      union select promotion_id, 'all' from promotion_use where receipt_id = any (receipt_ids)
      order by 1
      on conflict (promotion_id, slice) do update set slice = excluded.slice;
    if not found then return; end if;
    with gone as (delete from promotion_use where receipt_id = any (receipt_ids) returning promotion_use as one)
      select array_agg(one) into was from gone;
    with made as (insert into promotion_use select * from uses_of_receipts(receipt_ids) returning promotion_use as one),
      moved as (select -1 as sign, one as use from unnest(was) as one union all select 1, one from made),
      sliced as (select sign, (use).*, slice from moved cross join unnest(use_slices(use)) as slice),
      met as (select promotion_id, slice, member_id, bool_or(sign < 0) as before, bool_or(sign > 0) as after
        from sliced where member_id is not null group by 1, 2, 3),
      -- What this statement writes it does not see: these are the member's other uses.
      came as (select promotion_id, slice, sum(after::integer - before::integer) as members from met
        where before <> after and not exists (select from promotion_use u
          where u.promotion_id = met.promotion_id and u.member_id = met.member_id and met.slice = any (use_slices(u)))
        group by 1, 2)
    insert into promotion_figures as known (promotion_id, slice, uses, members, discount_minor, points_minor, revenue_minor)
      select promotion_id, slice, sum(sign), coalesce(max(came.members), 0), sum(sign * discount_minor), sum(sign * points_minor),
        sum(sign * revenue_minor)
      from sliced left join came using (promotion_id, slice)
      group by 1, 2 order by 1, 2
      on conflict (promotion_id, slice) do update set uses = known.uses + excluded.uses, members = known.members + excluded.members,
        discount_minor = known.discount_minor + excluded.discount_minor, points_minor = known.points_minor + excluded.points_minor,
        revenue_minor = known.revenue_minor + excluded.revenue_minor;
  end $$;
`;
