import { badInput, inTransaction, isUuid } from '@adal/service';
import type { DataSource } from 'typeorm';
import type { PromotionsContext } from '../../context';
import { poolUnknown, type CouponPoolUnknown } from './close-coupon-pool';
import { CouponExport, CouponPool } from './coupon-pool.entity';
import { lockPool } from './coupon-pool.queries';
import { hasFormat } from './coupon-pool.rules';

/** Writes who takes the codes out; the same export again writes no second line. */
export async function exportCoupons(
  ctx: PromotionsContext,
  { exportId, poolId }: { exportId: string; poolId: string },
): Promise<{ __typename: 'CouponsExported'; export: CouponExport } | CouponPoolUnknown> {
  if (!isUuid(exportId)) throw badInput('exportId must be a UUID.');
  return inTransaction(ctx.db, async (tx) => {
    const pool = await lockPool(tx, poolId);
    if (pool === null || pool.status === 'DELETED') return poolUnknown();
    const id = exportId.toLowerCase();
    const known = await tx.getRepository(CouponExport).findOneBy({ id });
    if (known !== null && known.poolNo !== pool.no) throw badInput('exportId was used for another pool.');
    const { id: authorId, name: authorName } = ctx.actor;
    const line =
      known ?? tx.create(CouponExport, { id, poolNo: pool.no, codes: pool.issued, authorId, authorName, at: ctx.now });
    if (known === null) await tx.insert(CouponExport, line);
    return { __typename: 'CouponsExported', export: line };
  });
}

const PAGE_MAX = 10_000;

/** So many codes after one, as CSV. Codes made here stand together in the index by their prefix; the others have an index of their own. */
export async function exportPage(
  db: DataSource,
  { poolNo }: CouponExport,
  after: string,
  first: number,
): Promise<{ csv: string; next: string | null }> {
  if (first < 1 || first > PAGE_MAX) throw badInput(`first must be between 1 and ${PAGE_MAX}.`);
  const pool = await db.getRepository(CouponPool).findOneByOrFail({ no: poolNo });
  const from = hasFormat(pool) && after === '' ? pool.prefix : after;
  const range = hasFormat(pool) ? `code > $2 and code < $4` : 'code > $2 and batch_no = 0 and $4::text is not null';
  const rows: { code: string; line: string }[] = await db.query(
    `select code, concat_ws(',', code, state, coalesce(expires_on, $5::date)) || case when coalesce(expires_on, $5::date) is null then ',' else '' end as line
     from coupon where pool_no = $1 and ${range} order by code limit $3`,
    [poolNo, from, first, `${pool.prefix}~`, pool.validUntil],
  );
  const csv = rows.map(({ line }) => `${line}\n`).join('');
  return { csv, next: rows.length < first ? null : (rows.at(-1)?.code ?? null) };
}
