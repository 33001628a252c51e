import type { BookedLine, BookedReceipt } from '@adal/events';
import { spread } from '@adal/money';
import { NOBODY, type LineRow, type PointsRow, type ReceiptRow } from '../../store/tables';
import type { BookedFacts } from './event.facts';

/** What else is known of a return. */
interface ReturnFacts {
  /** The sale that it gives back; nobody may know it. */
  readonly originalPurchaseId?: string;
  readonly unexpiredMinor?: number | undefined;
  /** Points that were earned and stay earned: money was kept back for them, or nobody has them any more. */
  readonly withheldMinor?: number | undefined;
}

/** A booked receipt as rows. */
export function receiptFacts(
  receipt: BookedReceipt,
  {
    originalPurchaseId = receipt.originalPurchaseId ?? '',
    unexpiredMinor = receipt.unexpiredMinor ?? 0,
    withheldMinor = receipt.keptMinor ?? 0,
  }: ReturnFacts = {},
): BookedFacts {
  const where = { ...whereOf(receipt), ...saleOf(receipt), originalReceiptId: originalPurchaseId };
  return {
    receipt: {
      receiptId: receipt.purchaseId,
      kind: receipt.kind,
      tillId: receipt.tillId ?? '',
      cashierId: receipt.cashierId ?? '',
      identified: receipt.memberId !== null,
      ...where,
      recordedAt: new Date(receipt.recordedAt),
      legalEntity: receipt.legalEntity,
      lineCount: receipt.lines.length,
      totalMinor: receipt.totalMinor,
      discountMinor: receipt.discountMinor,
      payableMinor: receipt.payableMinor,
      pointsSpentMinor: receipt.pointsSpentMinor,
      pointsEarnedMinor: receipt.pointsEarnedMinor,
      pointsBooked: receipt.pointsBooked,
      channel: receipt.channel ?? '',
      tender: tenderOf(receipt),
      ...goodsOf(receipt.lines),
    },
    lines: receipt.lines.map((line) => lineRow(receipt, where, line)),
    points: pointsOf(receipt, where, { unexpiredMinor, withheldMinor }),
  };
}

type Place = Pick<ReceiptRow, 'storeId' | 'memberId' | 'occurredAt' | 'businessDay' | 'businessHour'>;
type Where = Place & Pick<ReceiptRow, 'originalReceiptId' | 'saleDay' | 'saleHour' | 'saleStoreId'>;

function whereOf(receipt: BookedReceipt): Place {
  return {
    storeId: receipt.storeId,
    memberId: receipt.memberId ?? NOBODY,
    occurredAt: new Date(receipt.occurredAt),
    businessDay: receipt.businessDay,
    businessHour: receipt.businessHour,
  };
}

/** Of a return: when and where the sale was that it takes from, as far as anybody knows. */
function saleOf(receipt: BookedReceipt): Pick<ReceiptRow, 'saleDay' | 'saleHour' | 'saleStoreId'> {
  const { businessDay, businessHour, storeId } = receipt.original ?? receipt;
  return { saleDay: businessDay, saleHour: businessHour, saleStoreId: storeId };
}

function lineRow(receipt: BookedReceipt, where: Where, line: BookedLine): LineRow {
  return {
    receiptId: receipt.purchaseId,
    lineNo: line.lineNo,
    kind: receipt.kind,
    identified: receipt.memberId !== null,
    ...where,
    sku: line.sku,
    categoryPath: line.categoryPath ?? '',
    brand: line.brand ?? '',
    quantityMilli: line.quantityMilli,
    discountMinor: line.discountMinor,
    amountMinor: line.amountMinor,
    costMinor: line.costMinor,
    pointsSpentMinor: line.pointsSpentMinor,
    pointsEarnedMinor: line.pointsEarnedMinor,
    promotionIds: line.promotionIds,
    promo: line.promotionIds.length > 0,
  };
}

/** The tender that most was paid with, or given back by; of equals the first. */
function tenderOf({ payments = [] }: BookedReceipt): string {
  const [largest] = [...payments].sort((left, right) => Math.abs(right.amountMinor) - Math.abs(left.amountMinor));
  return largest?.tender ?? '';
}

function goodsOf(
  lines: readonly BookedLine[],
): Pick<ReceiptRow, 'quantityMilli' | 'costMinor' | 'costedMinor' | 'promoMinor'> {
  const goods = { quantityMilli: 0, costMinor: 0, costedMinor: 0, promoMinor: 0 };
  for (const { quantityMilli, costMinor, amountMinor, promotionIds } of lines) {
    goods.quantityMilli += quantityMilli;
    goods.costMinor += costMinor ?? 0;
    goods.costedMinor += costMinor === null ? 0 : amountMinor;
    goods.promoMinor += promotionIds.length > 0 ? amountMinor : 0;
  }
  return goods;
}

/** Points of a receipt move only when the ledger booked them; a return's sums are negative and undo the sale's. */
function pointsOf(
  receipt: BookedReceipt,
  where: Where,
  { unexpiredMinor, withheldMinor }: { readonly unexpiredMinor: number; readonly withheldMinor: number },
): PointsRow[] {
  if (!receipt.pointsBooked) return [];
  const isReturn = receipt.kind === 'RETURN';
  const movements: readonly Pick<PointsRow, 'kind' | 'amountMinor' | 'promotionId'>[] = [
    ...(isReturn ? earnedBackBy(receipt, withheldMinor) : earnedBy(receipt)),
    isReturn ? movement('SPENT_BACK', -receipt.pointsSpentMinor) : movement('SPENT', receipt.pointsSpentMinor),
    movement('EXPIRED', -unexpiredMinor),
  ];
  return movements
    .filter(({ amountMinor }) => amountMinor !== 0)
    .map((moved) => ({
      movementId: [receipt.purchaseId, moved.kind, ...(moved.promotionId === '' ? [] : [moved.promotionId])].join(':'),
      receiptId: receipt.purchaseId,
      legalEntity: receipt.legalEntity,
      ...moved,
      ...where,
    }));
}

const movement = (kind: string, amountMinor: number, promotionId = '') => ({ kind, amountMinor, promotionId });

/** What each promotion gave, and the programme the rest. */
function earnedBy(receipt: BookedReceipt): ReturnType<typeof movement>[] {
  return [...byPromotion(receipt)].map(([promotionId, amountMinor]) => movement('EARNED', amountMinor, promotionId));
}

/** The same taken back; what stays earned stays with all of them in proportion. */
function earnedBackBy(receipt: BookedReceipt, keptMinor: number): ReturnType<typeof movement>[] {
  const given = [...byPromotion(receipt)].map(
    ([promotionId, amountMinor]) => [promotionId, BigInt(-amountMinor)] as const,
  );
  const taken = spread(
    BigInt(-receipt.pointsEarnedMinor - keptMinor),
    given.map(([, amountMinor]) => amountMinor),
  );
  return given.map(([promotionId], n) => movement('EARNED_BACK', Number(taken[n]), promotionId));
}

/** Points of a receipt by who gave them: '' is the programme. */
function byPromotion({ pointsEarnedMinor, promotions = [] }: BookedReceipt): Map<string, number> {
  const given = new Map([['', pointsEarnedMinor]]);
  for (const { promotionId, pointsMinor = 0 } of promotions) {
    // Returns of older versions repeat what the sale gave.
    if (Math.sign(pointsMinor) !== Math.sign(pointsEarnedMinor)) continue;
    given.set('', (given.get('') ?? 0) - pointsMinor);
    given.set(promotionId, (given.get(promotionId) ?? 0) + pointsMinor);
  }
  return given;
}
