import type { CouponPool } from '../coupon-pools';

/** From when to when a code is good: the pool's days and its own, whichever are narrower. */
export function daysOf(
  pool: Pick<CouponPool, 'validFrom' | 'validUntil'>,
  coupon: { validFrom: string | null; expiresOn: string | null },
): { first: string | null; last: string | null } {
  const present = (days: (string | null)[]): string[] => days.filter((day) => day !== null).sort();
  return {
    first: present([pool.validFrom, coupon.validFrom]).at(-1) ?? null,
    last: present([pool.validUntil, coupon.expiresOn])[0] ?? null,
  };
}
