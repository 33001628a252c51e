import type { EventOrigin } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { tellCoupons } from '../told-coupons';
import { countStates } from './count-states';
import { insertChanges } from './insert-changes';

/** A code that was issued by itself: by a receipt, by staff, or by another system. */
export interface RegisteredCoupon {
  readonly code: string;
  readonly poolNo: number;
  readonly expiresOn: string | null;
  readonly validFrom: string | null;
  readonly memberId: string | null;
  readonly purchaseId: string | null;
  readonly authorName: string | null;
  readonly at: Date;
  /** Whose sale issued it. */
  readonly promotionId?: string;
}

/** Makes codes known, and tells those of members; those that are there already stay as they are. Answers the codes that are new. */
export async function registerCoupons(
  tx: EntityManager,
  coupons: readonly RegisteredCoupon[],
  origin: EventOrigin,
): Promise<ReadonlySet<string>> {
  if (coupons.length === 0) return new Set();
  const inserted: { code: string; poolNo: number }[] = await tx.query(
    `insert into coupon (code, pool_no, state, uses, batch_no, expires_on, valid_from, member_id, promotion_id)
     select distinct on (code) code, "poolNo", 'OPEN'::coupon_state, 0, 0, "expiresOn", "validFrom", "memberId", "promotionId" from jsonb_to_recordset($1::jsonb)
       as row(code text, "poolNo" int, "expiresOn" date, "validFrom" date, "memberId" uuid, "promotionId" text)
     order by code on conflict (code) do nothing returning code, pool_no as "poolNo"`,
    [JSON.stringify(coupons)],
  );
  const added = new Set(inserted.map(({ code }) => code));
  const distinct = new Map(coupons.map((coupon) => [coupon.code, coupon]));
  await insertChanges(
    tx,
    [...distinct.values()].filter(({ code }) => added.has(code)).map((coupon) => ({ ...coupon, what: 'ISSUED' })),
  );
  const counts = Map.groupBy(inserted, ({ poolNo }) => poolNo);
  for (const [poolNo, own] of [...counts].sort(([left], [right]) => left - right)) {
    await tx.query('update coupon_pool set issued = issued + $2 where no = $1', [poolNo, own.length]);
  }
  await tellCoupons(tx, [...added], origin);
  return added;
}

/** Takes back those of the codes that nobody has used. */
export async function revokeUnused(
  tx: EntityManager,
  codes: readonly string[],
  why: { at: Date; purchaseId: string | null; authorName: string | null },
  origin: EventOrigin,
): Promise<ReadonlySet<string>> {
  const locked: { code: string; poolNo: number }[] = await tx.query(
    `select code, pool_no as "poolNo" from coupon where code = any($1::text[]) and state = 'OPEN' order by code for update`,
    [codes],
  );
  const revoked = locked.map(({ code }) => code);
  await tx.query("update coupon set state = 'REVOKED' where code = any($1::text[])", [revoked]);
  await insertChanges(
    tx,
    revoked.map((code) => ({ code, what: 'REVOKED', ...why })),
  );
  await countStates(
    tx,
    locked.map(({ poolNo }) => ({ poolNo, from: 'OPEN', to: 'REVOKED' })),
  );
  await tellCoupons(tx, revoked, origin);
  return new Set(revoked);
}
