import { PointsDeducted, recordEvent } from '@adal/events';
import { badInput, inTransaction, isClientId, newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { rowLiteral } from '../../db/row-literal';
import type { UndoOpeningBalancesInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { JournalEntryRow } from '../journal';
import { settleWallets } from '../lots';
import { businessTime } from '../stores';
import { UndoneImport } from './undone-import.entity';

/** What has been undone of a run so far. */
export interface OpeningBalancesUndone {
  readonly __typename: 'OpeningBalancesUndone';
  readonly undone: number;
  readonly left: number;
  readonly taken: bigint;
  readonly lapsed: bigint;
  readonly shortfall: bigint;
}
export type UndoImportOutcome = OpeningBalancesUndone | Refusal<'ImportUnknown'> | Refusal<'ImportUndoneOtherwise'>;

/** Balances undone in one transaction. */
const BATCH_MAX = 500;
/** A call answers after about this long, so that no caller waits in vain; the next one goes on. */
const CALL_MS = 2_000;
const NOTE = /^[^\p{Cc}\p{Cs}]{1,500}$/u;

/** Undoes a run of opening balances, in batches; a row that is undone stays so, and calling again goes on. */
export async function undoOpeningBalances(
  ctx: LedgerContext,
  input: UndoOpeningBalancesInput,
): Promise<UndoImportOutcome> {
  if (!isClientId(input.importId)) throw badInput('importId must be 1 to 64 visible ASCII characters.');
  if (!NOTE.test(input.note)) throw badInput('note must be 1 to 500 characters.');
  const refused = await begin(ctx, input);
  if (refused) return refused;
  const until = Date.now() + CALL_MS;
  while ((await inTransaction(ctx.db, (tx) => undoBatch(ctx, tx, input.importId))) === BATCH_MAX) {
    if (Date.now() > until) break;
  }
  return undoneSoFar(ctx, input.importId);
}

async function begin(
  ctx: LedgerContext,
  { importId, note }: UndoOpeningBalancesInput,
): Promise<Refusal<'ImportUnknown'> | Refusal<'ImportUndoneOtherwise'> | null> {
  return inTransaction(ctx.db, async (tx) => {
    const landed: unknown[] = await tx.query(
      'select from imported_row where import_id = $1 and lot_id is not null limit 1',
      [importId],
    );
    if (landed.length === 0) return refusal('ImportUnknown', 'No opening balances landed under this id.');
    const actor = { actorId: ctx.actor.id, actorName: ctx.actor.name };
    const begun = tx.getRepository(UndoneImport);
    await begun
      .createQueryBuilder()
      .insert()
      .values({ importId, note, ...actor, begunAt: ctx.now })
      .orIgnore()
      .execute();
    const before = await begun.findOneByOrFail({ importId });
    if (before.note === note) return null;
    return refusal('ImportUndoneOtherwise', 'The run is undone for another reason: send that note, or leave it.');
  });
}

interface StandingRow {
  readonly line: number;
  readonly lot_id: string;
  readonly member_id: string;
  readonly legal_entity: string;
}

async function undoBatch(ctx: LedgerContext, tx: EntityManager, importId: string): Promise<number> {
  const rows: StandingRow[] = await tx.query(
    `select r.line, r.lot_id, l.member_id, l.legal_entity from imported_row r join lot l on l.id = r.lot_id
     where r.import_id = $1 and r.taken_minor is null order by r.line limit $2 for update of r`,
    [importId, BATCH_MAX],
  );
  if (rows.length === 0) return 0;
  await settleWallets(ctx, tx, [...new Set(rows.map((row) => row.member_id))].sort());
  const entries = rows.map((row) => entryOf(ctx, row.member_id));
  const literals = entries.map((entry) => rowLiteral(ctx.db, JournalEntryRow, entry));
  const undone: Record<'seq' | 'taken' | 'lapsed' | 'short', string | null>[] = await tx.query(
    "select * from books.undo_grants($1, $2, 'MIGRATED', false)",
    [literals, rows.map((row) => row.lot_id)],
  );
  await tx.query(
    `update imported_row r set taken_minor = u.taken, lapsed_minor = u.lapsed, short_minor = u.short
     from unnest($2::int[], $3::bigint[], $4::bigint[], $5::bigint[]) u(line, taken, lapsed, short)
     where r.import_id = $1 and r.line = u.line`,
    [
      importId,
      rows.map((row) => row.line),
      ...(['taken', 'lapsed', 'short'] as const).map((key) => undone.map((one) => one[key])),
    ],
  );
  await tell(
    ctx,
    tx,
    entries.filter((_entry, index) => undone[index]?.seq != null),
    undone.flatMap(({ seq }) => seq ?? []),
  );
  return rows.length;
}

/** What each legal entity got back; what is spent may come out of another's lots. */
async function tell(
  ctx: LedgerContext,
  tx: EntityManager,
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
  await recordEvent(tx, PointsDeducted, { reason: 'OPENING_BALANCE', movements }, ctx);
}

function entryOf(ctx: LedgerContext, memberId: string): JournalEntryRow {
  return {
    seq: 0n,
    id: newId(),
    kind: 'OPENING_BALANCE',
    memberId,
    bookedAt: ctx.now,
    occurredAt: ctx.now,
    businessDay: businessTime(ctx.now, ctx.config.BUSINESS_TIME_ZONE).day,
    note: 'Opening balance: undone',
    purchaseId: null,
    returnId: null,
    availableAfterMinor: 0n,
  };
}

async function undoneSoFar(ctx: LedgerContext, importId: string): Promise<OpeningBalancesUndone> {
  const rows: Record<'undone' | 'left' | 'taken' | 'lapsed' | 'short', string>[] = await ctx.db.query(
    `select count(taken_minor) as undone, count(*) - count(taken_minor) as left, coalesce(sum(taken_minor), 0) as taken,
       coalesce(sum(lapsed_minor), 0) as lapsed, coalesce(sum(short_minor), 0) as short
     from imported_row where import_id = $1 and lot_id is not null`,
    [importId],
  );
  const [row] = rows;
  return {
    __typename: 'OpeningBalancesUndone',
    undone: Number(row?.undone),
    left: Number(row?.left),
    taken: BigInt(row?.taken ?? 0),
    lapsed: BigInt(row?.lapsed ?? 0),
    shortfall: BigInt(row?.short ?? 0),
  };
}
