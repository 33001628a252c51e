import { createHash } from 'node:crypto';
import { PointsGranted, recordEvent } from '@adal/events';
import { newId, readImportChunk, type ImportInvalid, type ImportRejection, type ImportRow } from '@adal/service';
import { In, type EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { rowLiteral } from '../../db/row-literal';
import type { ImportInput } from '../../generated/graphql';
import { JournalEntryRow } from '../journal';
import { LotRow } from '../lots';
import { businessTime } from '../stores';
import { beatPulse } from './beat-pulse';
import { findMembers, memberKeyOf, type RowMember } from './find-members';
import { ImportedRow } from './imported-row.entity';
import { insertRows } from './insert-rows';
import { landIn } from './land-in';
import { landed, type ImportLanded } from './landed.rules';
import { readRow } from './row-reader.rules';

const REQUIRED = ['points'];
const COLUMNS = [...REQUIRED, 'member_id', 'card_number', 'activates_at', 'expires_at', 'legal_entity'];

interface BalanceRow {
  readonly line: number;
  readonly hash: Buffer;
  readonly member: RowMember;
  readonly pointsMinor: bigint;
  readonly activatesAt: Date;
  readonly expiresAt: Date | null;
  readonly legalEntity: string;
}

/**
 * Lands a chunk of opening balances: a lot per row from the account of migrated points. Rows are found again by where they stand
 * in the run's file. A lot that has expired already is booked and then expires by the job, so that the books tell the whole story.
 */
export async function importBalances(ctx: LedgerContext, input: ImportInput): Promise<ImportLanded | ImportInvalid> {
  const chunk = readImportChunk(input, REQUIRED, (column) => COLUMNS.includes(column));
  if ('__typename' in chunk) return chunk;
  return landIn(input.dryRun ?? false)(ctx.db, async (tx) => {
    const rejected: ImportRejection[] = [];
    const read = chunk.flatMap((row) => {
      const balance = readBalance(ctx, row);
      if ('code' in balance) rejected.push(balance);
      return 'code' in balance ? [] : [balance];
    });
    const fresh = await freshRows(tx, input.importId, read, rejected);
    const members = await findMembers(
      tx,
      fresh.map((row) => row.member),
    );
    const known = fresh.flatMap((row) => {
      const memberId = members.get(memberKeyOf(row.member));
      if (!memberId)
        rejected.push(
          rejectionOf(row, row.member.column, 'MEMBER_UNKNOWN', 'Nobody has this key: import members first.'),
        );
      return memberId ? [{ row, memberId }] : [];
    });
    if (known.length > 0) await bookAll(ctx, tx, input.importId, known);
    return landed(chunk.length, known.length, rejected);
  });
}

function readBalance(ctx: LedgerContext, row: ImportRow): BalanceRow | ImportRejection {
  const field = readRow(row);
  const zone = ctx.config.BUSINESS_TIME_ZONE;
  const memberId = field.text('member_id');
  const cardNumber = field.text('card_number');
  const points = field.money('points');
  const activatesAt = field.instant('activates_at', zone);
  const expiresAt = field.instant('expires_at', zone);
  const legalEntity = field.text('legal_entity', 200) ?? ctx.config.PROGRAMME_LEGAL_ENTITY;
  if (memberId === null && cardNumber === null)
    field.reject('member_id', 'MEMBER_MISSING', 'member_id or card_number must say whose points they are.');
  if (points === null) field.reject('points', 'POINTS_MISSING', 'points is blank.');
  else if (points <= 0n) field.reject('points', 'POINTS_INVALID', 'points must be greater than zero.');
  if (expiresAt && expiresAt <= (activatesAt ?? new Date(0)))
    field.reject('expires_at', 'EXPIRES_AT_INVALID', 'expires_at must be after activates_at.');
  if (field.fault) return field.fault;
  const content = JSON.stringify([memberId, cardNumber, String(points), activatesAt, expiresAt, legalEntity]);
  return {
    line: row.line,
    hash: createHash('sha256').update(content).digest(),
    member:
      memberId === null ? { column: 'card_number', value: cardNumber ?? '' } : { column: 'member_id', value: memberId },
    pointsMinor: points ?? 0n,
    activatesAt: activatesAt ?? ctx.now,
    expiresAt,
    legalEntity,
  };
}

/** Rows that did not land before; a line that landed with other content comes back. */
async function freshRows(
  tx: EntityManager,
  importId: string,
  rows: readonly BalanceRow[],
  rejected: ImportRejection[],
): Promise<BalanceRow[]> {
  const landedBefore = await tx.getRepository(ImportedRow).findBy({ importId, line: In(rows.map((row) => row.line)) });
  const hashes = new Map(landedBefore.map((row) => [row.line, row.contentHash]));
  for (const row of rows) {
    const before = hashes.get(row.line);
    if (before && !before.equals(row.hash))
      rejected.push(
        rejectionOf(row, null, 'ROW_CHANGED', 'This line of the run landed with other content: begin a new run.'),
      );
  }
  return rows.filter((row) => !hashes.has(row.line));
}

interface KnownBalance {
  readonly row: BalanceRow;
  readonly memberId: string;
}

async function bookAll(
  ctx: LedgerContext,
  tx: EntityManager,
  importId: string,
  known: readonly KnownBalance[],
): Promise<void> {
  const grants = known.map((one) => ({ ...one, entry: entryOf(ctx, one), lot: lotOf(ctx, one) }));
  const standing = { takenMinor: null, lapsedMinor: null, shortMinor: null };
  await insertRows(
    tx,
    ImportedRow,
    grants.map(({ row, lot }) => ({ importId, line: row.line, contentHash: row.hash, lotId: lot.id, ...standing })),
  );
  await beatPulse(tx, 'BALANCES', ctx.now);
  await tx.query("select books.book_grants($1, $2, 'MIGRATED')", [
    grants.map(({ entry }) => rowLiteral(ctx.db, JournalEntryRow, entry)),
    grants.map(({ lot }) => rowLiteral(ctx.db, LotRow, lot)),
  ]);
  const movements = grants.map(({ entry, lot }) => ({
    entryId: entry.id,
    memberId: entry.memberId,
    legalEntity: lot.legalEntity,
    amountMinor: Number(lot.amountMinor),
    occurredAt: entry.occurredAt.toISOString(),
    businessDay: entry.businessDay,
  }));
  await recordEvent(tx, PointsGranted, { reason: 'OPENING_BALANCE', movements }, ctx);
}

/** An opening balance counts from the day it could be spent, at the latest from now. */
function entryOf(ctx: LedgerContext, { row, memberId }: KnownBalance): JournalEntryRow {
  const occurredAt = row.activatesAt < ctx.now ? row.activatesAt : ctx.now;
  return {
    seq: 0n,
    id: newId(),
    kind: 'OPENING_BALANCE',
    memberId,
    bookedAt: ctx.now,
    occurredAt,
    businessDay: businessTime(occurredAt, ctx.config.BUSINESS_TIME_ZONE).day,
    note: 'Opening balance',
    purchaseId: null,
    returnId: null,
    availableAfterMinor: 0n,
  };
}

function lotOf(ctx: LedgerContext, { row, memberId }: KnownBalance): LotRow {
  return {
    id: newId(),
    memberId,
    legalEntity: row.legalEntity,
    amountMinor: row.pointsMinor,
    leftMinor: row.pointsMinor,
    heldMinor: 0n,
    status: row.activatesAt > ctx.now ? 'PENDING' : 'ACTIVE',
    source: 'OPENING_BALANCE',
    purchaseId: null,
    activatesAt: row.activatesAt,
    expiresAt: row.expiresAt,
    createdAt: ctx.now,
  };
}

function rejectionOf({ line }: BalanceRow, column: string | null, code: string, reason: string): ImportRejection {
  return { line, column, code, reason };
}
