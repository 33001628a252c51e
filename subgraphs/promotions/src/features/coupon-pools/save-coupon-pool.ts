import { randomBytes } from 'node:crypto';
import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { SaveCouponPoolInput } from '../../generated/graphql';
import { bumpPricingRevision } from '../pricing';
import { tellCouponPool } from '../told-coupons';
import { areAmbiguous } from './code-format.rules';
import { CouponPool } from './coupon-pool.entity';
import { lockPool } from './coupon-pool.queries';
import {
  fixedProblems,
  formatOf,
  hasFormat,
  isSamePool,
  poolInvalid,
  readPool,
  type CouponPoolInvalid,
  type FieldProblem,
  type PoolContent,
} from './coupon-pool.rules';

export interface CouponPoolSaved {
  __typename: 'CouponPoolSaved';
  pool: CouponPool;
}
export type SaveCouponPoolOutcome =
  | CouponPoolSaved
  | CouponPoolInvalid
  | { __typename: 'CouponPoolChanged'; code: 'COUPON_POOL_CHANGED'; message: string; pool: CouponPool };

/** Saves a pool; content that is there already is a success. */
export async function saveCouponPool(
  ctx: PromotionsContext,
  input: SaveCouponPoolInput,
): Promise<SaveCouponPoolOutcome> {
  const asked = readPool(input);
  if ('__typename' in asked) return asked;
  return inTransaction(ctx.db, async (tx) => {
    // One at a time, for formats are compared with those of all others.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('coupon-pools', 0))");
    const current = await lockPool(tx, input.id);
    if (current !== null) return savedAgain(ctx, tx, current, asked, input.version ?? null);
    const problems = await takenProblems(tx, asked);
    if (problems.length > 0) return poolInvalid(problems);
    const pool = tx.create(CouponPool, {
      ...asked,
      id: input.id.toLowerCase(),
      version: 1,
      status: 'OPEN',
      secret: randomBytes(32),
      issued: asked.kind === 'PUBLIC' ? 1n : 0n,
      redeemed: 0n,
      expired: 0n,
      revoked: 0n,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    await tx.insert(CouponPool, pool);
    if (pool.publicCode !== null) await insertPublicCode(ctx, tx, pool);
    await bumpPricingRevision(tx);
    await tellCouponPool(tx, pool.id, ctx);
    return { __typename: 'CouponPoolSaved', pool };
  });
}

async function savedAgain(
  ctx: PromotionsContext,
  tx: EntityManager,
  current: CouponPool,
  asked: PoolContent,
  version: number | null,
): Promise<SaveCouponPoolOutcome> {
  if (current.status === 'DELETED')
    return poolInvalid([{ field: 'id', message: 'The pool was deleted: make another one.' }]);
  if (isSamePool(current, asked)) return { __typename: 'CouponPoolSaved', pool: current };
  const problems = fixedProblems(current, asked);
  if (problems.length > 0) return poolInvalid(problems);
  if (current.version !== version) {
    const message = 'A colleague changed the pool meanwhile: look at it and save again.';
    return { __typename: 'CouponPoolChanged', code: 'COUPON_POOL_CHANGED', message, pool: current };
  }
  return { __typename: 'CouponPoolSaved', pool: await storePool(ctx, tx, current, asked) };
}

/** Writes what changed of a pool, and tells every replica and whoever else listens. */
export async function storePool(
  ctx: PromotionsContext,
  tx: EntityManager,
  current: CouponPool,
  change: Partial<PoolContent> & { status?: CouponPool['status'] },
): Promise<CouponPool> {
  const bookkeeping = { version: current.version + 1, updatedAt: ctx.now };
  await tx.update(CouponPool, { no: current.no }, { ...change, ...bookkeeping });
  await bumpPricingRevision(tx);
  await tellCouponPool(tx, current.id, ctx);
  return tx.create(CouponPool, { ...current, ...change, ...bookkeeping });
}

/** A code must tell which pool it is of. */
async function takenProblems(tx: EntityManager, asked: PoolContent): Promise<FieldProblem[]> {
  if (asked.publicCode !== null) {
    const taken: unknown[] = await tx.query('select 1 from coupon where code = $1', [asked.publicCode]);
    return taken.length > 0
      ? [{ field: 'publicCode', message: 'Another pool has this code: choose another one.' }]
      : [];
  }
  if (!hasFormat(asked)) return [];
  const others = (await tx.getRepository(CouponPool).find()).filter(hasFormat);
  const like = others.find((other) => areAmbiguous(formatOf(other), formatOf(asked)));
  if (like === undefined) return [];
  return [
    {
      field: 'prefix',
      message: `Codes would look like those of “${like.name}” (${like.prefix}): choose another prefix.`,
    },
  ];
}

async function insertPublicCode(ctx: PromotionsContext, tx: EntityManager, pool: CouponPool): Promise<void> {
  await tx.query("insert into coupon (code, pool_no, state, uses, batch_no) values ($1, $2, 'OPEN', 0, 0)", [
    pool.publicCode,
    pool.no,
  ]);
  await tx.query("insert into coupon_change (code, what, at, author_name) values ($1, 'ISSUED', $2, $3)", [
    pool.publicCode,
    ctx.now,
    ctx.actor.name,
  ]);
}
