import { formatMinor } from '@adal/money';
import { PointsDeducted, PointsGranted, recordEvent } from '@adal/events';
import { newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { rowLiteral } from '../../db/row-literal';
import { refusal, type Refusal } from '../../graphql/refusal';
import { JournalEntryRow } from '../journal';
import { LotRow, pointDates, settleWallets } from '../lots';
import { businessTime } from '../stores';
import type { AdjustmentRow } from './adjustment.entity';

export type PointsInsufficient = Refusal<'PointsInsufficient', { available: bigint }>;

/** What came of a booking. */
export interface Booked {
  readonly entrySeq: bigint | null;
  /** What the wallet gained. */
  readonly movedMinor: bigint;
  readonly lapsedMinor: bigint;
}

/** Gives or takes the points of an adjustment in the caller's transaction; a wallet that does not cover what is taken is left as it is. */
export async function bookAdjustment(
  ctx: LedgerContext,
  tx: EntityManager,
  adjustment: AdjustmentRow,
): Promise<Booked | PointsInsufficient> {
  const { memberId, amountMinor } = adjustment;
  const entry = entryOf(ctx, adjustment, entryNote(adjustment));
  const wallet = await lockWallet(ctx, tx, memberId);
  if (amountMinor < 0n) {
    if (wallet.available < -amountMinor) return pointsInsufficient(wallet.available);
    const taken: { seq: string }[] = await tx.query(
      "select seq from books.take_points($1, $2, 'ADJUSTED', null, false)",
      [rowLiteral(ctx.db, JournalEntryRow, entry), -amountMinor],
    );
    return told(ctx, tx, entry, BigInt(taken[0]?.seq ?? 0), amountMinor);
  }
  const given: { seqs: string[] }[] = await tx.query("select books.book_grants($1, $2, 'ADJUSTED') as seqs", [
    [rowLiteral(ctx.db, JournalEntryRow, entry)],
    [rowLiteral(ctx.db, LotRow, lotOf(ctx, adjustment))],
  ]);
  return told(ctx, tx, entry, BigInt(given[0]?.seqs[0] ?? 0), amountMinor);
}

/** Books the opposite of the entry `bookedSeq`. Given points that are gone are missing; then nothing is taken unless `allowPartial`. */
export async function bookUndoing(
  ctx: LedgerContext,
  tx: EntityManager,
  adjustment: AdjustmentRow,
  bookedSeq: bigint,
  allowPartial: boolean,
): Promise<Booked | PointsInsufficient> {
  const { memberId, amountMinor } = adjustment;
  const entry = entryOf(ctx, adjustment, `${entryNote(adjustment)}: undone`);
  const wallet = await lockWallet(ctx, tx, memberId);
  const literal = rowLiteral(ctx.db, JournalEntryRow, entry);
  if (amountMinor < 0n) {
    const back: { seq: string }[] = await tx.query('select books.undo_taking($1, $2) as seq', [literal, bookedSeq]);
    return told(ctx, tx, entry, BigInt(back[0]?.seq ?? 0), -amountMinor);
  }
  const undone: { seq: string | null; taken: string; lapsed: string; short: string }[] = await tx.query(
    `select u.* from books.undo_grants($1, (select array_agg(lot_id) from posting where entry_seq = $2), 'ADJUSTED', $3) u`,
    [[literal], bookedSeq, !allowPartial],
  );
  const [row] = undone;
  if (!row) throw new Error(`The lot of entry ${bookedSeq} is gone`);
  if (BigInt(row.short) > 0n && !allowPartial) return pointsInsufficient(wallet.available + wallet.pending);
  const booked = { movedMinor: -BigInt(row.taken), lapsedMinor: BigInt(row.lapsed) };
  if (row.seq === null) return { entrySeq: null, ...booked };
  return { ...(await told(ctx, tx, entry, BigInt(row.seq), booked.movedMinor)), ...booked };
}

/** What members read in their statement: neither names nor words of staff. */
function entryNote({ reason }: AdjustmentRow): string {
  return reason.startsWith('GOODWILL') ? 'Goodwill' : 'Correction';
}

/** Locks the wallet and turns over what is due, so that expired points are neither taken nor promised. */
async function lockWallet(
  ctx: LedgerContext,
  tx: EntityManager,
  memberId: string,
): Promise<{ available: bigint; pending: bigint }> {
  await tx.query('select books.lock_account($1)', [memberId]);
  await settleWallets(ctx, tx, [memberId]);
  const rows: Record<'available' | 'pending', string>[] = await tx.query(
    'select available_minor as available, pending_minor as pending from account where member_id = $1',
    [memberId],
  );
  return { available: BigInt(rows[0]?.available ?? 0), pending: BigInt(rows[0]?.pending ?? 0) };
}

function pointsInsufficient(available: bigint): PointsInsufficient {
  return refusal('PointsInsufficient', `The wallet has ${formatMinor(available)} points that can be taken.`, {
    available,
  });
}

function entryOf(ctx: LedgerContext, { memberId }: AdjustmentRow, note: string): JournalEntryRow {
  return {
    seq: 0n,
    id: newId(),
    kind: 'ADJUSTMENT',
    memberId,
    bookedAt: ctx.now,
    occurredAt: ctx.now,
    businessDay: businessTime(ctx.now, ctx.config.BUSINESS_TIME_ZONE).day,
    note,
    purchaseId: null,
    returnId: null,
    availableAfterMinor: 0n,
  };
}

function lotOf(ctx: LedgerContext, adjustment: AdjustmentRow): LotRow {
  const { memberId, amountMinor, activationDays, lifetimeDays, legalEntity } = adjustment;
  const dates = pointDates(ctx.now, ctx.config.BUSINESS_TIME_ZONE, activationDays, lifetimeDays);
  return {
    id: newId(),
    memberId,
    legalEntity: legalEntity ?? ctx.config.PROGRAMME_LEGAL_ENTITY,
    amountMinor,
    leftMinor: amountMinor,
    heldMinor: 0n,
    status: dates.activatesAt > ctx.now ? 'PENDING' : 'ACTIVE',
    source: 'ADJUSTMENT',
    purchaseId: null,
    ...dates,
    createdAt: ctx.now,
  };
}

/** Tells other contexts what each legal entity gave or got back. */
async function told(
  ctx: LedgerContext,
  tx: EntityManager,
  entry: JournalEntryRow,
  entrySeq: bigint,
  movedMinor: bigint,
): Promise<Booked> {
  const rows: { legal_entity: string; amount: string }[] = await tx.query(
    // What the wallet then pays of what it owes is no part of it.
    `select legal_entity, sum(amount_minor) as amount from posting
     where entry_seq = $1 and 'ADJUSTED' in (source, destination) group by 1 order by 1`,
    [entrySeq],
  );
  const movements = rows.map(({ legal_entity: legalEntity, amount }) => ({
    entryId: entry.id,
    memberId: entry.memberId,
    legalEntity,
    amountMinor: Number(amount),
    occurredAt: entry.occurredAt.toISOString(),
    businessDay: entry.businessDay,
  }));
  await recordEvent(tx, movedMinor > 0n ? PointsGranted : PointsDeducted, { reason: 'ADJUSTMENT', movements }, ctx);
  return { entrySeq, movedMinor, lapsedMinor: 0n };
}
