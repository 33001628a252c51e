import type { DataSource, EntityManager } from 'typeorm';
import { CouponBatch } from '../coupon-pools';
import { Coupon, CouponChange, type CouponState } from './coupon.entity';

/** A code as a quote looks at it. */
export interface KnownCoupon {
  code: string;
  poolNo: number;
  state: CouponState;
  expiresOn: string | null;
  validFrom: string | null;
  memberId: string | null;
  /** Of one that is used up: when. */
  changedAt: string | null;
}

/** SQL of these codes as a JSON array, for a quote's round trip; `codes` is the parameter. */
export const couponsSql = (codes: string): string => `
  (select coalesce(json_agg(json_build_object('code', code, 'poolNo', pool_no, 'state', state, 'expiresOn', expires_on, 'validFrom', valid_from,
    'memberId', member_id, 'changedAt', case when state = 'REDEEMED' then
      (select to_json(h.at) #>> '{}' from coupon_change h where h.code = coupon.code order by h.at desc, h.id desc limit 1) end)), '[]')
   from coupon where code = any(${codes}::text[]))`;

export async function findCoupons(db: DataSource | EntityManager, codes: readonly string[]): Promise<KnownCoupon[]> {
  const [row]: [{ coupons: KnownCoupon[] }] = await db.query(`select ${couponsSql('$1')} as coupons`, [codes]);
  return row.coupons;
}

export const findCoupon = (db: DataSource, code: string): Promise<Coupon | null> =>
  db.getRepository(Coupon).findOneBy({ code });

/** Codes that purchases hold, as far as the ledger has told. */
export async function usesHeldBy(
  tx: EntityManager,
  purchaseIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows: { purchaseId: string; codes: string[] }[] = await tx.query(
    `select purchase_id as "purchaseId", array_agg(code) as codes from coupon_use
     where purchase_id = any($1::text[]) and status = 'HELD' group by purchase_id`,
    [purchaseIds],
  );
  return new Map(rows.map(({ purchaseId, codes }) => [purchaseId, codes]));
}

const HISTORY_MAX = 200;

/** What happened to a code, the latest first. */
export const historyOf = (db: DataSource, code: string): Promise<CouponChange[]> =>
  db.getRepository(CouponChange).find({ where: { code }, order: { at: 'desc', id: 'desc' }, take: HISTORY_MAX });

/** Coupons that were issued to a member. */
export function listCouponsOf(db: DataSource, memberId: string, after: string, size: number): Promise<Coupon[]> {
  return db
    .getRepository(Coupon)
    .createQueryBuilder('coupon')
    .where('coupon.memberId = :memberId and coupon.code > :after', { memberId, after })
    .orderBy('coupon.code')
    .limit(size + 1)
    .getMany();
}

/** The order that a code was made by; null when it was issued by itself. */
export async function batchOf(db: DataSource, { poolNo, batchNo }: Coupon): Promise<CouponBatch | null> {
  return batchNo === 0 ? null : db.getRepository(CouponBatch).findOneBy({ poolNo, no: batchNo });
}
