import { isUuid, type Connection } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';
import { inSample, instantsOf, type Extent, type Part } from '../replay';
import { Simulation } from './simulation.entities';

export type SimulationPage = Connection<Simulation>;

/** Makes two starts under one id take turns, and counts who waits without a race. */
export async function lockSimulations(tx: EntityManager): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('simulations', 0))");
}

/** Null for what is no id too. */
export async function findSimulation(db: DataSource | EntityManager, id: string): Promise<Simulation | null> {
  return isUuid(id) ? db.getRepository(Simulation).findOneBy({ id }) : null;
}

/** The simulation, locked until the transaction ends; null for what is no id too. */
export async function lockSimulation(tx: EntityManager, id: string): Promise<Simulation | null> {
  if (!isUuid(id)) return null;
  return tx.getRepository(Simulation).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Simulations of a promotion, the latest first, one more than `size` when more follow. */
export function listSimulations(
  db: DataSource,
  { promotionId, storesSeen }: { promotionId: string; storesSeen: readonly string[] | null },
  after: { createdAt: Date; id: string } | null,
  size: number,
): Promise<Simulation[]> {
  const query = db
    .getRepository(Simulation)
    .createQueryBuilder('simulation')
    .where('simulation.promotionId = :promotionId', { promotionId })
    .orderBy('simulation.createdAt', 'DESC')
    .addOrderBy('simulation.id', 'DESC')
    .limit(size + 1);
  if (storesSeen !== null) {
    query.andWhere(
      "jsonb_typeof(simulation.asked -> 'storeIds') = 'array' and simulation.asked -> 'storeIds' <@ :storesSeen::jsonb",
      {
        storesSeen: JSON.stringify(storesSeen),
      },
    );
  }
  if (after !== null) query.andWhere('(simulation.createdAt, simulation.id) < (:createdAt, :id::uuid)', after);
  return query.getMany();
}

export async function countWaiting(tx: EntityManager): Promise<number> {
  const [row]: { waiting: number }[] = await tx.query(
    "select count(*)::integer as waiting from simulation where status in ('QUEUED', 'RUNNING')",
  );
  return row?.waiting ?? 0;
}

/** How many come before it. */
export async function countBefore(db: DataSource, { createdAt, id }: Simulation): Promise<number> {
  const [row]: { before: number }[] = await db.query(
    `select count(*)::integer as before from simulation
     where status in ('QUEUED', 'RUNNING') and (created_at, id) < ($1::timestamptz, $2::uuid)`,
    [createdAt, id],
  );
  return row?.before ?? 0;
}

/** The one to work on: whatever runs was left by a replica that is gone, since one replica at a time does this. */
export function nextSimulation(db: DataSource): Promise<Simulation | null> {
  return db
    .getRepository(Simulation)
    .createQueryBuilder('simulation')
    .where("simulation.status in ('QUEUED', 'RUNNING')")
    .orderBy('simulation.createdAt')
    .addOrderBy('simulation.id')
    .limit(1)
    .getOne();
}

/** Stores of these that nobody knows. */
export async function findUnknownStores(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select id from unnest($1::text[]) as asked (id) where not exists (select from store where store.id = asked.id) order by id',
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Whether anything was sold then and there. */
export async function hasReceipts(tx: EntityManager, extent: Extent): Promise<boolean> {
  const { from, until } = instantsOf(extent);
  const rows: unknown[] = await tx.query(
    `select from receipt where at >= $1 and at < $2 and business_day between $3::date and $4::date
       and ($5::text[] is null or store_id = any($5)) and cardinality(line_nos) > 0 limit 1`,
    [from, until, extent.from, extent.until, extent.storeIds],
  );
  return rows.length > 0;
}

/** A part with how many receipts it is about, counted over all stores. */
export type PlannedPart = Part & { readonly receipts: number };

/** Divides the work into parts of about `size` receipts: whole members, then anonymous receipts by time. */
export async function planParts(db: DataSource, extent: Extent, size: number): Promise<PlannedPart[]> {
  const { from, until } = instantsOf(extent);
  const values = [from, until, extent.samplePercent, size];
  const members: PlannedRow[] = await db.query(MEMBERS, values);
  const anonymous: PlannedRow[] = await db.query(ANONYMOUS, values);
  return [...rangesOf('MEMBERS', members), ...rangesOf('ANONYMOUS', anonymous)].map((part, no) => ({ ...part, no }));
}

interface PlannedRow {
  readonly begins: string;
  readonly receipts: number;
}

const rangesOf = (kind: Part['kind'], rows: readonly PlannedRow[]): Omit<PlannedPart, 'no'>[] =>
  rows.map(({ begins, receipts }, index) => ({ kind, from: begins, until: rows[index + 1]?.begins ?? null, receipts }));

const MEMBERS = `
  with one as (
    select member_id, count(*) as receipts from receipt
    where member_id is not null and at >= $1 and at < $2 and ${inSample('member_id::text', '$3')}
    group by member_id),
  placed as (select member_id, receipts, (sum(receipts) over (order by member_id) - receipts)::bigint / $4::integer as place from one)
  select min(member_id::text) as begins, sum(receipts)::integer as receipts from placed group by place order by begins`;

const ANONYMOUS = `
  with placed as (
    select at, (row_number() over (order by at) - 1) / $4::integer as place from receipt
    where member_id is null and at >= $1 and at < $2 and ${inSample('id', '$3')}),
  cut as (select place, min(at) as begins from placed group by place)
  select begins::text, (select count(*) from placed where placed.place = cut.place)::integer as receipts from cut order by place`;
