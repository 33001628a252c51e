import { backfillPage, CouponsTold, sealEvent, type BackfillSource } from '@adal/events';
import {
  COUPON,
  couponOf,
  isToldUse,
  NOTHING,
  POOL,
  USE,
  useOf,
  type CouponRow,
  type PoolRow,
  type UseRow,
} from './coupon-snapshots';

const ROWS_MAX = 1_000;
const NO_MEMBER = '00000000-0000-0000-0000-000000000000';

const poolsBackfill: BackfillSource = {
  kind: 'coupon-pools',
  tables: ['coupon_pool'],
  page: async (db, after, origin) => {
    const rows: (PoolRow & { no: number })[] = await db.query(
      `select ${POOL}, p.no from coupon_pool p where p.no > $1 order by p.no limit $2`,
      [Number(after ?? 0), ROWS_MAX],
    );
    return backfillPage(
      rows,
      ROWS_MAX,
      ({ no }) => String(no),
      (pools) => [sealEvent(CouponsTold, { ...NOTHING, pools: [...pools] }, origin)],
    );
  },
};

/** Coupons of members by member: codes that are nobody's, which may be millions, are not looked at, nor counted beforehand. */
const couponsBackfill: BackfillSource = {
  kind: 'coupons',
  tables: [],
  page: async (db, after, origin) => {
    const [memberId, code] = after === null ? [NO_MEMBER, ''] : placeOf(after);
    const rows: (CouponRow & { code: string })[] = await db.query(
      `select ${COUPON}, c.code from coupon c join coupon_pool p on p.no = c.pool_no
       where c.member_id is not null and (c.member_id, c.code) > ($1::uuid, $2) order by c.member_id, c.code limit $3`,
      [memberId, code, ROWS_MAX],
    );
    return backfillPage(
      rows,
      ROWS_MAX,
      (row) => JSON.stringify([row.memberId, row.code]),
      (told) => [sealEvent(CouponsTold, { ...NOTHING, coupons: told.map(couponOf) }, origin)],
    );
  },
};

/** Uses by code and purchase; those by nobody known are passed over. */
const usesBackfill: BackfillSource = {
  kind: 'coupon-uses',
  tables: ['coupon_use'],
  page: async (db, after, origin) => {
    const [code, purchaseId] = after === null ? ['', ''] : placeOf(after);
    const rows: (UseRow & { code: string; isTold: boolean })[] = await db.query(
      `select ${USE}, c.code, ${isToldUse} as "isTold" from coupon_use c join coupon_pool p on p.no = c.pool_no
       where (c.code, c.purchase_id) > ($1, $2) order by c.code, c.purchase_id limit $3`,
      [code, purchaseId, ROWS_MAX],
    );
    return backfillPage(
      rows,
      ROWS_MAX,
      (row) => JSON.stringify([row.code, row.purchaseId]),
      (told) => {
        const uses = told.filter(({ isTold }) => isTold).map(useOf);
        return uses.length === 0 ? [] : [sealEvent(CouponsTold, { ...NOTHING, uses }, origin)];
      },
    );
  },
};

const placeOf = (after: string): [string, string] => JSON.parse(after) as [string, string];

/** What others need of coupons, told again, of any age, to whoever asks (ADR 25); pools first, for coupons are read with theirs. */
export const couponBackfills: readonly BackfillSource[] = [poolsBackfill, couponsBackfill, usesBackfill];
