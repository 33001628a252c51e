import { createHash } from 'node:crypto';
import {
  readImportChunk,
  type ImportInvalid,
  type ImportRejection,
  type ImportRow,
  importLanded,
  type ImportLanded,
} from '@adal/service';
import { In, type EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { beatPulse, findMembers, landIn, memberKeyOf, readRow, type RowMember } from '../imports';
import { bookRun, RunRow, type RunGift } from '../runs';

const REQUIRED = ['points'];
const COLUMNS = [...REQUIRED, 'member_id', 'card_number', 'activates_at', 'expires_at', 'legal_entity'];

/** A row as it was read; whose points they are is still to be found. */
interface BalanceRow extends Omit<RunGift, 'memberId'> {
  readonly member: RowMember;
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
    const gifts = fresh.flatMap(({ member, ...row }): RunGift[] => {
      const memberId = members.get(memberKeyOf(member));
      if (!memberId)
        rejected.push(rejectionOf(row, member.column, 'MEMBER_UNKNOWN', 'Nobody has this key: import members first.'));
      return memberId ? [{ ...row, memberId }] : [];
    });
    if (gifts.length > 0) {
      await beatPulse(tx, 'BALANCES', ctx.now);
      await bookRun(ctx, tx, { kind: 'OPENING_BALANCE', id: input.importId }, gifts);
    }
    return importLanded(chunk.length, gifts.length, rejected);
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
    contentHash: createHash('sha256').update(content).digest(),
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
  const landedBefore = await tx
    .getRepository(RunRow)
    .findBy({ runId: importId, line: In(rows.map((row) => row.line)) });
  const hashes = new Map(landedBefore.map((row) => [row.line, row.contentHash]));
  for (const row of rows) {
    const before = hashes.get(row.line);
    if (before && !before.equals(row.contentHash))
      rejected.push(
        rejectionOf(row, null, 'ROW_CHANGED', 'This line of the run landed with other content: begin a new run.'),
      );
  }
  return rows.filter((row) => !hashes.has(row.line));
}

function rejectionOf({ line }: { line: number }, column: string | null, code: string, reason: string): ImportRejection {
  return { line, column, code, reason };
}
