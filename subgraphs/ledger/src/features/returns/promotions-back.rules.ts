import type { QuotedPromotion } from '@adal/events';
import { spread, sum } from '@adal/money';
import type { PurchaseLineRow, PurchaseRow } from '../purchases';
import { nothingOf, type ReturnedPart } from './return.rules';

/** What is known of a sale's returns so far. */
interface Earlier {
  readonly parts: ReadonlyMap<number, ReturnedPart>;
  /** As they were told with each return. */
  readonly promotions: readonly QuotedPromotion[];
}

/**
 * A sale's promotions with the points that come back, as negative figures. What a line gives back is spread over what each promotion,
 * and the programme, has left in it: no promotion ever gives back more than it gave, and with the last piece all of it. A promotion
 * of which nobody kept which lines earned its points is told without.
 */
export function promotionsBack(
  { promotions }: Pick<PurchaseRow, 'promotions'>,
  lines: readonly PurchaseLineRow[],
  parts: readonly ReturnedPart[],
  earlier: Earlier,
): readonly QuotedPromotion[] | null {
  if (promotions === null) return null;
  const back = promotions.map((): { lineNo: number; pointsMinor: number }[] => []);
  for (const { lineNo, pointsEarnedMinor } of parts) {
    const earned = lines.find((line) => line.lineNo === lineNo)?.pointsEarnedMinor ?? 0n;
    const left = promotions.map((given) => pointsOf(given, lineNo) + pointsBefore(earlier.promotions, given, lineNo));
    const leftOfLine = earned - (earlier.parts.get(lineNo) ?? nothingOf(lineNo)).pointsEarnedMinor;
    const ofProgramme = leftOfLine - sum(left);
    // Below zero only when an earlier return was booked by a version that did not tell whose points it took.
    const shares = spread(pointsEarnedMinor, [...left, ofProgramme < 0n ? 0n : ofProgramme]);
    back.forEach((points, n) => {
      if (shares[n]) points.push({ lineNo, pointsMinor: -Number(shares[n]) });
    });
  }
  return promotions.map(({ pointsMinor: _given, pointsByLine: _byLine, ...promotion }, n) => {
    const pointsByLine = back[n] ?? [];
    if (pointsByLine.length === 0) return promotion;
    return { ...promotion, pointsMinor: pointsByLine.reduce((all, one) => all + one.pointsMinor, 0), pointsByLine };
  });
}

const pointsOf = ({ pointsByLine = [] }: QuotedPromotion, lineNo: number): bigint =>
  BigInt(pointsByLine.find((one) => one.lineNo === lineNo)?.pointsMinor ?? 0);

const pointsBefore = (told: readonly QuotedPromotion[], { promotionId }: QuotedPromotion, lineNo: number): bigint =>
  sum(told.filter((one) => one.promotionId === promotionId).map((one) => pointsOf(one, lineNo)));
