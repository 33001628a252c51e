import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: large promotions need a second person; members may be held out of all promotions; which group of a promotion a member is in
 * is kept once a sale shows it. Lock: a moment on one row, the tables are new. Checked: the migrations test compares them with the
 * entities.
 */
export class ApproveAndHoldOut1795000011000 implements MigrationInterface {
  name = 'ApproveAndHoldOut1795000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table programme
        add column holdout_basis_points integer not null default 0,
        add column holdout_salt text not null default gen_random_uuid()::text,
        add column approval_money_minor bigint,
        add column approval_points_minor bigint;
      create table promotion_assignment (
        promotion_id uuid not null,
        member_id uuid not null,
        version integer not null,
        held_out boolean not null,
        variant text,
        at timestamptz not null,
        primary key (promotion_id, member_id)
      );
      -- One request for each version: what was turned down is changed first, and so is another version.
      create table promotion_approval (
        promotion_id uuid not null,
        version integer not null,
        status text not null,
        requested_by_id text not null,
        requested_by_name text not null,
        requested_at timestamptz not null,
        request_comment text,
        decided_by_id text,
        decided_by_name text,
        decided_at timestamptz,
        decision_comment text,
        primary key (promotion_id, version)
      );
      create index promotion_approval_waiting on promotion_approval (requested_at) where status = 'WAITING';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table promotion_approval;
      drop table promotion_assignment;
      alter table programme drop column holdout_basis_points, drop column holdout_salt, drop column approval_money_minor,
        drop column approval_points_minor;
    `);
  }
}
