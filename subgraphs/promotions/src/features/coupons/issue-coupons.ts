import { badInput, inTransaction, isClientId, isUuid } from '@adal/service';
import { In } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { IssueCouponsInput } from '../../generated/graphql';
import {
  codeFor,
  findPool,
  formatOf,
  lastDayOf,
  poolInvalid,
  poolUnknown,
  type CouponPoolInvalid,
  type CouponPoolUnknown,
} from '../coupon-pools';
import { Coupon } from './coupon.entity';
import { registerCoupons } from './register-coupons';

const MEMBERS_MAX = 1_000;

/** Gives each member a code of the pool; the same issue again gives the same codes. */
export async function issueCoupons(
  ctx: PromotionsContext,
  { issueId, poolId, memberIds }: IssueCouponsInput,
): Promise<{ __typename: 'CouponsIssued'; coupons: Coupon[] } | CouponPoolUnknown | CouponPoolInvalid> {
  if (!isClientId(issueId)) throw badInput('issueId must be 1 to 64 visible characters.');
  const members = [...new Set(memberIds.map((id) => id.toLowerCase()))];
  const pool = await findPool(ctx.db, poolId);
  if (pool === null) return poolUnknown();
  if (pool.kind !== 'PERSONAL' || pool.status !== 'OPEN') {
    return poolInvalid([
      { field: 'poolId', message: 'Codes are issued to members from an open pool of personal codes.' },
    ]);
  }
  if (members.length === 0 || members.length > MEMBERS_MAX || !members.every(isUuid)) {
    return poolInvalid([{ field: 'memberIds', message: `Name 1 to ${MEMBERS_MAX} members by their ids.` }]);
  }
  const expiresOn = pool.validDays === null ? null : lastDayOf(ctx.now, pool.validDays, ctx.config.BUSINESS_TIME_ZONE);
  const wanted = members.map((memberId) => ({
    code: codeFor(formatOf(pool), pool.secret, `${issueId}/${memberId}`),
    poolNo: pool.no,
    expiresOn,
    validFrom: null,
    memberId,
    purchaseId: null,
    authorName: ctx.actor.name,
    at: ctx.now,
  }));
  return inTransaction(ctx.db, async (tx) => {
    await registerCoupons(tx, wanted, ctx);
    const rows = await tx.getRepository(Coupon).findBy({ code: In(wanted.map(({ code }) => code)) });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return { __typename: 'CouponsIssued', coupons: wanted.flatMap(({ code }) => byCode.get(code) ?? []) };
  });
}
