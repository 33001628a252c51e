import { newId, ROLES, type RoleName } from '@adal/service';
import { aPool, figures, havePool, savePool } from '../../../test/coupons';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { formOf } from './code-format.rules';
import { makeCodes } from '../coupon-batches';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
});
afterAll(() => promotions.stop());
beforeEach(() =>
  promotions.db.query('truncate coupon_pool, coupon_batch, coupon, coupon_use, coupon_change, coupon_export cascade'),
);

const MAKE = `mutation ($input: MakeCouponsInput!) { result: makeCoupons(input: $input) { __typename ... on UserError { message }
  ... on CouponBatchSaved { batch { id wanted made status } } } }`;
const TURN = `mutation ($input: SetCouponBatchStatusInput!) { result: setCouponBatchStatus(input: $input) { __typename
  ... on CouponBatchSaved { batch { made status } } } }`;
const ask = async (document: string, input: object): Promise<unknown> =>
  (await promotions.ask<{ result: unknown }>(document, { input })).data.result;
const order = (poolId: string, count: number, batchId = newId()) => ask(MAKE, { batchId, poolId, count });
const run = () => makeCodes.run(promotions.context());
const codes = async (): Promise<string[]> =>
  (await promotions.db.query<{ code: string }[]>('select code from coupon order by code')).map(({ code }) => code);

it('saves a pool once, and a colleague’s newer version is not lost', async () => {
  const pool = aPool();
  expect(await savePool(promotions, pool)).toMatchObject({
    __typename: 'CouponPoolSaved',
    pool: { version: 1, status: 'OPEN' },
  });
  expect(await savePool(promotions, pool)).toMatchObject({ __typename: 'CouponPoolSaved', pool: { version: 1 } });
  const renamed = { ...pool, name: 'Summer' };
  expect(await savePool(promotions, { ...renamed, version: 1 })).toMatchObject({ pool: { version: 2 } });
  expect(await savePool(promotions, { ...pool, name: 'Autumn', version: 1 })).toMatchObject({
    __typename: 'CouponPoolChanged',
  });
});

it('names every problem of a form, and takes no format that looks like another pool’s', async () => {
  const wrong = await savePool(
    promotions,
    aPool({ name: '', validFrom: '2026-12-02', validUntil: '2026-12-01', usesPerCode: 0 }),
  );
  expect(wrong.problems?.map(({ field }) => field)).toEqual(['name', 'validUntil', 'usesPerCode']);
  expect((await savePool(promotions, aPool({ prefix: '' }))).problems?.map(({ field }) => field)).toEqual(['prefix']);
  expect(
    (await savePool(promotions, aPool({ kind: 'PRINTED', length: 6 }))).problems?.map(({ field }) => field),
  ).toEqual(['length']);
  await havePool(promotions);
  expect((await savePool(promotions, aPool({ prefix: 'A', length: 10 }))).problems?.map(({ field }) => field)).toEqual([
    'prefix',
  ]);
  expect(await savePool(promotions, aPool({ prefix: 'AC' }))).toMatchObject({ __typename: 'CouponPoolSaved' });
  await havePool(promotions, { kind: 'PUBLIC', publicCode: 'spring-26' });
  expect(
    (await savePool(promotions, aPool({ kind: 'PUBLIC', publicCode: 'SPRING26' }))).problems?.map(({ field }) => field),
  ).toEqual(['publicCode']);
});

it('keeps kind and format of a pool that is saved', async () => {
  const pool = aPool();
  await savePool(promotions, pool);
  const other = await savePool(promotions, { ...pool, prefix: 'ZZ', version: 1 });
  expect(other.problems?.map(({ field }) => field)).toEqual(['prefix']);
});

it('makes as many codes as ordered, each once and each well formed', async () => {
  const poolId = await havePool(promotions);
  const batchId = newId();
  expect(await order(poolId, 150_001, batchId)).toMatchObject({
    batch: { wanted: 150_001, made: 0, status: 'RUNNING' },
  });
  await run();
  expect(await order(poolId, 150_001, batchId)).toMatchObject({ batch: { made: 150_001, status: 'DONE' } });
  const made = await codes();
  expect(new Set(made).size).toBe(150_001);
  const format = { prefix: 'AB', alphabet: 'LETTERS_AND_DIGITS', length: 9 } as const;
  expect(made.filter((code) => formOf(format, code) !== 'WELL_FORMED')).toEqual([]);
  const { told, counted } = await figures(promotions, poolId);
  expect([told, counted]).toEqual([counted, { issued: 150_001, redeemed: 0, expired: 0, revoked: 0, open: 150_001 }]);
});

it('makes no code of one order in another one', async () => {
  const poolId = await havePool(promotions, { length: 6 });
  for (let orders = 0; orders < 15; orders += 1) await order(poolId, 2_000);
  await run();
  expect(new Set(await codes()).size).toBe(30_000);
  expect(await order(poolId, 1)).toMatchObject({ __typename: 'CouponPoolInvalid' });
});

