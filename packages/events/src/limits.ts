/** What a limit is counted in: minor units of money or points, or uses. */
export type LimitUnit = 'MONEY' | 'POINTS' | 'USES';

interface LimitKindFacts {
  readonly unit: LimitUnit;
  /** Whom one counter is for. */
  readonly scope: 'ALL' | 'MEMBER' | 'STORE' | 'CARD' | 'COUPON';
  /** Begins anew every day of the store. */
  readonly daily: boolean;
}

/** The catalogue of all that can be used up. */
export const LIMIT_KINDS = {
  COUPON: { unit: 'USES', scope: 'COUPON', daily: false },
  COUPONS_PER_MEMBER: { unit: 'USES', scope: 'MEMBER', daily: false },
  MONEY_BUDGET: { unit: 'MONEY', scope: 'ALL', daily: false },
  POINTS_BUDGET: { unit: 'POINTS', scope: 'ALL', daily: false },
  USES_BUDGET: { unit: 'USES', scope: 'ALL', daily: false },
  USES_PER_MEMBER: { unit: 'USES', scope: 'MEMBER', daily: false },
  USES_PER_MEMBER_DAY: { unit: 'USES', scope: 'MEMBER', daily: true },
  USES_PER_STORE_DAY: { unit: 'USES', scope: 'STORE', daily: true },
  USES_PER_CARD: { unit: 'USES', scope: 'CARD', daily: false },
} as const satisfies Record<string, LimitKindFacts>;

export type LimitKind = keyof typeof LIMIT_KINDS;

/** Their names. */
export const LIMIT_KIND_NAMES = Object.keys(LIMIT_KINDS) as [LimitKind, ...LimitKind[]];

/** What tells one counter of a kind from another. */
export interface LimitOwner {
  /** Null for a coupon; of COUPONS_PER_MEMBER the pool. */
  readonly promotionId: string | null;
  /** The member, store, card or coupon; null when it is counted for all. */
  readonly subject: string | null;
  /** Day of sale in the store, `YYYY-MM-DD`, for a daily kind. */
  readonly day: string;
}

/** The key under which the ledger counts, e.g. `coupon:SPRING` or `promotion:<id>:uses_per_member_day:<member>:2026-11-22`. */
export function limitKeyOf(kind: LimitKind, { promotionId, subject, day }: LimitOwner): string {
  if (kind === 'COUPON') return `coupon:${subject}`;
  if (kind === 'COUPONS_PER_MEMBER') return `coupon_pool:${promotionId}:${subject}`;
  const parts = ['promotion', promotionId, kind.toLowerCase(), subject, LIMIT_KINDS[kind].daily ? day : null];
  return parts.filter((part) => part !== null).join(':');
}
