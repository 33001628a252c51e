import type { BookedReceipt } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { givenIn } from '../uses';
import { labelLines } from './label-lines';
import { settleReturns } from './settle-returns';

/** Keeps sales, each once, and counts them for their members. Answers which are new. */
export async function saveSales(tx: EntityManager, receipts: readonly BookedReceipt[]): Promise<string[]> {
  const sales = [...new Map(receipts.map((receipt) => [receipt.purchaseId, receipt])).values()];
  if (sales.length === 0) return [];
  const labelOf = await labelLines(
    tx,
    sales.flatMap(({ lines }) => lines),
  );
  const kept: KeptSale[] = await tx.query(KEEP, [JSON.stringify(sales.map((sale) => rowOf(sale, labelOf)))]);
  const counted = kept.filter(({ hasReturns }) => !hasReturns);
  await tx.query(COUNT, [counted.map(({ memberId }) => memberId), counted.map(({ at }) => at)]);
  await settleReturns(
    tx,
    kept.filter(({ hasReturns }) => hasReturns).map(({ id }) => id),
  );
  return kept.map(({ id }) => id);
}

interface KeptSale {
  readonly id: string;
  readonly memberId: string | null;
  readonly at: Date;
  /** Some of it came back before news of the sale did. */
  readonly hasReturns: boolean;
}

const rowOf = (receipt: BookedReceipt, labelOf: (line: BookedReceipt['lines'][number]) => number) => ({
  at: receipt.occurredAt,
  id: receipt.purchaseId,
  store_id: receipt.storeId,
  member_id: receipt.memberId,
  business_day: receipt.businessDay,
  channel: receipt.channel ?? null,
  tenders: receipt.payments?.map(({ tender, amountMinor }) => [tender, amountMinor]) ?? null,
  line_nos: receipt.lines.map(({ lineNo }) => lineNo),
  labels: receipt.lines.map(labelOf),
  prices: receipt.lines.map(({ priceMinor }) => priceMinor),
  quantities: receipt.lines.map(({ quantityMilli }) => quantityMilli),
  amounts: receipt.lines.map(({ amountMinor }) => amountMinor),
  promotions: givenIn(receipt),
});

const KEEP = `
  insert into receipt as known (at, id, store_id, member_id, business_day, channel, tenders, line_nos, labels, prices, quantities,
    amounts, promotions)
  select at, id, store_id, member_id, business_day, channel, tenders, line_nos, labels, prices, quantities, amounts, promotions
  from json_to_recordset($1::json) as sale (at timestamptz, id text, store_id text, member_id uuid, business_day date, channel text,
    tenders jsonb, line_nos integer[], labels integer[], prices bigint[], quantities bigint[], amounts bigint[], promotions jsonb)
  order by id
  on conflict (id) do update set at = excluded.at, store_id = excluded.store_id, member_id = excluded.member_id,
    business_day = excluded.business_day, channel = excluded.channel, tenders = excluded.tenders, line_nos = excluded.line_nos,
    labels = excluded.labels, prices = excluded.prices, quantities = excluded.quantities, amounts = excluded.amounts,
    promotions = excluded.promotions
  -- Only in the place of a return that came first: a sale does not change.
  where cardinality(known.line_nos) = 0
  returning id, member_id as "memberId", at, returns is not null as "hasReturns"`;

const COUNT = `
  insert into member_purchases as known (member_id, purchases, last_at)
  select member_id, count(*), max(at) from unnest($1::uuid[], $2::timestamptz[]) as sale (member_id, at)
  where member_id is not null
  group by member_id order by member_id
  on conflict (member_id) do update set purchases = known.purchases + excluded.purchases,
    last_at = greatest(known.last_at, excluded.last_at)`;
