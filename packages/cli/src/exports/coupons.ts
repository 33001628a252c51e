import { v7 as uuidv7 } from 'uuid';
import { OperatorError, type GatewayClient } from '../gateway-client';
import type { ExportKind } from './export-kind';
import { memberIdOf, type MemberKey } from './members';
import { readPages } from './read-pages';

interface PoolNode {
  readonly id: string;
  readonly name: string;
  readonly figures: { readonly issued: number };
}

interface CouponNode {
  readonly code: string;
  readonly state: string;
  readonly member: MemberKey | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** Codes that can still be used, pool by pool; each pool's export is written down. */
export const coupons: ExportKind = {
  needs: ['coupons.read', 'coupons.export', 'members.read'],
  columns: () => ['pool', 'code', 'member_id', 'valid_from', 'valid_until'],
  async *pages(client) {
    const pools = await poolsOf(client);
    const all = pools.reduce((sum, pool) => sum + pool.figures.issued, 0);
    let before = 0;
    for (const pool of pools) {
      await writeDown(client, pool.id);
      const list = {
        around: 'couponPool(id: $pool)',
        field: 'codes(first: $first, after: $after)',
        variables: '$pool: ID!',
        values: { pool: pool.id },
        node: 'code state member { id externalId } validFrom validUntil',
        total: pool.figures.issued,
      };
      for await (const { nodes, share } of readPages<CouponNode>(client, list)) {
        const rows = nodes.filter(({ state }) => state === 'OPEN').map((coupon) => rowOf(pool, coupon));
        yield { rows, share: (before + share * pool.figures.issued) / Math.max(1, all) };
      }
      before += pool.figures.issued;
    }
  },
};

async function poolsOf(client: GatewayClient): Promise<PoolNode[]> {
  const list = { field: 'couponPools(first: $first, after: $after)', node: 'id name figures { issued }' };
  const pools: PoolNode[] = [];
  for await (const { nodes } of readPages<PoolNode>(client, list)) pools.push(...nodes);
  return pools;
}

async function writeDown(client: GatewayClient, poolId: string): Promise<void> {
  const { exportCoupons: answer } = await client.ask<{ exportCoupons: { message?: string } }>(
    'mutation Export($input: ExportCouponsInput!) { exportCoupons(input: $input) { ... on UserError { message } } }',
    { input: { exportId: uuidv7(), poolId } },
  );
  if (answer.message !== undefined) throw new OperatorError(answer.message);
}

const rowOf = (pool: PoolNode, coupon: CouponNode): Record<string, string | null> => ({
  pool: pool.name,
  code: coupon.code,
  member_id: memberIdOf(coupon.member),
  valid_from: coupon.validFrom,
  valid_until: coupon.validUntil,
});
