import type { BookedReceipt } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { Returns } from './receipt.entities';
import { settleReturns } from './settle-returns';

/** Takes what came back from the sales it names, and answers these; a sale that is not here yet finds it when it comes. */
export async function saveReturns(tx: EntityManager, receipts: readonly BookedReceipt[]): Promise<string[]> {
  const returns = new Map<string, { receipt: BookedReceipt; returns: Returns }>();
  for (const receipt of receipts) {
    const { purchaseId: returnId, originalPurchaseId: saleId, lines } = receipt;
    // Imported returns may name no sale: nobody knows what they take from.
    if (!saleId) continue;
    const known = returns.get(saleId) ?? { receipt, returns: {} };
    known.returns[returnId] = lines.map((line) => [line.lineNo, -line.quantityMilli, -line.amountMinor]);
    returns.set(saleId, known);
  }
  if (returns.size === 0) return [];
  const rows = [...returns].map(([id, { receipt, returns: back }]) => ({
    at: receipt.occurredAt,
    id,
    store_id: receipt.storeId,
    business_day: receipt.businessDay,
    returns: back,
  }));
  await tx.query(KEEP, [JSON.stringify(rows)]);
  const saleIds = [...returns.keys()];
  await settleReturns(tx, saleIds);
  return saleIds;
}

// Keyed by return: the same one again changes nothing.
const KEEP = `
  insert into receipt as known (at, id, store_id, business_day, line_nos, labels, prices, quantities, amounts, returns)
  select at, id, store_id, business_day, '{}', '{}', '{}', '{}', '{}', returns
  from json_to_recordset($1::json) as back (at timestamptz, id text, store_id text, business_day date, returns jsonb)
  order by id
  on conflict (id) do update set returns = coalesce(known.returns, '{}') || excluded.returns`;
