import type { DataSource, EntityManager } from 'typeorm';
import { formOf } from './code-format.rules';
import { CouponPool } from './coupon-pool.entity';
import { formatOf, hasFormat } from './coupon-pool.rules';

/** The pools that count, as a quote needs them. */
export interface PoolBook {
  byNo(no: number): CouponPool | null;
  byId(id: string): CouponPool | null;
  /** The pool whose codes look like this one, and whether its check character is right. */
  lookOf(code: string): { pool: CouponPool; isMistyped: boolean } | null;
}

/** Reads the pools; there are hundreds at most, and a change raises the pricing revision. */
export async function loadPoolBook(db: DataSource | EntityManager): Promise<PoolBook> {
  return poolBook(await db.getRepository(CouponPool).find());
}

function poolBook(pools: readonly CouponPool[]): PoolBook {
  const byNo = new Map(pools.map((pool) => [pool.no, pool]));
  const byId = new Map(pools.map((pool) => [pool.id, pool]));
  const made = pools.filter(hasFormat);
  return {
    byNo: (no) => byNo.get(no) ?? null,
    byId: (id) => byId.get(id.toLowerCase()) ?? null,
    lookOf: (code) => {
      for (const pool of made) {
        const form = formOf(formatOf(pool), code);
        if (form !== 'FOREIGN') return { pool, isMistyped: form === 'MISTYPED' };
      }
      return null;
    },
  };
}
