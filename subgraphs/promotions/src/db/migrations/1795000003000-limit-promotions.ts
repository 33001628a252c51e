import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a promotion may have budgets and caps, which the ledger counts; what it reports as exhausted is offered no more. Lock: none
 * that matters, columns without a default. Checked: the migrations test compares them with the entities.
 */
export class LimitPromotions1795000003000 implements MigrationInterface {
  name = 'LimitPromotions1795000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table promotion
        add column money_budget_minor bigint,
        add column points_budget_minor bigint,
        add column uses_budget integer,
        add column uses_per_member integer,
        add column uses_per_member_day integer,
        add column uses_per_store_day integer,
        add column uses_per_card integer;
      -- What the ledger said last of a limit.
      create table limit_state (
        key text primary key,
        exhausted boolean not null,
        max bigint not null,
        as_of timestamptz not null,
        period_ends_at timestamptz
      );
      create index limit_state_over on limit_state (period_ends_at) where period_ends_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table limit_state;
      alter table promotion drop column money_budget_minor, drop column points_budget_minor, drop column uses_budget,
        drop column uses_per_member, drop column uses_per_member_day, drop column uses_per_store_day, drop column uses_per_card;
    `);
  }
}
