/** What a limit is counted in: minor units of money or points, or uses. */
export type LimitUnit = 'MONEY' | 'POINTS' | 'USES';

interface LimitKindFacts {
  readonly unit: LimitUnit;
  /** Whom one counter is for. */
  readonly scope: 'ALL' | 'MEMBER' | 'STORE' | 'CARD' | 'COUPON';
  /** Begins anew every day, or every hour, of the store; null never. */
  readonly period: 'DAY' | 'HOUR' | null;
}

/** The catalogue of all that can be used up. */
export const LIMIT_KINDS = {
  COUPON: { unit: 'USES', scope: 'COUPON', period: null },
  COUPONS_PER_MEMBER: { unit: 'USES', scope: 'MEMBER', period: null },
  MONEY_BUDGET: { unit: 'MONEY', scope: 'ALL', period: null },
  POINTS_BUDGET: { unit: 'POINTS', scope: 'ALL', period: null },
  USES_BUDGET: { unit: 'USES', scope: 'ALL', period: null },
  USES_PER_MEMBER: { unit: 'USES', scope: 'MEMBER', period: null },
  USES_PER_MEMBER_DAY: { unit: 'USES', scope: 'MEMBER', period: 'DAY' },
  USES_PER_STORE_DAY: { unit: 'USES', scope: 'STORE', period: 'DAY' },
  USES_PER_CARD: { unit: 'USES', scope: 'CARD', period: null },
  MONEY_PER_DAY: { unit: 'MONEY', scope: 'ALL', period: 'DAY' },
  POINTS_PER_DAY: { unit: 'POINTS', scope: 'ALL', period: 'DAY' },
  USES_PER_DAY: { unit: 'USES', scope: 'ALL', period: 'DAY' },
  MONEY_PER_HOUR: { unit: 'MONEY', scope: 'ALL', period: 'HOUR' },
  POINTS_PER_HOUR: { unit: 'POINTS', scope: 'ALL', period: 'HOUR' },
  USES_PER_HOUR: { unit: 'USES', scope: 'ALL', period: 'HOUR' },
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
  /** Day of sale in the store, `YYYY-MM-DD`. */
  readonly day: string;
  /** Hour of sale in the store, `00` to `23`; for a kind that begins anew every hour. */
  readonly hour?: string;
}

/** The key under which the ledger counts, e.g. `coupon:SPRING` or `promotion:<id>:uses_per_member_day:<member>:2026-11-22`. */
export function limitKeyOf(kind: LimitKind, { promotionId, subject, day, hour }: LimitOwner): string {
  if (kind === 'COUPON') return `coupon:${subject}`;
  if (kind === 'COUPONS_PER_MEMBER') return `coupon_pool:${promotionId}:${subject}`;
  const { period } = LIMIT_KINDS[kind];
  const moment = period === null ? null : period === 'DAY' ? day : `${day}T${hour ?? ''}`;
  const parts = ['promotion', promotionId, kind.toLowerCase(), subject, moment];
  return parts.filter((part) => part !== null).join(':');
}
