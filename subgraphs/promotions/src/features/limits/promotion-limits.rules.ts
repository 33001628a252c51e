import type { AppliedPromotion, Reason } from '@adal/engine';
import { reason } from '@adal/engine';
import { LIMIT_KINDS, limitKeyOf, type LimitKind, type QuotedLimit } from '@adal/events';
import type { PromotionLimits } from './limits-column';

/** Who buys, where and when: what counters are for. */
export interface Buyer {
  readonly memberId: string | null;
  /** The card that was shown. */
  readonly cardNumber: string | null;
  readonly storeId: string;
  /** Day of sale in the store, `YYYY-MM-DD`. */
  readonly day: string;
  readonly dayEndsAt: Date;
  /** Hour of sale in the store, `00` to `23`. */
  readonly hour: string;
  readonly hourEndsAt: Date;
}

interface Limited {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly limits: PromotionLimits;
}

type PromotionLimitKind = keyof typeof MAX_OF;

/** What says how much there is of each kind. */
const MAX_OF = {
  MONEY_BUDGET: 'moneyBudget',
  POINTS_BUDGET: 'pointsBudget',
  USES_BUDGET: 'usesBudget',
  USES_PER_MEMBER: 'usesPerMember',
  USES_PER_MEMBER_DAY: 'usesPerMemberDay',
  USES_PER_STORE_DAY: 'usesPerStoreDay',
  USES_PER_CARD: 'usesPerCard',
  MONEY_PER_DAY: 'moneyPerDay',
  POINTS_PER_DAY: 'pointsPerDay',
  USES_PER_DAY: 'usesPerDay',
  MONEY_PER_HOUR: 'moneyPerHour',
  POINTS_PER_HOUR: 'pointsPerHour',
  USES_PER_HOUR: 'usesPerHour',
} as const satisfies Partial<Record<LimitKind, keyof PromotionLimits>>;
const KINDS = Object.keys(MAX_OF) as PromotionLimitKind[];

/** True when something of the promotion can be used up. */
export const isLimited = (promotion: Limited): boolean => KINDS.some((kind) => promotion.limits[MAX_OF[kind]] !== null);

type CountedLimit = Omit<QuotedLimit, 'amount' | 'kind'> & { readonly kind: PromotionLimitKind };

/** The counters that this buyer's use of a promotion goes to. */
export function limitsOf(promotion: Limited, buyer: Buyer): CountedLimit[] {
  return KINDS.flatMap((kind) => {
    const max = promotion.limits[MAX_OF[kind]];
    if (max === null) return [];
    const { period } = LIMIT_KINDS[kind];
    const subject = subjectOf(kind, buyer);
    return {
      key: limitKeyOf(kind, { promotionId: promotion.id, subject, day: buyer.day, hour: buyer.hour }),
      max: Number(max),
      revision: promotion.version,
      kind,
      label: promotion.name,
      promotionId: promotion.id,
      subject,
      periodEndsAt: period && (period === 'DAY' ? buyer.dayEndsAt : buyer.hourEndsAt).toISOString(),
    };
  });
}

function subjectOf(kind: PromotionLimitKind, { memberId, storeId, cardNumber }: Buyer): string | null {
  switch (LIMIT_KINDS[kind].scope) {
    case 'MEMBER':
      return memberId;
    case 'STORE':
      return storeId;
    case 'CARD':
      return cardNumber;
    default:
      return null;
  }
}

const UNIDENTIFIED = reason('member.unidentified');
const NO_CARD = reason('limit.no_card');
const EXHAUSTED = reason('limit.exhausted');

/**
 * Why a promotion cannot be given to this buyer now; null when it can. What is counted by member or card needs one. A limit that was
 * reported as exhausted is tried again once there is more of it.
 */
export function whyWithheld(promotion: Limited, buyer: Buyer, exhausted: ReadonlyMap<string, number>): Reason | null {
  const limits = limitsOf(promotion, buyer);
  const lacks = (scope: 'MEMBER' | 'CARD'): boolean =>
    limits.some(({ kind, subject }) => LIMIT_KINDS[kind].scope === scope && subject === null);
  if (lacks('MEMBER')) return UNIDENTIFIED;
  if (lacks('CARD')) return NO_CARD;
  return limits.some(({ key, max }) => (exhausted.get(key) ?? -1) >= max) ? EXHAUSTED : null;
}

/** Left out because the till asked so, after the ledger refused. */
export const LEFT_OUT = EXHAUSTED;

/** What a basket with these promotions uses up. */
export function limitsUsed(
  applied: readonly AppliedPromotion[],
  promotions: readonly Limited[],
  buyer: Buyer,
): QuotedLimit[] {
  const byId = new Map(promotions.map((promotion) => [promotion.id, promotion]));
  return applied.flatMap((use) => {
    const promotion = byId.get(use.promotionId);
    const limits = promotion === undefined ? [] : limitsOf(promotion, buyer);
    return limits.map((limit) => ({ ...limit, amount: amountOf(limit.kind, use) })).filter(({ amount }) => amount > 0);
  });
}

function amountOf(kind: PromotionLimitKind, { discountMinor, pointsEarnedMinor }: AppliedPromotion): number {
  const { unit } = LIMIT_KINDS[kind];
  if (unit === 'USES') return 1;
  return Number(unit === 'MONEY' ? discountMinor : pointsEarnedMinor);
}
