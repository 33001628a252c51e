import type { BookedLine, BookedReceipt } from '@adal/events';
import { spread } from '@adal/money';
import { isUuid } from '@adal/service';

/** What a promotion gave in a sale, line by line; nothing when the member was held out. */
export interface GivenPromotion {
  readonly promotionId: string;
  readonly version: number;
  readonly heldOut: boolean;
  readonly lines: readonly (readonly [lineNo: number, discountMinor: number, pointsMinor: number])[];
}

/** What each promotion gave in a sale, to be taken back as its lines come back; null when none had a part in it. */
export function givenIn({ promotions = [], lines }: BookedReceipt): GivenPromotion[] | null {
  const given = promotions
    .filter(({ promotionId }) => isUuid(promotionId))
    .map(({ promotionId, version, heldOut, pointsMinor = 0, pointsByLine }) => {
      const known = pointsByLine && new Map(pointsByLine.map((one) => [one.lineNo, BigInt(one.pointsMinor)]));
      const points = known
        ? lines.map(({ lineNo }) => known.get(lineNo) ?? 0n)
        : spreadPoints(promotionId, BigInt(pointsMinor), lines);
      const shares = lines.map((line, n) => [line.lineNo, discountOf(promotionId, line), Number(points[n])] as const);
      const lasting = shares.filter(([, discount, earned]) => discount !== 0 || earned !== 0);
      return { promotionId: promotionId.toLowerCase(), version, heldOut, lines: lasting };
    });
  return given.length === 0 ? null : given;
}

const discountOf = (promotionId: string, { discounts = [] }: BookedLine): number =>
  discounts.reduce((sum, one) => (one.promotionId === promotionId ? sum + one.amountMinor : sum), 0);

/** When nobody kept which lines earned them: over the lines it touched, by what these earned. */
function spreadPoints(promotionId: string, points: bigint, lines: readonly BookedLine[]): bigint[] {
  const earned = (line: BookedLine): bigint => BigInt(line.pointsEarnedMinor);
  const touched = lines.map((line) => (line.promotionIds.includes(promotionId) ? earned(line) : 0n));
  return spread(points, touched.some((weight) => weight > 0n) ? touched : lines.map(earned));
}
