import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: what-if simulations with the pieces of their work, so that one goes on where it was left; and which version of a promotion
 * ran when, so that the past can be replayed as it was. The trigger writes it, since every change of a row means one. Lock: none of
 * note; a row for every promotion is written once. Checked: the migrations test compares tables with entities.
 */
export class KeepSimulations1795000050000 implements MigrationInterface {
  name = 'KeepSimulations1795000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createSimulations);
    await runner.query(createTurns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simulation_part; drop table simulation;');
    await runner.query(
      'drop trigger promotion_turns on promotion; drop function keep_promotion_turn; drop table promotion_turn;',
    );
  }
}

const createSimulations = `
  create table simulation (
    id uuid primary key,
    promotion_id uuid not null,
    status text not null,
    asked jsonb not null,
    -- What it prices by and what it has come to, as exact JSON.
    scene text not null,
    figures text,
    receipts_planned integer,
    receipts_done integer not null default 0,
    tries integer not null default 0,
    run_id uuid,
    author_id text not null,
    author_name text not null,
    created_at timestamptz(3) not null,
    started_at timestamptz(3),
    finished_at timestamptz(3)
  );
  create index simulation_of_promotion on simulation (promotion_id, created_at, id);
  create index simulation_waiting on simulation (created_at) where status in ('QUEUED', 'RUNNING');
  create table simulation_part (
    simulation_id uuid not null references simulation (id) on delete cascade,
    no integer not null,
    kind text not null,
    begins text not null,
    ends text,
    receipts integer not null,
    is_done boolean not null default false,
    primary key (simulation_id, no)
  );
`;

const createTurns = `
  create table promotion_turn (
    seq bigint primary key generated always as identity,
    promotion_id uuid not null,
    at timestamptz(3) not null,
    version integer not null,
    status text not null,
    -- Nobody kept what it was before this turn.
    is_first_known boolean not null default false
  );
  create index promotion_turn_of on promotion_turn (promotion_id, seq);
  insert into promotion_turn (promotion_id, at, version, status, is_first_known)
    select id, updated_at, version, status, true from promotion;
  create function keep_promotion_turn() returns trigger language plpgsql as $$
  begin
    insert into promotion_turn (promotion_id, at, version, status) values (new.id, new.updated_at, new.version, new.status);
    return null;
  end $$;
  create trigger promotion_turns after insert or update of version, status on promotion
    for each row execute function keep_promotion_turn();
`;
