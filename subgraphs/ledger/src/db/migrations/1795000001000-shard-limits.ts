// Why: one mechanism for all that can be used up. A limit says what it is, so that screens and refusals need not read its key; a big
// one has shards, so that tills do not queue on one row; a use remembers its shard and what it took before returns.
// Lock: both tables exclusively for as long as their rows are rewritten, seconds at a million. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters that know what they count. */
export class ShardLimits1795000001000 implements MigrationInterface {
  name = 'ShardLimits1795000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table limit_counter
        -- What this shard may be used; together at most max.
        add column shard smallint not null default 0,
        add column quota bigint,
        -- Of the quote that max comes from.
        add column revision bigint not null default 0,
        add column kind text not null default 'OTHER',
        add column unit text not null default 'USES',
        add column label text,
        add column promotion_id text,
        -- The member, store, card or coupon it is counted for; null for all.
        add column subject text,
        add column period_ends_at timestamptz,
        add column last_used_at timestamptz,
        -- A sale has been refused, or nothing is left; kept on shard 0.
        add column exhausted boolean not null default false,
        -- Whether that is what others have been told.
        add column told boolean not null default false;
      update limit_counter set quota = max, label = key;
      alter table limit_counter
        alter column quota set not null, alter column label set not null,
        drop constraint limit_counter_pkey, add primary key (key, shard);
      create index limit_counter_news on limit_counter (key) where exhausted <> told;
      create index limit_counter_promotion on limit_counter (promotion_id) where promotion_id is not null;
      alter table limit_use add column shard smallint not null default 0, add column taken bigint;
      update limit_use set taken = amount;
      alter table limit_use alter column taken set not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema if exists books cascade;
      alter table limit_use drop column shard, drop column taken;
      drop index limit_counter_news, limit_counter_promotion;
      create temporary table whole on commit drop as select key, sum(used) as used, min(max) as max from limit_counter group by key;
      truncate limit_counter;
      alter table limit_counter drop constraint limit_counter_pkey,
        drop column shard, drop column quota, drop column revision, drop column kind, drop column unit, drop column label,
        drop column promotion_id, drop column subject, drop column period_ends_at, drop column last_used_at,
        drop column exhausted, drop column told, add primary key (key);
      insert into limit_counter select * from whole;
    `);
  }
}
