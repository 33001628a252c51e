import type { EntityManager } from 'typeorm';
import { countStates, insertChanges, type CouponState } from '../coupons';
import { CHANGE_OF, settleNews, type CouponNews } from './coupon-news.rules';

/** Writes what purchases did with codes: uses, states, history and the pools' figures. Codes that are not ours are passed over. */
export async function applyCouponNews(tx: EntityManager, all: readonly CouponNews[]): Promise<void> {
  if (all.length === 0) return;
  const locked: LockedCoupon[] = await tx.query(LOCK, [all.map(({ code }) => code)]);
  const before = new Map(locked.map((coupon) => [coupon.code, coupon]));
  const news = all.filter(({ code }) => before.has(code));
  if (news.length === 0) return;
  const pairs = [news.map(({ code }) => code), news.map(({ purchaseId }) => purchaseId)];
  const known: CouponNews[] = await tx.query(KNOWN, pairs);
  const { uses, usedByCode } = settleNews(known, news);
  const withPool = uses.map((use) => ({ ...use, poolNo: before.get(use.code)?.poolNo }));
  await tx.query(SAVE_USES, [JSON.stringify(withPool)]);
  await insertChanges(
    tx,
    news.map((one) => ({ ...one, what: CHANGE_OF[one.status] })),
  );
  const deltas = [...usedByCode].map(([code, used]) => ({ code, used }));
  const [after]: [{ code: string; state: CouponState }[], number] = await tx.query(SAVE_STATES, [
    JSON.stringify(deltas),
  ]);
  await countStates(
    tx,
    after.flatMap(({ code, state }) => {
      const coupon = before.get(code);
      return coupon === undefined ? [] : [{ poolNo: coupon.poolNo, from: coupon.state, to: state }];
    }),
  );
}

interface LockedCoupon {
  code: string;
  poolNo: number;
  state: CouponState;
}

/** In the order of codes: two readers of news would otherwise wait for each other. */
const LOCK = `select code, pool_no as "poolNo", state from coupon where code = any($1::text[]) order by code for update`;

const KNOWN = `
  select code, purchase_id as "purchaseId", status, at, member_id as "memberId" from coupon_use
  where (code, purchase_id) in (select * from unnest($1::text[], $2::text[]))`;

/** It was taken by those promotions of the purchase that ask for a coupon of its pool. */
const TAKERS = `
  (select array_agg(v.promotion_id::text order by v.promotion_id)
   from jsonb_to_recordset(row.promotions) as p("promotionId" text, version int)
   join promotion_version v on v.promotion_id::text = p."promotionId" and v.version = p.version
   join coupon_pool pool on pool.no = row."poolNo"
   where jsonb_path_exists(v.definition, '$.** ? (@.kind == "COUPON" && @.poolId == $pool)', jsonb_build_object('pool', pool.id::text)))`;

/** A return says nothing of promotions: who took the coupon stays known. */
const SAVE_USES = `
  insert into coupon_use (code, purchase_id, pool_no, status, at, member_id, taker_ids)
  select code, "purchaseId", "poolNo", status, at, "memberId", ${TAKERS} from jsonb_to_recordset($1::jsonb)
    as row(code text, "purchaseId" text, "poolNo" int, status text, at timestamptz, "memberId" uuid, promotions jsonb)
  on conflict (code, purchase_id) do update set status = excluded.status, at = excluded.at, member_id = excluded.member_id,
    taker_ids = coalesce(excluded.taker_ids, coupon_use.taker_ids)`;

/** A hold says something of a code for one sale only. What staff took back stays so, and what has expired until it is used. */
const SAVE_STATES = `
  update coupon c set uses = c.uses + d.used, state = case
    when c.state = 'REVOKED' then 'REVOKED'::coupon_state
    when c.uses + d.used >= p.uses_per_code then 'REDEEMED'
    when p.uses_per_code = 1 and exists (select 1 from coupon_use u where u.code = c.code and u.status = 'HELD') then 'RESERVED'
    when c.state = 'EXPIRED' then 'EXPIRED'
    else 'OPEN' end
  from jsonb_to_recordset($1::jsonb) as d(code text, used int), coupon_pool p
  where c.code = d.code and p.no = c.pool_no
  returning c.code, c.state`;
