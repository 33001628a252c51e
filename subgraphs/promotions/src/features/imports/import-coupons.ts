import { isUuid, type ImportInvalid, type ImportLanded, type ImportRejection } from '@adal/service';
import { In, type EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { CouponPool, lastDayOf } from '../coupon-pools';
import { Coupon, registerCoupons, type RegisteredCoupon } from '../coupons';
import { landChunk } from './land-chunk';
import { isCouponColumn, readCouponRow, REQUIRED_COLUMNS, type CouponRow } from './coupon-row.rules';

/** Lands codes of another system: good rows become coupons. */
export function importCoupons(ctx: PromotionsContext, input: ImportInput): Promise<ImportLanded | ImportInvalid> {
  return landChunk<CouponRow>(ctx.db, input, {
    required: REQUIRED_COLUMNS,
    isColumn: isCouponColumn,
    read: readCouponRow,
    land: async (tx, rows) => {
      const { coupons, faults } = await settleRows(ctx, tx, rows);
      const wanted = coupons.filter((coupon) => coupon !== 'KNOWN');
      return { landed: (await registerCoupons(tx, wanted, ctx)).size, rejected: faults };
    },
  });
}

async function settleRows(
  ctx: PromotionsContext,
  tx: EntityManager,
  rows: readonly CouponRow[],
): Promise<{ coupons: (RegisteredCoupon | 'KNOWN')[]; faults: ImportRejection[] }> {
  const pools = await poolsNamed(tx, rows);
  const members = await membersNamed(tx, rows);
  const known = new Map(
    (await tx.getRepository(Coupon).findBy({ code: In(rows.map(({ code }) => code)) })).map((row) => [row.code, row]),
  );
  const faults: ImportRejection[] = [];
  const seen = new Map<string, string>();
  const coupons = rows.flatMap((row): (RegisteredCoupon | 'KNOWN')[] => {
    const fail = (column: string, code: string, reason: string): [] => {
      faults.push({ line: row.line, column, code, reason });
      return [];
    };
    const pool = pools.get(row.pool.toLowerCase());
    if (pool === undefined)
      return fail('pool', 'POOL_UNKNOWN', 'There is no pool of imported codes of this name: make it first.');
    const memberId = row.memberId === null ? null : members.get(row.memberId.toLowerCase());
    if (memberId === undefined) return fail('member_id', 'MEMBER_UNKNOWN', 'Nobody has this id.');
    const coupon = registeredOf(ctx, pool, row, memberId);
    const said = seen.get(row.code) ?? (known.has(row.code) ? contentOf(known.get(row.code)) : null);
    seen.set(row.code, said ?? contentOf(coupon));
    if (said === null) return [coupon];
    if (said === contentOf(coupon)) return ['KNOWN'];
    return fail('code', 'CODE_TAKEN', 'The code is there already, with another pool, member or days.');
  });
  return { coupons, faults };
}

/** A file that says nothing of the last day leaves it to the pool. */
function registeredOf(
  ctx: PromotionsContext,
  pool: CouponPool,
  row: CouponRow,
  memberId: string | null,
): RegisteredCoupon {
  const byPool = pool.validDays === null ? null : lastDayOf(ctx.now, pool.validDays, ctx.config.BUSINESS_TIME_ZONE);
  const days = { expiresOn: row.validUntil ?? byPool, validFrom: row.validFrom };
  return {
    code: row.code,
    poolNo: pool.no,
    ...days,
    memberId,
    purchaseId: null,
    authorName: ctx.actor.name,
    at: ctx.now,
  };
}

type Content = Pick<RegisteredCoupon, 'poolNo' | 'validFrom' | 'memberId'>;
/** Without the last day, which a pool may count from the day of the import. */
const contentOf = (content: Content | undefined): string =>
  JSON.stringify([content?.poolNo, content?.validFrom, content?.memberId]);

async function poolsNamed(tx: EntityManager, rows: readonly CouponRow[]): Promise<ReadonlyMap<string, CouponPool>> {
  const names = [...new Set(rows.map(({ pool }) => pool.toLowerCase()))];
  const pools = await tx
    .getRepository(CouponPool)
    .createQueryBuilder('pool')
    .where(
      "pool.kind = 'IMPORTED' and pool.status <> 'DELETED' and (lower(pool.name) = any(:names) or pool.id::text = any(:names))",
      { names },
    )
    .orderBy('pool.no')
    .getMany();
  return new Map(pools.flatMap((pool) => [[pool.name.toLowerCase(), pool] as const, [pool.id, pool] as const]));
}

async function membersNamed(tx: EntityManager, rows: readonly CouponRow[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])))];
  if (asked.length === 0) return new Map();
  const found: { id: string; externalId: string | null }[] = await tx.query(
    `select id, external_id as "externalId" from member where external_id = any($1::text[]) or id = any($2::uuid[])`,
    [asked, asked.filter(isUuid)],
  );
  return new Map(
    found.flatMap(({ id, externalId }) => [
      [id, id] as const,
      ...(externalId === null ? [] : [[externalId.toLowerCase(), id] as const]),
    ]),
  );
}
