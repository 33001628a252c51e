import { isUuid, type Connection } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';
import { CouponBatch, CouponExport, CouponPool } from './coupon-pool.entity';

/** A pool that is not deleted. */
export function findPool(db: DataSource | EntityManager, id: string): Promise<CouponPool | null> {
  const pools = db.getRepository(CouponPool).createQueryBuilder('pool');
  return isUuid(id)
    ? pools.where("pool.id = :id and pool.status <> 'DELETED'", { id }).getOne()
    : Promise.resolve(null);
}

/** A pool that nobody else changes until the transaction ends; deleted ones too. */
export function lockPool(tx: EntityManager, id: string): Promise<CouponPool | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return tx.getRepository(CouponPool).findOne({ where: { id: id.toLowerCase() }, lock: { mode: 'pessimistic_write' } });
}

export interface PoolFilter {
  status: string | null;
  search: string | null;
  /** Those that this promotion asks for or gives from. */
  promotionId: string | null;
}

/** A page with what counts its rows. */
export type PoolPage = Connection<CouponPool> & { readonly filter: PoolFilter };

/** The newest first; one row more than asked tells that more follow. */
export function listPools(
  db: DataSource,
  filter: PoolFilter,
  after: number | null,
  size: number,
): Promise<CouponPool[]> {
  return db
    .query<CouponPool[]>(
      `select no from coupon_pool ${WHERE} and ($4::int is null or no < $4) order by no desc limit $5`,
      [...filterValues(filter), after, size + 1],
    )
    .then((rows) =>
      poolsByNo(
        db,
        rows.map(({ no }) => no),
      ),
    );
}

export async function countPools(db: DataSource, filter: PoolFilter): Promise<number> {
  const [row]: { count: string }[] = await db.query(`select count(*) from coupon_pool ${WHERE}`, filterValues(filter));
  return Number(row?.count ?? 0);
}

const WHERE = `where status <> 'DELETED' and ($1::text is null or status = $1)
  and ($2::text is null or strpos(lower(name), lower($2)) > 0 or starts_with(prefix, upper($2)) or public_code = upper($2))
  and ($3::text is null or id::text in (select pool #>> '{}' from promotion, jsonb_path_query(definition, '$.**.poolId') as pool
    where promotion.id::text = lower($3)))`;
const filterValues = ({ status, search, promotionId }: PoolFilter): (string | null)[] => [
  status,
  search?.replace(/\0/g, '').trim() || null,
  promotionId,
];

async function poolsByNo(db: DataSource, numbers: readonly number[]): Promise<CouponPool[]> {
  const pools = await db
    .getRepository(CouponPool)
    .createQueryBuilder('pool')
    .where('pool.no = any(:numbers)', { numbers })
    .getMany();
  return pools.sort((left, right) => right.no - left.no);
}

export const listBatches = (db: DataSource, poolNo: number): Promise<CouponBatch[]> =>
  db.getRepository(CouponBatch).find({ where: { poolNo }, order: { no: 'desc' } });

const EXPORTS_MAX = 50;

export const listExports = (db: DataSource, poolNo: number): Promise<CouponExport[]> =>
  db.getRepository(CouponExport).find({ where: { poolNo }, order: { at: 'desc' }, take: EXPORTS_MAX });

export interface PoolPromotion {
  id: string;
  name: string;
  status: string;
}

/** Promotions with a future that name the pool, in a condition or an effect. */
export function promotionsOfPool(db: DataSource | EntityManager, poolId: string): Promise<PoolPromotion[]> {
  return db.query(
    `select id, name, status from promotion where status in ('SCHEDULED', 'RUNNING', 'PAUSED')
     and jsonb_path_exists(definition, '$.**.poolId ? (@ == $pool)', jsonb_build_object('pool', $1::text)) order by name, id`,
    [poolId],
  );
}

/** Sales that used codes of the pool and were not given back, by day. */
export async function redemptionsByDay(
  db: DataSource,
  poolNo: number,
  since: Date,
): Promise<{ day: string; redeemed: number }[]> {
  return db.query(
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as redeemed from coupon_use
     where pool_no = $1 and status = 'USED' and at >= $2 group by 1 order by 1`,
    [poolNo, since],
  );
}
