import { LIMIT_KINDS, limitKeyOf, type LimitUnit, type QuotedLimit } from '@adal/events';
import { formatMilli } from '@adal/money';

/** A limit as the books' functions take it: a row of `books.limit_asked`. */
export interface LimitAsked {
  readonly key: string;
  readonly amount: number;
  readonly max: number;
  readonly revision: number;
  readonly shards: number;
  readonly kind: string;
  readonly unit: LimitUnit;
  readonly label: string;
  readonly promotion_id: string | null;
  readonly subject: string | null;
  readonly period_ends_at: string | null;
}

/** Shards of a limit that many tills use at once. */
const SHARDS = 16;
/** A limit for all that has room for so many such sales is sharded: a smaller one is soon at its edge, where shards cost. */
const SHARDED_USES_MIN = 1_000;

/** The limits of a quote for the books, each key once; what uses nothing is left out. */
export function limitsAsked(limits: readonly QuotedLimit[]): LimitAsked[] {
  return [...Map.groupBy(limits, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same;
    const amount = same.reduce((sum, limit) => sum + limit.amount, 0);
    const max = Math.min(...same.map((limit) => limit.max));
    return first === undefined || amount === 0 ? [] : [askedOf(first, amount, max)];
  });
}

function askedOf(limit: QuotedLimit, amount: number, max: number): LimitAsked {
  const { key, kind, revision = 0, label = key, promotionId = null, subject = null, periodEndsAt = null } = limit;
  const { unit, scope } = kind === undefined ? UNKNOWN : LIMIT_KINDS[kind];
  const isHot = (scope === 'ALL' || scope === 'STORE') && max >= amount * SHARDED_USES_MIN;
  return {
    key,
    amount,
    max,
    revision,
    shards: isHot ? SHARDS : 1,
    kind: kind ?? 'OTHER',
    unit,
    label,
    promotion_id: promotionId,
    subject,
    period_ends_at: periodEndsAt,
  };
}

/** Codes of the coupons among limits of a quote. */
export const couponsAmong = (limits: readonly QuotedLimit[]): string[] => couponCodes(limits.map(({ key }) => key));

const COUPON_KEY = limitKeyOf('COUPON', { promotionId: null, subject: '', day: '' });

/** Codes of the coupons among keys of limits. */
export const couponCodes = (keys: readonly string[]): string[] =>
  keys.filter((key) => key.startsWith(COUPON_KEY)).map((key) => key.slice(COUPON_KEY.length));

/** A limit that does not say what it is. */
const UNKNOWN = { unit: 'USES', scope: 'ALL' } as const;

/** Units of money and points are hundredths on the wire; Decimal carries thousandths. */
export function milliOf(amount: bigint, unit: LimitUnit): bigint {
  return unit === 'USES' ? amount * 1_000n : amount * 10n;
}

/** What a cashier reads when a limit is exhausted. */
export function exhaustedSentence(kind: string, label: string, leftMilli: bigint): string {
  const left = leftMilli === 0n ? 'is used up' : `has only ${formatMilli(leftMilli)} left`;
  switch (kind) {
    case 'COUPON':
      return `The coupon ${label} ${left}; quote again without it.`;
    case 'MONEY_BUDGET':
    case 'USES_BUDGET':
    case 'POINTS_BUDGET':
      return `The budget of “${label}” ${left}; quote again.`;
    case 'USES_PER_MEMBER':
    case 'COUPONS_PER_MEMBER':
      return `“${label}” ${left} for this member; quote again.`;
    case 'USES_PER_MEMBER_DAY':
      return `“${label}” ${left} for this member today; quote again.`;
    case 'USES_PER_STORE_DAY':
      return `“${label}” ${left} in this store today; quote again.`;
    case 'MONEY_PER_DAY':
    case 'POINTS_PER_DAY':
    case 'USES_PER_DAY':
      return `What “${label}” gives a day ${left}; quote again.`;
    case 'MONEY_PER_HOUR':
    case 'POINTS_PER_HOUR':
    case 'USES_PER_HOUR':
      return `What “${label}” gives an hour ${left}; quote again.`;
    case 'USES_PER_CARD':
      return `“${label}” ${left} for this card; quote again.`;
    default:
      return `${label} ${left}; quote again.`;
  }
}
