import { PointsGranted, recordEvent } from '@adal/events';
import { newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { rowLiteral } from '../../db/row-literal';
import { insertRows } from '../imports';
import { JournalEntryRow } from '../journal';
import { LotRow } from '../lots';
import { runEntryOf } from './run-entry';
import { RUN_KINDS, runIdOf, type RunKind } from './run-kinds';
import { RunRow } from './run-row.entity';

/** Points that one row gives. */
export interface RunGift {
  readonly line: number;
  readonly contentHash: Buffer;
  readonly memberId: string;
  readonly pointsMinor: bigint;
  readonly activatesAt: Date;
  readonly expiresAt: Date | null;
  readonly legalEntity: string;
}

/** Books a lot for each row, at most 1,000, and remembers which row became which lot. Points count from when they can be spent, at the latest from now. */
export async function bookRun(
  ctx: LedgerContext,
  tx: EntityManager,
  { kind, id }: { kind: RunKind; id: string },
  gifts: readonly RunGift[],
): Promise<void> {
  const given = gifts.map((gift) => {
    const { memberId, activatesAt } = gift;
    const occurredAt = activatesAt < ctx.now ? activatesAt : ctx.now;
    return {
      gift,
      entry: runEntryOf(ctx, { kind, memberId, occurredAt, isUndoing: false }),
      lot: lotOf(ctx, kind, gift),
    };
  });
  const standing = { takenMinor: null, lapsedMinor: null, shortMinor: null, undoneSeq: null };
  await insertRows(
    tx,
    RunRow,
    given.map(({ gift: { line, contentHash }, lot }) => ({
      runId: runIdOf(kind, id),
      line,
      contentHash,
      lotId: lot.id,
      ...standing,
    })),
  );
  await tx.query('select books.book_grants($1, $2, $3)', [
    given.map(({ entry }) => rowLiteral(ctx.db, JournalEntryRow, entry)),
    given.map(({ lot }) => rowLiteral(ctx.db, LotRow, lot)),
    RUN_KINDS[kind].account,
  ]);
  const movements = given.map(({ entry, lot }) => ({
    entryId: entry.id,
    memberId: entry.memberId,
    legalEntity: lot.legalEntity,
    amountMinor: Number(lot.amountMinor),
    occurredAt: entry.occurredAt.toISOString(),
    businessDay: entry.businessDay,
  }));
  await recordEvent(tx, PointsGranted, { reason: kind, movements }, ctx);
}

function lotOf(ctx: LedgerContext, kind: RunKind, gift: RunGift): LotRow {
  const { memberId, legalEntity, pointsMinor, activatesAt, expiresAt } = gift;
  return {
    id: newId(),
    memberId,
    legalEntity,
    amountMinor: pointsMinor,
    leftMinor: pointsMinor,
    heldMinor: 0n,
    status: activatesAt > ctx.now ? 'PENDING' : 'ACTIVE',
    source: kind,
    purchaseId: null,
    activatesAt,
    expiresAt,
    createdAt: ctx.now,
  };
}