it('stops, keeps what is made, and resumes where it stopped', async () => {
  const poolId = await havePool(promotions);
  const batchId = newId();
  await order(poolId, 1_000, batchId);
  expect(await ask(TURN, { batchId, status: 'STOPPED' })).toMatchObject({ batch: { status: 'STOPPED' } });
  await run();
  expect(await codes()).toEqual([]);
  // As a stop between two chunks leaves it.
  await promotions.db.query('update coupon_batch set made = 400');
  await ask(TURN, { batchId, status: 'RUNNING' });
  await run();
  expect(await codes()).toHaveLength(600);
  expect(await ask(TURN, { batchId, status: 'STOPPED' })).toMatchObject({ batch: { made: 1_000, status: 'DONE' } });
  expect(await ask(TURN, { batchId: newId(), status: 'STOPPED' })).toMatchObject({ __typename: 'CouponBatchUnknown' });
});

it('refuses an order that would let codes be guessed, or of another kind of pool', async () => {
  expect(await order(await havePool(promotions, { length: 6 }), 100_000)).toMatchObject({
    message: expect.stringContaining('guessed') as string,
  });
  expect(await order(await havePool(promotions, { kind: 'PERSONAL', prefix: 'PE' }), 1)).toMatchObject({
    __typename: 'CouponPoolInvalid',
  });
  expect(await order(newId(), 1)).toMatchObject({ __typename: 'CouponPoolUnknown' });
});

it('exports the codes page by page, and writes who did', async () => {
  const poolId = await havePool(promotions, { validUntil: '2026-12-31' });
  await order(poolId, 25);
  await run();
  const document = `mutation ($input: ExportCouponsInput!, $after: String) { result: exportCoupons(input: $input) { ... on CouponsExported {
    export { codes page(first: 10, after: $after) { csv next } } } } }`;
  const input = { exportId: newId(), poolId };
  const page = async (after: string | null): Promise<{ csv: string; next: string | null }> => {
    const { data } = await promotions.ask<{
      result: { export: { codes: number; page: { csv: string; next: string | null } } };
    }>(document, { input, after });
    expect(data.result.export.codes).toBe(25);
    return data.result.export.page;
  };
  const first = await page(null);
  const second = await page(first.next);
  const third = await page(second.next);
  expect(third.next).toBeNull();
  const lines = [first, second, third].flatMap(({ csv }) => csv.trimEnd().split('\n'));
  expect(lines).toEqual((await codes()).map((code) => `${code},OPEN,2026-12-31`));
  const audit: unknown[] = await promotions.db.query('select author_name, codes::int from coupon_export');
  expect(audit).toEqual([{ author_name: 'anonymous', codes: 25 }]);
});

it('expires a pool by its last day without touching its rows', async () => {
  const poolId = await havePool(promotions, { validUntil: '2026-11-22' });
  await order(poolId, 10);
  await run();
  const open = async (now: Date) =>
    (
      await promotions.ask(
        `query ($id: ID!) { couponPool(id: $id) { figures { expired open } } }`,
        { id: poolId },
        { now },
      )
    ).data;
  expect(await open(NOW)).toEqual({ couponPool: { figures: { expired: 0, open: 10 } } });
  expect(await open(new Date('2026-11-22T19:00:00Z'))).toEqual({ couponPool: { figures: { expired: 10, open: 0 } } });
});

it('finds the pools that a promotion asks for or gives from', async () => {
  const [asked, given, other] = [await havePool(promotions), await havePool(promotions, { prefix: 'GIVE' }), newId()];
  await havePool(promotions, { prefix: 'REST' });
  const id = await promotions.haveRunning(
    {},
    { condition: { kind: 'COUPON', poolId: asked }, effects: [{ kind: 'COUPON_NEXT', poolId: given }] },
  );
  const document = 'query ($id: ID) { couponPools(promotionId: $id) { totalCount edges { node { id } } } }';
  const found = async (promotionId: string | null) =>
    (
      await promotions.ask<{ couponPools: { totalCount: number; edges: { node: { id: string } }[] } }>(document, {
        id: promotionId,
      })
    ).data.couponPools;
  const { totalCount, edges } = await found(id);
  expect([totalCount, edges.map(({ node }) => node.id)]).toEqual([2, [given, asked]]);
  expect([(await found(other)).totalCount, (await found('x\0')).totalCount, (await found(null)).totalCount]).toEqual([
    0, 0, 3,
  ]);
});

describe('permissions', () => {
  const documents = {
    read: '{ couponPools { totalCount } }',
    write: `mutation { saveCouponPool(input: { id: "${newId()}", name: "", kind: "UNIQUE" }) { __typename } }`,
    export: `mutation { exportCoupons(input: { exportId: "${newId()}", poolId: "x" }) { __typename } }`,
  };
  const may: Record<RoleName, (keyof typeof documents)[]> = {
    ADMINISTRATOR: ['read', 'write', 'export'],
    MARKETER: ['read', 'write', 'export'],
    ANALYST: ['read'],
    OPERATOR: ['read', 'write'],
    STORE_MANAGER: ['read'],
  };
  it.each(Object.keys(may) as RoleName[])('%s may do what the role needs, and nothing else', async (role) => {
    for (const [right, document] of Object.entries(documents)) {
      const { errors } = await promotions.ask(document, {}, { permissions: ROLES[role] });
      expect([right, errors]).toEqual([right, may[role].some((one) => one === right) ? [] : ['FORBIDDEN']]);
    }
  });
});
