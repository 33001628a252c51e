import {
  readImportChunk,
  seesStore,
  type ImportInvalid,
  type ImportRejection,
  type ImportRow,
  importLanded,
  type ImportLanded,
} from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { findMembers, landIn, memberKeyOf } from '../imports';
import type { StoreRow } from '../stores';
import { bookHistory, NO_HISTORY } from './book-history';
import { findLanded, findOriginals } from './landed-receipt.queries';
import { importedReceiptOf, type ImportedReceipt, type ReceiptFacts } from './imported-receipt.rules';
import { landReceipts } from './land-receipts';
import { linkedRowOf, linkReturn, type LinkedReturn, type OriginalSale } from './link-return.rules';
import { isReceiptColumn, readReceipts, RECEIPT_COLUMNS_REQUIRED, type ReceiptDraft } from './receipt-rows.rules';

/** Lands a chunk of receipts, each whole or not at all; the same receipt again changes nothing. */
export async function importReceipts(ctx: LedgerContext, input: ImportInput): Promise<ImportLanded | ImportInvalid> {
  const rows = readImportChunk(input, RECEIPT_COLUMNS_REQUIRED, isReceiptColumn);
  if ('__typename' in rows) return rows;
  const stores = await storesOf(ctx, rows);
  const { drafts, rejected } = readReceipts(rows, (storeId) => stores.get(storeId)?.timeZone ?? null);
  const isDryRun = input.dryRun ?? false;
  return landIn(isDryRun)(ctx.db, async (tx) => {
    // A dry run books no points: earlier chunks, which a spend may need, have not landed.
    const isBooked = input.points === 'BOOK' && !isDryRun;
    const chunk = await sortOut(tx, drafts, rejected);
    const plan = await planReceipts(ctx, tx, chunk, { importId: input.importId, isBooked, stores });
    const history = isBooked ? await bookHistory(ctx, tx, plan.receipts, plan.returns) : NO_HISTORY;
    const refused = refusedDrafts(plan, history.refused);
    for (const draft of refused)
      chunk.rejected.push(
        ...rejectDraft(draft, 'points_spent', 'POINTS_INSUFFICIENT', 'The member had fewer points at that time.'),
      );
    const landing = {
      receipts: plan.receipts.filter(({ draft }) => !refused.has(draft)),
      returns: plan.returns.filter(({ draft }) => !refused.has(draft)),
    };
    await landReceipts(ctx, tx, { importId: input.importId, ...landing, history });
    const kept = [
      ...chunk.unchanged,
      ...landing.receipts.map(({ draft }) => draft),
      ...landing.returns.map(({ draft }) => draft),
    ];
    const count = rowsOf(kept) - rowsOf(chunk.unchanged);
    return importLanded(rows.length, count, chunk.rejected, sumsOf(kept));
  });
}

