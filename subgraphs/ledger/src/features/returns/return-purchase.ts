import { createHash } from 'node:crypto';
import { PurchaseReturned, sealEvent } from '@adal/events';
import { sum } from '@adal/money';
import { badInput, inTransaction, seesStore } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { rowLiteral } from '../../db/row-literal';
import type { ReturnPurchaseInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { requireClientId } from '../../graphql/client-id';
import { JournalEntryRow } from '../journal';
import { LimitUse } from '../limits';
import { settleWallets } from '../lots';
import { IMPLAUSIBLE_TIME, isPlausibleTime, PurchaseLineRow, PurchaseRow, storeUnknown } from '../purchases';
import { businessTime, type StoreRow } from '../stores';
import { returnEntryOf, returnLineOf } from './return-rows.rules';
import { returnReceiptOf } from './return-receipt.rules';
import { ReturnLineRow } from './return-line.entity';
import { ReturnRow } from './return.entity';
import { findPromotionsBack, findReturned } from './return.queries';
import { promotionsBack } from './promotions-back.rules';
import {
  couponsBack,
  isAllBack,
  keptLimits,
  splitReturn,
  type CouponsBack,
  type ReturnedPart,
  type ReturnExceedsPurchase,
} from './return.rules';

/** The return is in the books, now or since an earlier try. */
export interface ReturnConfirmation {
  readonly __typename: 'PurchaseReturned';
  readonly return: ReturnRow;
  readonly replayed: boolean;
}
export type ReturnOutcome =
  | ReturnConfirmation
  | Refusal<'PurchaseUnknown'>
  | Refusal<'ReturnIdReused'>
  | ReturnExceedsPurchase
  | Refusal<'StoreUnknown'>;

/** Books what comes back as the exact inverse of that part of the sale, once per returnId, in any store of the chain. */
export async function returnPurchase(ctx: LedgerContext, input: ReturnPurchaseInput): Promise<ReturnOutcome> {
  requireClientId('returnId', input.returnId);
  if (input.tillId && !/^[^\p{Cc}]{1,64}$/u.test(input.tillId)) throw badInput('tillId must be 1 to 64 characters.');
  if (input.occurredAt && !isPlausibleTime(input.occurredAt, ctx.now)) throw badInput(IMPLAUSIBLE_TIME);
  const contentHash = hashOf(input);
  const sale = await findSale(ctx, input);
  if (!sale) return refusal('PurchaseUnknown', 'No sale has this id; check it, or send the sale first.');
  // Before the transaction: who holds a connection must not wait for another.
  const storeId = input.storeId ?? sale.storeId;
  const store = seesStore(ctx, storeId) ? await ctx.stores.find(storeId) : null;
  return inTransaction(ctx.db, async (tx) => {
    const purchase = await lockPurchase(ctx, tx, sale);
    const booked = await tx.getRepository(ReturnRow).findOneBy({ id: input.returnId });
    if (booked) {
      if (booked.contentHash.equals(contentHash))
        return { __typename: 'PurchaseReturned', return: booked, replayed: true };
      return refusal('ReturnIdReused', 'This returnId was used with other content; make a new id for a new return.');
    }
    const lines = await linesOf(tx, purchase);
    const earlier = (await findReturned(tx, [purchase.id])).get(purchase.id) ?? new Map<number, ReturnedPart>();
    const parts = splitReturn(lines, earlier, input.lines ?? null);
    if ('__typename' in parts) return parts;
    if (!store) return storeUnknown();
    const uses = await tx.getRepository(LimitUse).findBy({ purchaseId: purchase.id });
    const promotions = await promotionsOf(tx, purchase, lines, parts, earlier);
    const row = returnRowOf(ctx, input, { contentHash, purchase, store, parts, promotions });
    const limits = keptLimits(uses, lines, earlier, parts);
    const coupons = couponsBack(purchase, uses, limits, isAllBack(lines, earlier, parts));
    return bookReturn(ctx, tx, { row, purchase, lines, parts, limits, coupons });
  });
}

/** A receipt of another store may come back here; without a store named, it must be one the actor sees. */
async function findSale(ctx: LedgerContext, input: ReturnPurchaseInput): Promise<PurchaseRow | null> {
  const sale = await ctx.db.getRepository(PurchaseRow).findOneBy({ id: input.purchaseId, kind: 'SALE' });
  return sale && (input.storeId || seesStore(ctx, sale.storeId)) ? sale : null;
}

/** Locks the wallet, then the purchase, and turns over what is due: from here on nobody else moves either. */
async function lockPurchase(
  ctx: LedgerContext,
  tx: EntityManager,
  { id, memberId }: PurchaseRow,
): Promise<PurchaseRow> {
  if (memberId) {
    await tx.query('select books.lock_account($1)', [memberId]);
    await settleWallets(ctx, tx, [memberId]);
  }
  return tx.getRepository(PurchaseRow).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Whose points go back. */
async function promotionsOf(
  tx: EntityManager,
  purchase: PurchaseRow,
  lines: readonly PurchaseLineRow[],
  parts: readonly ReturnedPart[],
  earlier: ReadonlyMap<number, ReturnedPart>,
): Promise<ReturnRow['promotions']> {
  if (purchase.promotions === null) return null;
  const before = (await findPromotionsBack(tx, [purchase.id])).get(purchase.id) ?? [];
  return promotionsBack(purchase, lines, parts, { parts: earlier, promotions: before });
}

/** Points that were only recorded, never booked, do not come back. */
async function linesOf(tx: EntityManager, purchase: PurchaseRow): Promise<PurchaseLineRow[]> {
  const lines = await tx.getRepository(PurchaseLineRow).findBy({ purchaseId: purchase.id });
  return purchase.pointsBooked ? lines : lines.map((line) => ({ ...line, pointsEarnedMinor: 0n }));
}

interface ReturnFacts {
  readonly contentHash: Buffer;
  readonly purchase: PurchaseRow;
  readonly store: StoreRow;
  readonly parts: readonly ReturnedPart[];
  readonly promotions: ReturnRow['promotions'];
}

function returnRowOf(
  ctx: LedgerContext,
  input: ReturnPurchaseInput,
  { contentHash, purchase, store, parts, promotions }: ReturnFacts,
): ReturnRow {
  const occurredAt = input.occurredAt ?? ctx.now;
  const { day, hour } = businessTime(occurredAt, store.timeZone);
  return {
    id: input.returnId,
    contentHash,
    purchaseId: purchase.id,
    storeId: store.id,
    tillId: input.tillId ?? null,
    occurredAt,
    recordedAt: ctx.now,
    businessDay: day,
    businessHour: hour,
    legalEntity: store.legalEntity,
    refundMinor: sum(parts.map((part) => part.amountMinor)),
    pointsGivenBackMinor: purchase.pointsBooked ? sum(parts.map((part) => part.pointsSpentMinor)) : 0n,
    pointsWithdrawnMinor: 0n,
    pointsLapsedMinor: 0n,
    pointsShortfallMinor: 0n,
    importId: null,
    withheldMinor: 0n,
    promotions,
  };
}

interface Booking {
  readonly row: ReturnRow;
  readonly purchase: PurchaseRow;
  readonly lines: readonly PurchaseLineRow[];
  readonly parts: readonly ReturnedPart[];
  readonly limits: readonly { key: string; amount: bigint }[];
  readonly coupons: CouponsBack;
}

async function bookReturn(
  ctx: LedgerContext,
  tx: EntityManager,
  { row, purchase, lines, parts, limits, coupons }: Booking,
): Promise<ReturnConfirmation> {
  const event = sealEvent(
    PurchaseReturned,
    {
      returnId: row.id,
      originalPurchaseId: purchase.id,
      receipt: returnReceiptOf(row, purchase, lines, parts),
      balance: null,
      ...coupons,
    },
    ctx,
  );
  const values = [
    rowLiteral(ctx.db, ReturnRow, row),
    parts.map((part) => rowLiteral(ctx.db, ReturnLineRow, returnLineOf(row, part))),
    purchase.memberId && rowLiteral(ctx.db, JournalEntryRow, returnEntryOf(row, purchase, purchase.memberId)),
    sum(parts.map((part) => part.pointsEarnedMinor)),
    JSON.stringify(limits.map(({ key, amount }) => ({ key, amount: amount.toString() }))),
    event.id,
    event.type,
    JSON.stringify(event),
  ];
  const answers: { taken: { withdrawn: number; lapsed: number; shortfall: number; withheld: number } }[] =
    await tx.query('select books.book_return($1, $2, $3, $4, $5, $6, $7, $8) as taken', values);
  const { withdrawn = 0, lapsed = 0, shortfall = 0, withheld = 0 } = answers[0]?.taken ?? {};
  const booked = {
    ...row,
    pointsWithdrawnMinor: BigInt(withdrawn),
    pointsLapsedMinor: BigInt(lapsed),
    pointsShortfallMinor: BigInt(shortfall),
    withheldMinor: BigInt(withheld),
    refundMinor: row.refundMinor - BigInt(withheld),
  };
  return { __typename: 'PurchaseReturned', return: booked, replayed: false };
}

function hashOf({ purchaseId, lines, occurredAt, storeId, tillId }: ReturnPurchaseInput): Buffer {
  const asked = lines?.map(({ lineNo, quantity }) => [lineNo, quantity.toString()]) ?? null;
  return createHash('sha256')
    .update(JSON.stringify([purchaseId, asked, occurredAt ?? null, storeId ?? null, tillId ?? null]))
    .digest();
}
