import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { CouponPool } from './coupon-pool.entity';

/** Pools by their number, once per request. */
export function couponPoolLoader(db: DataSource): DataLoader<number, CouponPool> {
  return new DataLoader(async (numbers) => {
    const pools = await db.getRepository(CouponPool).findBy({ no: In([...numbers]) });
    const byNo = new Map(pools.map((pool) => [pool.no, pool]));
    return numbers.map((no) => byNo.get(no) ?? new Error(`There is no pool ${no}`));
  });
}
