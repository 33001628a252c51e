import type { CouponPoolSnapshot, CouponUseSnapshot, MemberCouponSnapshot } from '@adal/events';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { CouponCondition } from '../../src/features/segment-language/coupon.conditions';
import { isBetween, isIn, liesAhead } from './segment-days';

/** Everything that is told of coupons. */
export interface CouponWorld {
  readonly pools: readonly CouponPoolSnapshot[];
  readonly coupons: readonly MemberCouponSnapshot[];
  readonly uses: readonly CouponUseSnapshot[];
}

const uuid = (index: number): string => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
/** The last one is closed. */
export const POOLS: readonly string[] = [901, 902, 903].map(uuid);
const COUPONS = 160;

/** Coupons of members around a day, some used, some by others than their owners, for a code of nobody's was passed on. */
export function aCouponWorld(seed: number, today: string, memberIds: readonly string[]): CouponWorld {
  const plus = (days: number): string => DateTime.fromISO(today).plus({ days }).toFormat('yyyy-MM-dd');
  const day = (spread: number): fc.Arbitrary<string | null> =>
    fc.option(fc.integer({ min: -spread, max: spread }).map(plus), { freq: 2 });
  // Around midnight in Almaty, where days begin five or six hours before those of UTC.
  const instant = fc
    .tuple(fc.nat(60), fc.constantFrom('17:30', '18:30', '06:00'))
    .map(([ago, at]) => `${plus(-ago)}T${at}:00Z`);
  const one = fc.record({
    member: fc.nat(memberIds.length - 1),
    pool: fc.constantFrom(...POOLS),
    promotionId: fc.option(fc.constantFrom('Spring', 'Autumn')),
    status: fc.constantFrom('OPEN' as const, 'OPEN' as const, 'OPEN' as const, 'USED' as const, 'REVOKED' as const),
    uses: fc.constantFrom(0, 0, 1),
    issuedAt: instant,
    validFrom: day(10),
    validUntil: day(30),
    at: instant,
    counts: fc.constantFrom(true, true, false),
    takenBy: fc.subarray(['Spring', 'Autumn']),
    isOwned: fc.constantFrom(true, true, true, false),
  });
  const drawn = fc.sample(one, { numRuns: COUPONS, seed });
  const of = (index: number, { member, pool }: (typeof drawn)[number]) => ({
    ...{ couponId: uuid(index), memberId: memberIds[member] ?? '', poolId: pool, revision: 1 },
  });
  return {
    pools: [
      { poolId: uuid(901), revision: 1, status: 'OPEN', validFrom: null, validUntil: null },
      { poolId: uuid(902), revision: 1, status: 'OPEN', validFrom: plus(-3), validUntil: plus(5) },
      { poolId: uuid(903), revision: 1, status: 'CLOSED', validFrom: null, validUntil: plus(-1) },
    ],
    coupons: drawn.flatMap((coupon, index) => {
      const { promotionId, status, uses, issuedAt, validFrom, validUntil, isOwned } = coupon;
      const own = { promotionId, status, uses, issuedAt, validFrom, validUntil };
      return isOwned ? [{ ...of(index, coupon), ...own }] : [];
    }),
    uses: drawn.flatMap((coupon, index) => {
      const { uses, isOwned, at, counts, takenBy } = coupon;
      return uses > 0 || !isOwned ? [{ ...of(index, coupon), purchaseId: `sale-${index}`, at, counts, takenBy }] : [];
    }),
  };
}

/** Whether a member has, had or used so many coupons, by looking at one after another. */
export function couponsHold(world: CouponWorld, today: string, condition: CouponCondition, memberId: string): boolean {
  const { from, to } = condition;
  const fits = condition.kind === 'COUPONS_REDEEMED' ? usesThatFit : couponsThatFit;
  const found = fits(world, today, condition as never).filter((one) => one.memberId === memberId);
  return isBetween(found.length, from === undefined && to === undefined ? { from: 1 } : { from, to });
}

const dayIn = (instant: string): string => DateTime.fromISO(instant, { zone: 'Asia/Almaty' }).toFormat('yyyy-MM-dd');
const isAmong = (asked: readonly string[] | undefined, value: string | null): boolean =>
  asked === undefined || asked.length === 0 || (value !== null && asked.includes(value));

function usesThatFit(
  { uses }: CouponWorld,
  today: string,
  { pools, promotions, when }: Extract<CouponCondition, { kind: 'COUPONS_REDEEMED' }>,
): CouponUseSnapshot[] {
  return uses.filter(
    ({ poolId, takenBy, at, counts }) =>
      counts &&
      isAmong(pools, poolId) &&
      (!promotions?.length || takenBy.some((id) => promotions.includes(id))) &&
      isIn(dayIn(at), when, today),
  );
}

function couponsThatFit(
  { pools, coupons }: CouponWorld,
  today: string,
  condition: Exclude<CouponCondition, { kind: 'COUPONS_REDEEMED' }>,
): MemberCouponSnapshot[] {
  return coupons.filter((coupon) => {
    if (!isAmong(condition.pools, coupon.poolId) || !isAmong(condition.promotions, coupon.promotionId)) return false;
    const pool = pools.find(({ poolId }) => poolId === coupon.poolId);
    if (!pool) return false;
    const present = (days: (string | null)[]): string[] => days.flatMap((day) => day ?? []).sort();
    const first = present([pool.validFrom, coupon.validFrom]).at(-1);
    const [last] = present([pool.validUntil, coupon.validUntil]);
    const isUsable =
      pool.status === 'OPEN' &&
      coupon.status === 'OPEN' &&
      (first === undefined || first <= today) &&
      (last === undefined || last >= today);
    switch (condition.kind) {
      case 'COUPONS_RECEIVED':
        return isIn(dayIn(coupon.issuedAt), condition.when, today);
      case 'COUPONS_USABLE':
        return isUsable;
      case 'COUPONS_EXPIRING':
        return isUsable && last !== undefined && liesAhead(last, condition.when, today);
      case 'COUPONS_EXPIRED': {
        const isOver = last !== undefined && last < today && isIn(last, condition.when, today);
        return coupon.status === 'OPEN' && coupon.uses === 0 && isOver;
      }
    }
  });
}
