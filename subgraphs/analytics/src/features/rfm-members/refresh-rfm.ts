import { recordEnvelopes, RfmMoved, sealEvent } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import { binder } from '../../store/binder';
import { keepBounds, keptScorings, RFM_GRIDS, scoredMembers, type RfmGrid, type RfmScoring } from '../rfm';

/** What refreshing needs of a context. */
export type RfmContext = Pick<AnalyticsContext, 'db' | 'store' | 'now' | 'config' | 'correlationId'>;

/** Moves of one event. */
const TOLD_MAX = 500;
/** Members of one statement. */
const CHUNK = 20_000;

/** Follows the clock: where the day's bounds are to be made, they are, and everybody is judged by them. */
export async function refreshRfm(ctx: RfmContext): Promise<void> {
  for (const grid of RFM_GRIDS) {
    await ofGrid(ctx, grid, async (tx) => {
      if (await keepBounds(ctx, tx, grid)) await judge(ctx, tx, grid, null);
    });
  }
}

/** Judges members by the bounds of the day, and books and tells who moved. */
export async function refreshRfmOf(ctx: RfmContext, memberIds: readonly string[]): Promise<void> {
  for (const grid of RFM_GRIDS) await ofGrid(ctx, grid, (tx) => judge(ctx, tx, grid, memberIds));
}

/** One at a time for each grid: who is judged twice has moved once. */
function ofGrid(ctx: RfmContext, grid: RfmGrid, work: (tx: EntityManager) => Promise<void>): Promise<void> {
  return inTransaction(ctx.db, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('rfm members ' || $1, 0))", [grid.id]);
    await work(tx);
  });
}

async function judge(
  ctx: RfmContext,
  tx: EntityManager,
  grid: RfmGrid,
  memberIds: readonly string[] | null,
): Promise<void> {
  const scoring = (await keptScorings(tx)).get(grid.id);
  if (!scoring) return;
  const cells = await cellsNow(ctx, memberIds ? { ...scoring, members: memberIds } : scoring);
  await tx.query('create temp table fresh_cell (member_id uuid primary key, cell text not null) on commit drop');
  for (let from = 0; from < cells.length; from += CHUNK) {
    const part = cells.slice(from, from + CHUNK);
    await tx.query('insert into fresh_cell select unnest($1::uuid[]), unnest($2::text[])', [
      part.map(({ memberId }) => memberId),
      part.map(({ cell }) => cell),
    ]);
  }
  const moves: Move[] = await tx.query(
    `select coalesce(f.member_id, m.member_id) as "memberId", m.cell as "from", f.cell as "to"
     from fresh_cell f full join (select member_id, cell from rfm_member where grid_id = $1
       and ($2::uuid[] is null or member_id = any($2))) m on m.member_id = f.member_id
     where m.cell is distinct from f.cell`,
    [grid.id, memberIds],
  );
  await book(ctx, tx, grid, moves);
}

interface Move {
  readonly memberId: string;
  /** Null is off the grid, without a purchase in the window. */
  readonly from: string | null;
  readonly to: string | null;
}

async function cellsNow({ store }: RfmContext, scoring: RfmScoring): Promise<{ memberId: string; cell: string }[]> {
  const { bind, parameters } = binder();
  const sql = `SELECT q.member_id AS member_id, q.cell AS cell FROM (${scoredMembers(bind, scoring)}) AS q`;
  const rows = await store.query({ sql, parameters });
  return rows.map((row) => ({ memberId: String(row['member_id']), cell: String(row['cell']) }));
}

async function book(ctx: RfmContext, tx: EntityManager, grid: RfmGrid, moves: readonly Move[]): Promise<void> {
  await tx.query(
    `insert into rfm_member select $1, member_id, cell, $2 from fresh_cell
     on conflict (grid_id, member_id) do update set cell = excluded.cell, since = excluded.since
     where rfm_member.cell <> excluded.cell`,
    [grid.id, ctx.now],
  );
  const gone = moves.flatMap(({ memberId, to }) => (to === null ? [memberId] : []));
  await tx.query('delete from rfm_member where grid_id = $1 and member_id = any($2::uuid[])', [grid.id, gone]);
  await tx.query('drop table fresh_cell');
  const at = ctx.now.toISOString();
  const events = [];
  for (let from = 0; from < moves.length; from += TOLD_MAX) {
    const data = { gridId: grid.id, at, moves: moves.slice(from, from + TOLD_MAX) };
    events.push(sealEvent(RfmMoved, data, { correlationId: ctx.correlationId, now: ctx.now }));
  }
  await recordEnvelopes(tx, events);
}
