import type { CouponChange, CouponUse } from '../coupons';

/** What the ledger says that a purchase did with a code. */
export interface CouponNews {
  readonly code: string;
  readonly purchaseId: string;
  readonly status: CouponUse['status'];
  readonly at: Date;
  readonly memberId: string | null;
  /** Promotions that priced the purchase. */
  readonly promotions?: readonly { readonly promotionId: string; readonly version: number }[];
}

export interface UseChange {
  /** What is known now, one row for each code and purchase. */
  readonly uses: readonly CouponNews[];
  /** Sales more, or fewer, that used a code. */
  readonly usedByCode: ReadonlyMap<string, number>;
}

const RANKS: Record<CouponUse['status'], number> = { HELD: 0, RELEASED: 1, USED: 2, RETURNED: 3 };

export const CHANGE_OF: Record<CouponUse['status'], CouponChange['what']> = {
  HELD: 'RESERVED',
  RELEASED: 'RELEASED',
  USED: 'REDEEMED',
  RETURNED: 'RETURNED',
};

/** The latest news of a purchase counts, in whatever order news come: their subjects are read side by side. */
export function settleNews(known: readonly CouponNews[], news: readonly CouponNews[]): UseChange {
  const before = new Map(known.map((use) => [keyOf(use), use]));
  const after = new Map<string, CouponNews>();
  for (const one of news) {
    const rival = after.get(keyOf(one)) ?? before.get(keyOf(one));
    if (rival === undefined || isLater(one, rival)) after.set(keyOf(one), one);
  }
  const usedByCode = new Map<string, number>();
  for (const [key, use] of after) {
    const more = Number(use.status === 'USED') - Number(before.get(key)?.status === 'USED');
    usedByCode.set(use.code, (usedByCode.get(use.code) ?? 0) + more);
  }
  return { uses: [...after.values()], usedByCode };
}

const keyOf = ({ code, purchaseId }: CouponNews): string => JSON.stringify([code, purchaseId]);

function isLater(one: CouponNews, other: CouponNews): boolean {
  const [left, right] = [one.at.getTime(), other.at.getTime()];
  return left > right || (left === right && RANKS[one.status] > RANKS[other.status]);
}
