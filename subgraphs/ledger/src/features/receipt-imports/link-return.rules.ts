import type { QuotedPromotion } from '@adal/events';
import { divide, sum } from '@adal/money';
import type { PurchaseLineRow, PurchaseRow } from '../purchases';
import { addParts, nothingOf, promotionsBack, type ReturnedPart, type ReturnRow } from '../returns';
import { businessTime, type StoreRow } from '../stores';
import type { ReceiptDraft } from './receipt-rows.rules';
import { importedId } from './imported-receipt.rules';

/** A sale that a return names. */
export interface OriginalSale {
  readonly purchase: PurchaseRow;
  readonly lines: readonly PurchaseLineRow[];
  /** What has come back of it so far; parts are added as returns are linked. */
  readonly returned: Map<number, ReturnedPart>;
  /** Whose points have come back so far; added to as well. */
  readonly promotionsBack: QuotedPromotion[];
}

/** What came back of a sale, and whose points. */
type Linked = Pick<LinkedReturn, 'parts'> & Pick<ReturnRow, 'promotions'>;

/** A return that is linked to its sale. */
export interface LinkedReturn {
  readonly draft: ReceiptDraft;
  readonly original: OriginalSale;
  readonly row: ReturnRow;
  readonly parts: readonly ReturnedPart[];
}

/**
 * Finds the lines of the sale that came back, by goods and by what is left of quantity and money. Refunds are as printed; discount
 * and points go back in proportion; points in the books only when the run books. Null when the sale cannot have been what came back:
 * then the return stands alone.
 */
export function linkReturn(draft: ReceiptDraft, original: OriginalSale, isBooked: boolean): Linked | null {
  const { pointsBooked } = original.purchase;
  const goBack = { spent: isBooked || !pointsBooked, earned: isBooked && pointsBooked };
  const earlier = new Map(original.returned);
  const before = new Map(earlier);
  const parts = new Map<number, ReturnedPart>();
  for (const line of draft.lines) {
    const part = original.lines
      .filter((sold) => sold.sku === line.sku)
      .map((sold) =>
        partOf(sold, before.get(sold.lineNo) ?? nothingOf(sold.lineNo), line.quantityMilli, line.amountMinor, goBack),
      )
      .find((candidate) => candidate !== null);
    if (!part) return null;
    const known = parts.get(part.lineNo);
    parts.set(part.lineNo, known ? addParts(known, part) : part);
    before.set(part.lineNo, addParts(before.get(part.lineNo) ?? nothingOf(part.lineNo), part));
  }
  for (const [lineNo, part] of before) original.returned.set(lineNo, part);
  const told = { parts: earlier, promotions: original.promotionsBack };
  const promotions = promotionsBack(original.purchase, original.lines, [...parts.values()], told);
  original.promotionsBack.push(...(promotions ?? []));
  return { parts: [...parts.values()], promotions };
}

function partOf(
  sold: PurchaseLineRow,
  before: ReturnedPart,
  quantityMilli: bigint,
  amountMinor: bigint,
  goBack: { readonly spent: boolean; readonly earned: boolean },
): ReturnedPart | null {
  const reached = before.quantityMilli + quantityMilli;
  if (quantityMilli === 0n || reached > sold.quantityMilli || before.amountMinor + amountMinor > sold.amountMinor)
    return null;
  const share = (whole: bigint, given: bigint): bigint => divide(whole * reached, sold.quantityMilli, 'DOWN') - given;
  return {
    lineNo: sold.lineNo,
    quantityMilli,
    amountMinor,
    discountMinor: share(sold.discountMinor, before.discountMinor),
    pointsSpentMinor: goBack.spent ? share(sold.pointsSpentMinor, before.pointsSpentMinor) : 0n,
    pointsEarnedMinor: goBack.earned ? share(sold.pointsEarnedMinor, before.pointsEarnedMinor) : 0n,
  };
}

/** The row of a linked return. */
export function linkedRowOf(
  draft: ReceiptDraft,
  original: OriginalSale,
  { parts, promotions }: Linked,
  facts: { store: StoreRow; importId: string; now: Date },
): ReturnRow {
  const { store } = facts;
  const { day, hour } = businessTime(draft.occurredAt, store.timeZone);
  return {
    id: importedId(draft.receiptId),
    contentHash: draft.contentHash,
    purchaseId: original.purchase.id,
    storeId: store.id,
    tillId: draft.tillId,
    occurredAt: draft.occurredAt,
    recordedAt: facts.now,
    businessDay: day,
    businessHour: hour,
    legalEntity: store.legalEntity,
    refundMinor: sum(parts.map((part) => part.amountMinor)),
    pointsGivenBackMinor: original.purchase.pointsBooked ? sum(parts.map((part) => part.pointsSpentMinor)) : 0n,
    pointsWithdrawnMinor: 0n,
    pointsLapsedMinor: 0n,
    pointsShortfallMinor: 0n,
    importId: facts.importId,
    withheldMinor: 0n,
    promotions,
  };
}
