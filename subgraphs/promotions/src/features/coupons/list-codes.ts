import type { DataSource } from 'typeorm';
import { hasFormat, type CouponPool } from '../coupon-pools';
import { Coupon } from './coupon.entity';

/** Codes of a pool after one. Those made here stand together in the index by their prefix; the others have an index of their own. */
export function listCodes(db: DataSource, pool: CouponPool, after: string, size: number): Promise<Coupon[]> {
  const codes = db.getRepository(Coupon).createQueryBuilder('coupon').where('coupon.poolNo = :no', { no: pool.no });
  const range = hasFormat(pool)
    ? codes.andWhere('coupon.code > :from and coupon.code < :to', {
        from: after === '' ? pool.prefix : after,
        to: `${pool.prefix}~`,
      })
    : codes.andWhere('coupon.code > :after and coupon.batchNo = 0', { after });
  return range
    .orderBy('coupon.code')
    .limit(size + 1)
    .getMany();
}
