import type { IssuedCoupon } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { loadPoolBook } from '../coupon-pools';
import type { RegisteredCoupon } from '../coupons';

type OnReceipt = IssuedCoupon & { receipt: { purchaseId: string; recordedAt: string; memberId: string | null } };

/** Coupons of receipts as rows; those of a pool that nobody knows are passed over. */
export async function toRegistered(tx: EntityManager, coupons: readonly OnReceipt[]): Promise<RegisteredCoupon[]> {
  if (coupons.length === 0) return [];
  const pools = await loadPoolBook(tx);
  return coupons.flatMap(({ code, poolId, promotionId, validFrom, validUntil, receipt }) => {
    const pool = pools.byId(poolId);
    if (pool === null) return [];
    const { purchaseId, recordedAt, memberId } = receipt;
    const dates = { expiresOn: validUntil, validFrom, at: new Date(recordedAt) };
    return [{ code, poolNo: pool.no, ...dates, memberId, purchaseId, promotionId, authorName: null }];
  });
}
