import { newId } from '@adal/service';
import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterAll(() => promotions.stop());

const ask = async (document: string, variables: object) =>
  Object.values((await promotions.ask<Record<string, unknown>>(document, variables)).data)[0];
const save = (id: string, name: string) =>
  ask(
    `mutation ($input: SaveMemberListInput!) { saveMemberList(input: $input) { __typename ... on MemberListSaved { list { id name size } }
    ... on MemberListInvalid { field message } } }`,
    { input: { id, name } },
  );
const send = (listId: string, columns: string[], rows: (string | null)[][], dryRun = false) =>
  ask(
    `mutation ($listId: ID!, $input: ImportInput!) { importMemberList(listId: $listId, input: $input) { __typename
    ... on ImportLanded { landed unchanged rejected { line column code } } ... on UserError { code } } }`,
    { listId, input: { importId: 'run', columns, rows: rows.map((values, at) => ({ line: at + 2, values })), dryRun } },
  );
const page = (id: string, after: string | null = null) =>
  ask(
    `query ($id: ID!, $after: String) { memberList(id: $id) { size members(first: 2, after: $after) { edges { node { id } }
    pageInfo { hasNextPage endCursor } } } }`,
    { id, after },
  ) as Promise<{ size: number; members: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } }>;
const remove = (id: string) =>
  ask(
    `mutation ($id: ID!) { deleteMemberList(id: $id) { __typename ... on MemberListDeleted { deleted }
    ... on MemberListInUse { promotions } } }`,
    { id },
  );

it('lands the members it knows by any key, sends the others back, and changes nothing the second time', async () => {
  const id = newId();
  await save(id, 'Guests');
  const byPhone = await promotions.haveMember({ phone: '+77010000001' });
  const byCard = await promotions.haveMember({ cards: [{ number: 'C1', kind: 'PLASTIC', status: 'ACTIVE' }] });
  const byOwnId = await promotions.haveMember({ externalId: 'M1' });
  const closed = await promotions.haveMember({ externalId: 'M2', status: 'CLOSED' });
  const columns = ['member_id', 'phone', 'card_number', 'id'];
  const rows = [
    [null, '8 701 000 00 01', null, null],
    [null, null, 'C1', null],
    ['M1', 'not read', null, null],
    ['M2', null, null, null],
    [null, 'twelve', null, null],
    [null, null, null, null],
    [null, null, null, closed.memberId.slice(1)],
  ];
  const rejected = [
    { line: 5, column: 'member_id', code: 'MEMBER_UNKNOWN' },
    { line: 6, column: 'phone', code: 'PHONE_INVALID' },
    { line: 7, column: null, code: 'KEY_MISSING' },
    { line: 8, column: 'id', code: 'ID_INVALID' },
  ];
  expect(await send(id, columns, rows, true)).toMatchObject({ landed: 3, unchanged: 0, rejected });
  expect(await send(id, columns, rows)).toMatchObject({ landed: 3, unchanged: 0, rejected });
  expect(await send(id, columns, rows)).toMatchObject({ landed: 0, unchanged: 3, rejected });
  const first = await page(id);
  const second = await page(id, first.members.pageInfo.endCursor);
  const listed = [...first.members.edges, ...second.members.edges].map(({ node }) => node.id);
  expect([first.size, listed]).toEqual([3, [byPhone, byCard, byOwnId].map(({ memberId }) => memberId).sort()]);
});

it('refuses an unknown list, an unknown column and a name that is taken', async () => {
  const id = newId();
  expect(await send(newId(), ['id'], [])).toMatchObject({ __typename: 'MemberListUnknown' });
  await save(id, 'Winners');
  expect(await send(id, ['email'], [])).toMatchObject({ __typename: 'ImportInvalid', code: 'COLUMN_UNKNOWN' });
  expect(await save(newId(), ' WINNERS ')).toMatchObject({ __typename: 'MemberListInvalid', field: 'name' });
  expect(await save(id, 'Winners of May')).toMatchObject({ list: { name: 'Winners of May' } });
});

it('keeps a list that a promotion asks for', async () => {
  const id = newId();
  await save(id, 'Asked for');
  const condition = { kind: 'NOT', of: { kind: 'MEMBER_LIST', in: [id] } };
  const promotion = await promotions.haveRunning({ name: 'Not for staff' }, { condition });
  expect(await remove(id)).toEqual({ __typename: 'MemberListInUse', promotions: ['Not for staff'] });
  await promotions.ask(
    'mutation ($id: ID!) { setPromotionStatus(input: { id: $id, status: "ENDED" }) { __typename } }',
    {
      id: promotion,
    },
  );
  expect(await remove(id)).toEqual({ __typename: 'MemberListDeleted', deleted: true });
  expect(await remove(id)).toEqual({ __typename: 'MemberListDeleted', deleted: false });
});
