import { randomUUID } from 'node:crypto';
import { FILE, file, fresh, input, SETS, unchanged, type MutationCase } from './mutation-case';
import type { World } from './world';

/** A pool of its own: no two look alike. */
async function savePool({ staff }: World, kind: string): Promise<{ poolId: string; name: string }> {
  const poolId = randomUUID();
  const query = 'mutation ($input: SaveCouponPoolInput!) { saveCouponPool(input: $input) { __typename } }';
  await staff(query, input({ ...poolOf(kind), id: poolId, name: poolId }));
  return { poolId, name: poolId };
}

const poolOf = (kind: string) => ({ kind, ...(kind === 'IMPORTED' ? {} : { prefix: randomUUID().slice(0, 8) }) });

async function order(world: World): Promise<string> {
  const { poolId } = await savePool(world, 'UNIQUE');
  const batchId = randomUUID();
  const query = 'mutation ($input: MakeCouponsInput!) { makeCoupons(input: $input) { __typename } }';
  await world.staff(query, input({ batchId, poolId, count: 5 }));
  return batchId;
}

/** Mutations of coupons. */
export const couponCases: Record<string, MutationCase> = {
  saveCouponPool: {
    make: () => input({ id: randomUUID(), name: 'Spring', ...poolOf('UNIQUE') }),
    outcome: 'CouponPoolSaved',
    again: {},
    other: { change: input({ name: 'Summer' }), refusal: 'CouponPoolChanged' },
    freshId: fresh('id'),
  },
  setCouponPoolStatus: {
    make: async (world) => input({ id: (await savePool(world, 'UNIQUE')).poolId, status: 'CLOSED' }),
    outcome: 'CouponPoolSaved',
    again: {},
    other: SETS,
  },
  deleteCouponPool: {
    make: async (world) => input({ id: (await savePool(world, 'UNIQUE')).poolId }),
    outcome: 'CouponPoolDeleted',
    again: {},
    other: 'The id is all there is.',
  },
  makeCoupons: {
    make: async (world) => input({ batchId: randomUUID(), poolId: (await savePool(world, 'UNIQUE')).poolId, count: 5 }),
    outcome: 'CouponBatchSaved',
    again: ['CouponBatchSaved'],
    other: { change: input({ count: 6 }), refusal: 'CouponPoolInvalid' },
    freshId: fresh('batchId'),
  },
  setCouponBatchStatus: {
    make: async (world) => input({ batchId: await order(world), status: 'STOPPED' }),
    outcome: 'CouponBatchSaved',
    again: ['CouponBatchSaved'],
    other: SETS,
  },
  exportCoupons: {
    make: async (world) => input({ exportId: randomUUID(), poolId: (await savePool(world, 'UNIQUE')).poolId }),
    outcome: 'CouponsExported',
    again: {},
    other: 'The line of the audit is of one pool; under the same id another pool is a bad request.',
    freshId: fresh('exportId'),
  },
  issueCoupons: {
    make: async (world) => {
      const { poolId } = await savePool(world, 'PERSONAL');
      return input({ issueId: randomUUID(), poolId, memberIds: [world.memberId] });
    },
    outcome: 'CouponsIssued',
    again: {},
    other: 'Each member has the code of this id: others named later get theirs.',
    freshId: fresh('issueId'),
  },
  revokeCoupon: {
    make: async (world) => {
      const { poolId } = await savePool(world, 'PERSONAL');
      const query =
        'mutation ($input: IssueCouponsInput!) { issueCoupons(input: $input) { ... on CouponsIssued { coupons { code } } } }';
      const variables = input({ issueId: randomUUID(), poolId, memberIds: [world.memberId] });
      const { issueCoupons } = await world.staff<{ issueCoupons: { coupons: { code: string }[] } }>(query, variables);
      return input({ code: issueCoupons.coupons[0]?.code });
    },
    outcome: 'CouponRevoked',
    again: {},
    other: 'The code is all there is.',
  },
  importCoupons: {
    make: async (world) => input(file({ pool: (await savePool(world, 'IMPORTED')).name, code: randomUUID() })),
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
    freshId: fresh('importId'),
  },
};