/** Stores of the chunk that the actor may see. */
async function storesOf(ctx: LedgerContext, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, StoreRow>> {
  const stores = new Map<string, StoreRow>();
  for (const id of new Set(rows.map((row) => row.field('store_id') ?? ''))) {
    const store = seesStore(ctx, id) ? await ctx.stores.find(id) : null;
    if (store) stores.set(id, store);
  }
  return stores;
}

interface SortedChunk {
  readonly fresh: readonly { readonly draft: ReceiptDraft; readonly memberId: string | null }[];
  readonly unchanged: readonly ReceiptDraft[];
  readonly rejected: ImportRejection[];
}

/** What landed before stays as it is; what names nobody we know comes back. */
async function sortOut(
  tx: EntityManager,
  drafts: readonly ReceiptDraft[],
  unreadable: readonly ImportRejection[],
): Promise<SortedChunk> {
  const rejected = [...unreadable];
  const before = await findLanded(
    tx,
    drafts.map(({ receiptId }) => receiptId),
  );
  const members = await findMembers(
    tx,
    drafts.flatMap(({ member }) => member ?? []),
  );
  const unchanged: ReceiptDraft[] = [];
  const fresh: { draft: ReceiptDraft; memberId: string | null }[] = [];
  for (const draft of drafts) {
    const hash = before.get(draft.receiptId);
    const memberId = draft.member && (members.get(memberKeyOf(draft.member)) ?? null);
    if (hash === null || hash?.equals(draft.contentHash)) unchanged.push(draft);
    else if (hash)
      rejected.push(
        ...rejectDraft(draft, null, 'RECEIPT_CHANGED', 'A receipt with this id landed before with other content.'),
      );
    else if (draft.member && memberId === null)
      rejected.push(
        ...rejectDraft(draft, draft.member.column, 'MEMBER_UNKNOWN', 'Nobody has this key: import members first.'),
      );
    else fresh.push({ draft, memberId });
  }
  return { fresh, unchanged, rejected };
}

interface Plan {
  readonly receipts: readonly ImportedReceipt[];
  readonly returns: readonly LinkedReturn[];
}

/** Sales become receipts; returns are linked to the sale they name, or stand alone. */
async function planReceipts(
  ctx: LedgerContext,
  tx: EntityManager,
  { fresh }: SortedChunk,
  run: { importId: string; isBooked: boolean; stores: ReadonlyMap<string, StoreRow> },
): Promise<Plan> {
  const receipts: ImportedReceipt[] = [];
  const returns: LinkedReturn[] = [];
  const factsOf = (draft: ReceiptDraft, memberId: string | null): ReceiptFacts => {
    const store = run.stores.get(draft.storeId);
    if (!store) throw new Error(`Store ${draft.storeId} was known a moment ago`);
    return { importId: run.importId, isBooked: run.isBooked, now: ctx.now, store, memberId };
  };
  for (const { draft, memberId } of fresh)
    if (draft.kind === 'SALE') receipts.push(importedReceiptOf(draft, factsOf(draft, memberId)));
  const back = fresh.filter(({ draft }) => draft.kind === 'RETURN');
  const originals = await findOriginals(
    tx,
    back.flatMap(({ draft }) => draft.originalReceiptId ?? []),
  );
  for (const { draft, purchase, lines } of receipts)
    originals.set(draft.receiptId, { purchase, lines, returned: new Map(), promotionsBack: [] });
  for (const { draft, memberId } of back.sort(
    (one, other) => one.draft.occurredAt.getTime() - other.draft.occurredAt.getTime(),
  )) {
    const facts = factsOf(draft, memberId);
    const original: OriginalSale | undefined = originals.get(draft.originalReceiptId ?? '');
    const linked = original && linkReturn(draft, original, run.isBooked);
    if (linked)
      returns.push({ draft, original, parts: linked.parts, row: linkedRowOf(draft, original, linked, facts) });
    else receipts.push(importedReceiptOf(draft, facts));
  }
  return { receipts, returns };
}

/** A return falls with the sale it returns. */
function refusedDrafts({ receipts, returns }: Plan, refused: ReadonlySet<string>): ReadonlySet<ReceiptDraft> {
  const drafts = receipts.filter(({ purchase }) => refused.has(purchase.id)).map(({ draft }) => draft);
  const fallen = returns.filter(({ original }) => refused.has(original.purchase.id)).map(({ draft }) => draft);
  return new Set([...drafts, ...fallen]);
}

function rejectDraft(
  { fileLines }: ReceiptDraft,
  column: string | null,
  code: string,
  reason: string,
): ImportRejection[] {
  return fileLines.map((line) => ({ line, column, code, reason }));
}

const rowsOf = (drafts: readonly ReceiptDraft[]): number =>
  drafts.reduce((count, { fileLines }) => count + fileLines.length, 0);

/** Sums as printed: returns count against sales. */
function sumsOf(drafts: readonly ReceiptDraft[]): { amount: bigint; quantity: bigint } {
  const sums = { amount: 0n, quantity: 0n };
  for (const { kind, lines } of drafts) {
    const sign = kind === 'RETURN' ? -1n : 1n;
    for (const line of lines) {
      sums.amount += sign * line.amountMinor;
      sums.quantity += sign * line.quantityMilli;
    }
  }
  return sums;
}
