import { createLogger } from '@adal/service';
import { next } from '../../../test/builders';
import { startMembers, staff, till, type TestMembers } from '../../../test/harness';
import { bootstrapStaff, bootstrapStaffSchema } from './bootstrap-staff';

const ADD = `mutation ($input: AddStaffMemberInput!) { addStaffMember(input: $input) {
  __typename ... on StaffMemberInvalid { code field } ... on StaffMemberSaved { staffMember { id email role permissions storeIds active } }
} }`;
const UPDATE = `mutation ($input: UpdateStaffMemberInput!) { updateStaffMember(input: $input) {
  __typename ... on StaffMemberInvalid { field } ... on StaffMemberSaved { staffMember { role storeIds active } }
} }`;

interface Saved {
  readonly __typename: string;
  readonly staffMember: { readonly id: string };
}

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterEach(() => members.db.query('truncate staff_member, audit_entry cascade'));
afterAll(() => members.stop());

const add = async (input: object = {}) => {
  const colleague = { email: `staff-${next()}@adal.kz`, name: 'Dana', role: 'OPERATOR', password: 'correct horse' };
  const { data } = await members.execute<{ addStaffMember: Saved }>(staff(), ADD, {
    input: { ...colleague, ...input },
  });
  return data.addStaffMember;
};
const update = async (input: object) => (await members.execute(staff(), UPDATE, { input })).data['updateStaffMember'];
const list = async () =>
  (await members.execute<{ staff: { email: string; role: string }[] }>(staff(), '{ staff { email role } }')).data.staff;

it('adds a colleague with a role, and writes who did it', async () => {
  const saved = await add({ email: 'Dana@Adal.kz', role: 'STORE_MANAGER', storeIds: ['ALA-1'] });
  expect(saved).toMatchObject({
    __typename: 'StaffMemberSaved',
    staffMember: {
      email: 'dana@adal.kz',
      role: 'STORE_MANAGER',
      storeIds: ['ALA-1'],
      active: true,
      permissions: expect.arrayContaining(['members.read']),
    },
  });
  const audit: object[] = await members.db.query('select actor_name, action, target, detail from audit_entry');
  const target = `staff:${saved.staffMember.id}`;
  expect(audit).toEqual([
    { actor_name: 'Aigerim', action: 'staff.add', target, detail: { role: 'STORE_MANAGER', storeIds: ['ALA-1'] } },
  ]);
});

it('keeps no password, only its hash', async () => {
  await add({ password: 'correct horse' });
  const rows: { password_hash: string }[] = await members.db.query('select * from staff_member');
  expect(JSON.stringify(rows)).not.toContain('correct horse');
  expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$/);
});

it('invites a person once, however often the same is sent', async () => {
  const input = { email: 'twice@adal.kz', password: 'a password of enough length' };
  const first = await add(input);
  expect(first).toMatchObject({ __typename: 'StaffMemberSaved' });
  expect(await add(input)).toEqual(first);
  expect(await add({ ...input, password: 'another password of enough' })).toMatchObject({ field: 'email' });
});

it('refuses an e-mail in use and input that is wrong', async () => {
  await add({ email: 'one@adal.kz' });
  expect(await add({ email: 'ONE@adal.kz', name: 'Somebody else' })).toMatchObject({
    __typename: 'StaffMemberInvalid',
    code: 'STAFF_MEMBER_INVALID',
    field: 'email',
  });
  expect(await add({ password: 'short' })).toMatchObject({ field: 'password' });
});

it('changes role, stores and activity', async () => {
  const { staffMember } = await add();
  expect(await update({ id: staffMember.id, role: 'STORE_MANAGER', storeIds: ['S-1'] })).toMatchObject({
    staffMember: { role: 'STORE_MANAGER', storeIds: ['S-1'], active: true },
  });
  expect(await update({ id: staffMember.id, storeIds: null, active: false })).toMatchObject({
    staffMember: { role: 'STORE_MANAGER', storeIds: null, active: false },
  });
  expect(await update({ id: 'x', active: false })).toMatchObject({ __typename: 'StaffMemberInvalid', field: 'id' });
  expect(await update({ id: staffMember.id, role: 'CEO' })).toMatchObject({ field: 'role' });
});

it('keeps the last administrator, whoever leaves first', async () => {
  const [first, second] = [await add({ role: 'ADMINISTRATOR' }), await add({ role: 'ADMINISTRATOR' })];
  const outcomes = (await Promise.all([
    update({ id: first.staffMember.id, active: false }),
    update({ id: second.staffMember.id, role: 'ANALYST' }),
  ])) as Saved[];
  expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['StaffMemberInvalid', 'StaffMemberSaved']);
});

it('says who is signed in: staff, but neither a partner nor somebody deactivated', async () => {
  const { staffMember } = await add();
  const me = async (as = { ...staff(), id: staffMember.id }) => (await members.execute(as, '{ me { id } }')).data['me'];
  expect(await me()).toEqual({ id: staffMember.id });
  expect(await me(till)).toBeNull();
  await update({ id: staffMember.id, active: false });
  expect(await me()).toBeNull();
});

it('lists roles with their permissions', async () => {
  const { data } = await members.execute<{ roles: { name: string; permissions: string[] }[] }>(
    staff(),
    '{ roles { name permissions } }',
  );
  expect(data.roles.map((role) => role.name)).toEqual([
    'ADMINISTRATOR',
    'MARKETER',
    'ANALYST',
    'OPERATOR',
    'STORE_MANAGER',
  ]);
});

describe('bootstrapStaff', () => {
  const administrator = { email: 'Admin@adal.kz', password: 'adal-admin-2026' };
  const log = createLogger('members', 'silent');

  it('makes the first administrator once, and the listed staff who are missing', async () => {
    const marketer = { email: 'm@adal.kz', password: 'adal-marketer', name: 'M', role: 'MARKETER' as const };
    await Promise.all([1, 2].map(() => bootstrapStaff(members.db, { administrator, staff: [] }, log)));
    for (const _ of [1, 2]) await bootstrapStaff(members.db, { administrator, staff: [marketer] }, log);
    expect(await list()).toEqual([
      { email: 'admin@adal.kz', role: 'ADMINISTRATOR' },
      { email: 'm@adal.kz', role: 'MARKETER' },
    ]);
  });

  it('makes no administrator where there is staff already', async () => {
    await add({ email: 'first@adal.kz' });
    await bootstrapStaff(members.db, { administrator, staff: [] }, log);
    expect(await list()).toEqual([{ email: 'first@adal.kz', role: 'OPERATOR' }]);
  });

  it('refuses a list it cannot read', () => {
    for (const text of [
      'x',
      '{}',
      '[{"email":"a@b.kz"}]',
      '[{"email":"a@b.kz","password":"twelve chars","name":"A","role":"CEO"}]',
    ]) {
      expect(bootstrapStaffSchema.safeParse(text).success).toBe(false);
    }
  });
});
