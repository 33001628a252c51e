import { aPhone, enrolled, next } from '../../../test/builders';
import { startMembers, staff, type TestMembers } from '../../../test/harness';

const UPDATE = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) {
  __typename ... on UserError { code } ... on MemberInvalid { field } ... on ContactTaken { field }
  ... on MemberUpdated { replayed member { id firstName lastName phone email city language } }
} }`;
const STATUS = `mutation ($input: SetMemberStatusInput!) { setMemberStatus(input: $input) {
  __typename ... on UserError { code } ... on MemberInvalid { field } ... on MemberUpdated { replayed member { status } }
} }`;

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

const update = async (input: object) =>
  (await members.execute(staff(), UPDATE, { input: { changeId: `change-${next()}`, ...input } })).data['updateMember'];
const setStatus = async (input: object) =>
  (await members.execute(staff(), STATUS, { input: { reason: 'fraud', ...input } })).data['setMemberStatus'];
const revisionsOf = async (id: string) => {
  const saved = await members.recorded<{ member: { memberId: string; revision: number } }>('members.member.saved.v1');
  return saved.filter(({ member }) => member.memberId === id).map(({ member }) => member.revision);
};

it('changes what is given, leaves the rest, clears blanks, and tells the others', async () => {
  const id = await enrolled(members, { firstName: 'Old', lastName: 'Stays', city: 'Алматы' });
  expect(await update({ id, firstName: 'New', city: '', language: 'kk' })).toMatchObject({
    __typename: 'MemberUpdated',
    replayed: false,
    member: { firstName: 'New', lastName: 'Stays', city: null, language: 'kk' },
  });
  expect(await revisionsOf(id)).toEqual([1, 2]);
  const found = await members.execute<{ members: { edges: unknown[] } }>(
    staff(),
    '{ members(search: "new sta") { edges { cursor } } }',
  );
  expect(found.data.members.edges).toHaveLength(1);
});

it('answers a retry without changing again, and refuses the id with other content', async () => {
  const id = await enrolled(members);
  const first = await update({ id, changeId: 'retry', firstName: 'A' });
  expect(await update({ id, changeId: 'retry', firstName: 'A' })).toEqual({ ...(first as object), replayed: true });
  expect(await update({ id, changeId: 'retry', firstName: 'B' })).toMatchObject({
    __typename: 'MemberInvalid',
    field: 'changeId',
  });
  expect(await revisionsOf(id)).toEqual([1, 2]);
});

it('changes nothing, and tells nobody, when all is so already', async () => {
  const id = await enrolled(members, { firstName: 'Same' });
  expect(await update({ id, firstName: 'Same' })).toMatchObject({ __typename: 'MemberUpdated' });
  expect(await revisionsOf(id)).toEqual([1]);
});

it('refuses contacts of others, unknown members and fields it cannot read', async () => {
  const [phone, id] = [aPhone(), await enrolled(members)];
  await enrolled(members, { phone, email: 'taken@example.kz' });
  expect(await update({ id, phone })).toMatchObject({ __typename: 'ContactTaken', field: 'phone' });
  expect(await update({ id, email: 'taken@example.kz' })).toMatchObject({ __typename: 'ContactTaken', field: 'email' });
  expect(await update({ id: '01900000-0000-7000-8000-00000000dead', city: 'x' })).toMatchObject({
    __typename: 'MemberUnknown',
  });
  expect(await update({ id, birthDate: 'yesterday' })).toMatchObject({
    __typename: 'MemberInvalid',
    field: 'birthDate',
  });
  expect(await update({ id, gender: '' })).toMatchObject({ __typename: 'MemberInvalid', field: 'gender' });
  expect(await update({ id, changeId: '' })).toMatchObject({ __typename: 'MemberInvalid', field: 'changeId' });
});

it('gives a phone that two members want at once to one of them', async () => {
  const phone = aPhone();
  const ids = await Promise.all([1, 2, 3, 4].map(() => enrolled(members)));
  const outcomes = (await Promise.all(ids.map((id) => update({ id, phone })))) as { __typename: string }[];
  expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual([
    'ContactTaken',
    'ContactTaken',
    'ContactTaken',
    'MemberUpdated',
  ]);
});

it('blocks and unblocks with a reason, each once', async () => {
  const id = await enrolled(members);
  expect(await setStatus({ id, status: 'BLOCKED' })).toEqual({
    __typename: 'MemberUpdated',
    replayed: false,
    member: { status: 'BLOCKED' },
  });
  expect(await setStatus({ id, status: 'BLOCKED' })).toMatchObject({ replayed: true });
  expect(await setStatus({ id, status: 'ACTIVE' })).toMatchObject({ replayed: false });
  expect(await revisionsOf(id)).toEqual([1, 2, 3]);
  const audit: { action: string; detail: object }[] = await members.db.query(
    'select action, detail from audit_entry where target = $1 order by at, id',
    [`member:${id}`],
  );
  expect(audit.map(({ action }) => action)).toEqual(['member.enrol', 'member.block', 'member.unblock']);
  expect(audit[1]?.detail).toEqual({ reason: 'fraud' });
});

it('refuses a status, reason or member it cannot take', async () => {
  const id = await enrolled(members);
  expect(await setStatus({ id, status: 'CLOSED' })).toMatchObject({ __typename: 'MemberInvalid', field: 'status' });
  expect(await setStatus({ id, status: 'BLOCKED', reason: ' ' })).toMatchObject({
    __typename: 'MemberInvalid',
    field: 'reason',
  });
  expect(await setStatus({ id: 'x', status: 'BLOCKED' })).toMatchObject({ __typename: 'MemberUnknown' });
});
