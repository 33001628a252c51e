import { PointsDeducted, recordEvent } from '@adal/events';
import { badInput, inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { rowLiteral } from '../../db/row-literal';
import { JournalEntryRow } from '../journal';
import { settleWallets } from '../lots';
import { runEntryOf } from './run-entry';
import { RUN_KINDS, runIdOf, type RunKind } from './run-kinds';
import { UndoneRun } from './undone-run.entity';

/** A run to undo, and why. */
export interface RunToUndo {
  readonly kind: RunKind;
  /** As its client made it. */
  readonly id: string;
  readonly note: string;
}

/** What has been undone of a run so far. */
export interface RunUndone {
  readonly undone: number;
  readonly left: number;
  readonly taken: bigint;
  readonly lapsed: bigint;
  readonly shortfall: bigint;
}

/** Rows undone in one transaction. */
const BATCH_MAX = 500;
/** A call answers after about this long, so that no caller waits in vain; the next one goes on. */
const CALL_MS = 2_000;
const NOTE = /^[^\p{Cc}\p{Cs}]{1,500}$/u;

/**
 * Undoes a run in batches; a row that is undone stays so, and calling again goes on. UNKNOWN: nothing was given under this id;
 * OTHERWISE: it is undone for another reason.
 */
export async function undoRun(ctx: LedgerContext, run: RunToUndo): Promise<RunUndone | 'UNKNOWN' | 'OTHERWISE'> {
  if (!NOTE.test(run.note)) throw badInput('note must be 1 to 500 characters.');
  const runId = runIdOf(run.kind, run.id);
  const refused = await begin(ctx, run, runId);
  if (refused) return refused;
  const until = Date.now() + CALL_MS;
  while ((await inTransaction(ctx.db, (tx) => undoBatch(ctx, tx, run.kind, runId))) === BATCH_MAX) {
    if (Date.now() > until) break;
  }
  return undoneSoFar(ctx, runId);
}

function begin(ctx: LedgerContext, { note }: RunToUndo, runId: string): Promise<'UNKNOWN' | 'OTHERWISE' | null> {
  return inTransaction(ctx.db, async (tx) => {
    const given: unknown[] = await tx.query(
      'select from imported_row where import_id = $1 and lot_id is not null limit 1',
      [runId],
    );
    if (given.length === 0) return 'UNKNOWN';
    const actor = { actorId: ctx.actor.id, actorName: ctx.actor.name };
    const begun = tx.getRepository(UndoneRun);
    await begun
      .createQueryBuilder()
      .insert()
      .values({ runId, note, ...actor, begunAt: ctx.now })
      .orIgnore()
      .execute();
    return (await begun.findOneByOrFail({ runId })).note === note ? null : 'OTHERWISE';
  });
}

interface StandingRow {
  readonly line: number;
  readonly lot_id: string;
  readonly member_id: string;
  readonly legal_entity: string;
}

async function undoBatch(ctx: LedgerContext, tx: EntityManager, kind: RunKind, runId: string): Promise<number> {
  const rows: StandingRow[] = await tx.query(
    `select r.line, r.lot_id, l.member_id, l.legal_entity from imported_row r join lot l on l.id = r.lot_id
     where r.import_id = $1 and r.taken_minor is null order by r.line limit $2 for update of r`,
    [runId, BATCH_MAX],
  );
  if (rows.length === 0) return 0;
  await settleWallets(ctx, tx, [...new Set(rows.map((row) => row.member_id))].sort());
  const entries = rows.map(({ member_id: memberId }) =>
    runEntryOf(ctx, { kind, memberId, occurredAt: ctx.now, isUndoing: true }),
  );
  const literals = entries.map((entry) => rowLiteral(ctx.db, JournalEntryRow, entry));
  const undone: Record<'seq' | 'taken' | 'lapsed' | 'short', string | null>[] = await tx.query(
    'select * from books.undo_grants($1, $2, $3, false)',
    [literals, rows.map((row) => row.lot_id), RUN_KINDS[kind].account],
  );
  await tx.query(
    `update imported_row r set taken_minor = u.taken, lapsed_minor = u.lapsed, short_minor = u.short, undone_seq = u.seq
     from unnest($2::int[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) u(line, taken, lapsed, short, seq)
     where r.import_id = $1 and r.line = u.line`,
    [
      runId,
      rows.map((row) => row.line),
      ...(['taken', 'lapsed', 'short', 'seq'] as const).map((key) => undone.map((one) => one[key])),
    ],
  );
  await tell(
    ctx,
    tx,
    kind,
    entries.filter((_entry, index) => undone[index]?.seq != null),
    undone.flatMap(({ seq }) => seq ?? []),
  );
  return rows.length;
}

/** What each legal entity got back; what is spent may come out of another's lots. */
async function tell(
  ctx: LedgerContext,
  tx: EntityManager,
  reason: RunKind,
  entries: readonly JournalEntryRow[],
  seqs: readonly string[],
): Promise<void> {
  if (entries.length === 0) return;
  const taken: { seq: string; legal_entity: string; amount: string }[] = await tx.query(
    `select entry_seq as seq, legal_entity, sum(amount_minor) as amount from posting
     where entry_seq = any($1::bigint[]) group by 1, 2 order by 1, 2`,
    [seqs],
  );
  const bySeq = new Map(seqs.map((seq, index) => [seq, entries[index]]));
  const movements = taken.flatMap(({ seq, legal_entity: legalEntity, amount }) => {
    const entry = bySeq.get(seq);
    if (!entry) return [];
    const { id: entryId, memberId, occurredAt, businessDay } = entry;
    return [
      {
        entryId,
        memberId,
        legalEntity,
        amountMinor: Number(amount),
        occurredAt: occurredAt.toISOString(),
        businessDay,
      },
    ];
  });
  await recordEvent(tx, PointsDeducted, { reason, movements }, ctx);
}

async function undoneSoFar(ctx: LedgerContext, runId: string): Promise<RunUndone> {
  const rows: Record<'undone' | 'left' | 'taken' | 'lapsed' | 'short', string>[] = await ctx.db.query(
    `select count(taken_minor) as undone, count(*) - count(taken_minor) as left, coalesce(sum(taken_minor), 0) as taken,
       coalesce(sum(lapsed_minor), 0) as lapsed, coalesce(sum(short_minor), 0) as short
     from imported_row where import_id = $1 and lot_id is not null`,
    [runId],
  );
  const [row] = rows;
  return {
    undone: Number(row?.undone),
    left: Number(row?.left),
    taken: BigInt(row?.taken ?? 0),
    lapsed: BigInt(row?.lapsed ?? 0),
    shortfall: BigInt(row?.short ?? 0),
  };
}
