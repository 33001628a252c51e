import { chunksOf, ReceiptsImported, recordEvent } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { insertRows } from '../imports';
import { bookedReceiptOf, PaymentRow, PurchaseLineRow, PurchaseRow } from '../purchases';
import { returnLineOf, ReturnLineRow, returnReceiptOf, ReturnRow } from '../returns';
import type { BookedHistory } from './book-history';
import type { ImportedReceipt } from './imported-receipt.rules';
import type { LinkedReturn } from './link-return.rules';

/** Receipts and returns that land, and what the books withdrew for them. */
export interface Landing {
  readonly importId: string;
  readonly receipts: readonly ImportedReceipt[];
  readonly returns: readonly LinkedReturn[];
  readonly history: BookedHistory;
}

/** Writes receipts set by set and tells the other contexts in bulk: imported history fires no live trigger. */
export async function landReceipts(
  ctx: LedgerContext,
  tx: EntityManager,
  { importId, receipts, returns, history }: Landing,
): Promise<void> {
  await insertRows(
    tx,
    PurchaseRow,
    receipts.map(({ purchase }) => purchase),
  );
  await insertRows(
    tx,
    PurchaseLineRow,
    receipts.flatMap(({ lines }) => lines),
  );
  await insertRows(
    tx,
    PaymentRow,
    receipts.flatMap(({ payments }) => payments),
  );
  await insertRows(
    tx,
    ReturnRow,
    returns.map(({ row }) => withPoints(row, history.returned[row.id])),
  );
  await insertRows(
    tx,
    ReturnLineRow,
    returns.flatMap(({ row, parts }) => parts.map((part) => returnLineOf(row, part))),
  );
  await registerTills(ctx, tx, [...receipts.map(({ purchase }) => purchase), ...returns.map(({ row }) => row)]);
  const told = [
    ...receipts.map(({ purchase, lines, payments }) => {
      const { [purchase.id]: keptMinor = 0 } = history.kept;
      return { ...bookedReceiptOf(purchase, lines, payments), ...(keptMinor !== 0 && { keptMinor }) };
    }),
    ...returns.map(({ row, parts, original }) => {
      const { unexpired: unexpiredMinor = 0 } = history.returned[row.id] ?? {};
      const receipt = returnReceiptOf(row, original.purchase, original.lines, parts);
      return { ...receipt, ...(unexpiredMinor !== 0 && { unexpiredMinor }) };
    }),
  ];
  for (const chunk of chunksOf(told)) await recordEvent(tx, ReceiptsImported, { importId, receipts: chunk }, ctx);
}

function withPoints(row: ReturnRow, taken = { withdrawn: 0, lapsed: 0, shortfall: 0 }): ReturnRow {
  return {
    ...row,
    pointsWithdrawnMinor: BigInt(taken.withdrawn),
    pointsLapsedMinor: BigInt(taken.lapsed),
    pointsShortfallMinor: BigInt(taken.shortfall),
  };
}

async function registerTills(
  ctx: LedgerContext,
  tx: EntityManager,
  booked: readonly { storeId: string; tillId: string | null }[],
): Promise<void> {
  const tills = new Map(
    booked.flatMap(({ storeId, tillId }) =>
      tillId === null ? [] : [[JSON.stringify([storeId, tillId]), { storeId, tillId }]],
    ),
  );
  if (tills.size === 0) return;
  const sorted = [...tills.values()];
  await tx.query(
    `insert into till (store_id, id, first_seen_at) select s, t, $3 from unnest($1::text[], $2::text[]) as u(s, t) order by s, t on conflict do nothing`,
    [sorted.map(({ storeId }) => storeId), sorted.map(({ tillId }) => tillId), ctx.now],
  );
}
