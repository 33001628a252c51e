import { newId } from '@adal/service';
import { havePool } from '../../../test/coupons';
import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await havePool(promotions, { kind: 'IMPORTED', prefix: null, name: 'Old system', validDays: 30 });
});
afterAll(() => promotions.stop());

const IMPORT = `mutation ($input: ImportInput!) { result: importCoupons(input: $input) { __typename
  ... on ImportLanded { read landed unchanged rejected { line column code } } ... on UserError { code } } }`;
const COLUMNS = ['pool', 'code', 'member_id', 'valid_from', 'valid_until'];
const land = async (rows: (string | null)[][], more: object = {}) => {
  const input = {
    importId: newId(),
    columns: COLUMNS,
    rows: rows.map((values, index) => ({ line: index + 2, values })),
    ...more,
  };
  return (await promotions.ask<{ result: object }>(IMPORT, { input })).data.result;
};

it('lands good rows, sends bad ones back with line, column and reason, and changes nothing the second time', async () => {
  const member = await promotions.haveMember({ externalId: 'CRM-7' });
  const rows = [
    ['Old system', 'abc-1', 'CRM-7', null, '2026-12-31'],
    ['old SYSTEM', 'ABC2', null, '2026-12-01', null],
    ['Nowhere', 'ABC3', null, null, null],
    ['Old system', 'x', null, null, null],
    ['Old system', 'ABC4', 'nobody', null, null],
    ['Old system', 'ABC5', null, '2026-02-30', null],
    ['Old system', 'ABC6', null, '2026-12-02', '2026-12-01'],
    ['Old system', 'ABC2', 'CRM-7', null, null],
    [null, 'ABC8', null, null, null],
  ];
  const rejected = [
    { line: 4, column: 'pool', code: 'POOL_UNKNOWN' },
    { line: 5, column: 'code', code: 'CODE_INVALID' },
    { line: 6, column: 'member_id', code: 'MEMBER_UNKNOWN' },
    { line: 7, column: 'valid_from', code: 'DAY_INVALID' },
    { line: 8, column: 'valid_until', code: 'DAYS_REVERSED' },
    { line: 9, column: 'code', code: 'CODE_TAKEN' },
    { line: 10, column: 'pool', code: 'POOL_MISSING' },
  ];
  expect(await land(rows, { dryRun: true })).toMatchObject({ landed: 2, rejected });
  expect(await promotions.db.query('select 1 from coupon')).toEqual([]);
  expect(await land(rows)).toEqual({ __typename: 'ImportLanded', read: 9, landed: 2, unchanged: 0, rejected });
  expect(await land(rows)).toMatchObject({ landed: 0, unchanged: 2, rejected });
  const { data } = await promotions.ask(
    '{ coupon(code: "ABC-1") { state validUntil member { id } history { what } } }',
  );
  expect(data).toEqual({
    coupon: { state: 'OPEN', validUntil: '2026-12-31', member: { id: member.memberId }, history: [{ what: 'ISSUED' }] },
  });
});

it('refuses a file that lacks a column', async () => {
  expect(await land([['x']], { columns: ['code'] })).toEqual({ __typename: 'ImportInvalid', code: 'COLUMN_MISSING' });
});
