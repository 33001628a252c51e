import { enrolled, next } from '../../../test/builders';
import { startMembers, staff, type TestMembers } from '../../../test/harness';

const UPDATE = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) {
  __typename ... on MemberInvalid { field message } ... on MemberUpdated { replayed member {
    children { birthDate gender name } attributes { key value } } } } }`;
const DECLARE = `mutation ($input: DeclareMemberAttributeInput!) { declareMemberAttribute(input: $input) {
  __typename ... on MemberAttributeInvalid { field message } ... on MemberAttributeDeclared { attribute { key type name(language: "kk") retired } } } }`;

let members: TestMembers;
beforeAll(async () => void (members = await startMembers()));
afterAll(() => members.stop());

const ask = async (document: string, input: object, actor = staff()) =>
  Object.values((await members.execute(actor, document, { input })).data)[0];
const update = (input: object) => ask(UPDATE, { changeId: `change-${next()}`, ...input });
const declare = (input: object) =>
  ask(DECLARE, { type: 'NUMBER', nameRu: 'Размер', nameKk: 'Өлшемі', nameEn: 'Size', ...input });
const told = async (id: string) => {
  const saved = await members.recorded<{ member: { memberId: string } }>('members.member.saved.v1');
  return saved.filter(({ member }) => member.memberId === id).at(-1)?.member;
};

it('keeps children, and tells others of them without their names', async () => {
  const id = await enrolled(members, { children: [{ birthDate: '2018-09-01', gender: 'female', name: ' Аяла ' }] });
  const children = [{ birthDate: '2018-09-01', gender: 'FEMALE', name: 'Аяла' }];
  const unchanged = { __typename: 'MemberUpdated', replayed: false, member: { children, attributes: [] } };
  expect(await update({ id, children })).toEqual(unchanged);
  expect(await told(id)).toMatchObject({ revision: 1, children: [{ birthDate: '2018-09-01', gender: 'FEMALE' }] });
  expect(await update({ id, children: [] })).toMatchObject({ member: { children: [] } });
  expect(await told(id)).toMatchObject({ revision: 2, children: [] });
});

it('sets attributes one by one, in the notation of their type', async () => {
  expect(await declare({ key: 'shoe_size' })).toMatchObject({
    attribute: { key: 'shoe_size', type: 'NUMBER', name: 'Өлшемі', retired: false },
  });
  const id = await enrolled(members, { attributes: [{ key: 'hobby', value: 'chess' }] });
  const [size, hobby] = [
    { key: 'shoe_size', value: '42,5' },
    { key: 'hobby', value: '' },
  ];
  expect(await update({ id, attributes: [size] })).toMatchObject({
    member: {
      attributes: [
        { key: 'hobby', value: 'chess' },
        { key: 'shoe_size', value: '42.5' },
      ],
    },
  });
  expect(await update({ id, attributes: [hobby] })).toMatchObject({ member: { attributes: [{ key: 'shoe_size' }] } });
  expect(await told(id)).toMatchObject({ attributes: { shoe_size: '42.5' } });
});

it.each([
  ['children', { children: [{ birthDate: '2999-01-01' }] }],
  ['children', { children: [{ birthDate: '2018-09-01', gender: 'X' }] }],
  ['children', { children: Array.from({ length: 21 }, () => ({ birthDate: '2018-09-01' })) }],
  ['attributes.shoe_size', { attributes: [{ key: 'shoe_size', value: 'large' }] }],
  ['attributes', { attributes: [{ key: '', value: 'x' }] }],
])('names %s when it cannot be read: %j', async (field, input) => {
  await declare({ key: 'shoe_size' });
  const id = await enrolled(members);
  expect(await update({ id, ...input })).toMatchObject({ __typename: 'MemberInvalid', field });
});

it('shows neither children nor attributes without members.pii.read', async () => {
  const traits = { children: [{ birthDate: '2018-09-01' }], attributes: [{ key: 'hobby', value: 'chess' }] };
  const id = await enrolled(members, traits);
  const query = `query ($id: ID!) { member(by: { id: $id }) { children { birthDate } attributes { key } } }`;
  const { data } = await members.execute(staff('members.read'), query, { id });
  expect(data).toEqual({ member: { children: [], attributes: [] } });
});

it('declares an attribute once, tells others, and never changes its type', async () => {
  const tell = async () => (await members.recorded('members.attributes.declared.v1')).length;
  const before = await tell();
  const input = { key: `key_${next()}`, type: 'DATE' };
  await declare(input);
  await declare(input);
  expect(await tell()).toBe(before + 1);
  expect(await declare({ ...input, retired: true })).toMatchObject({ attribute: { retired: true } });
  expect(await declare({ ...input, type: 'FLAG' })).toMatchObject({ field: 'type' });
  expect(await declare({ key: 'Shoe size' })).toMatchObject({ field: 'key' });
  expect(await declare({ key: 'children' })).toMatchObject({ field: 'key' });
  expect(await declare({ key: 'x', nameKk: ' ' })).toMatchObject({ field: 'nameKk' });
  const named = { ...input, nameRu: 'x', nameKk: 'x', nameEn: 'x' };
  expect(await members.execute(staff('members.read'), DECLARE, { input: named })).toMatchObject({ code: 'FORBIDDEN' });
});

it('calls values of a text by names, and keeps them while nobody says otherwise', async () => {
  const married = { value: 'married', nameRu: 'в браке', nameKk: 'некеде', nameEn: 'married' };
  const ask = { key: 'marital_status', type: 'TEXT' };
  const named = () =>
    members
      .execute(staff(), '{ memberAttributes { key values { value name(language: "kk") } } }')
      .then(({ data }) => data);
  expect(await declare({ ...ask, values: [married] })).toMatchObject({ __typename: 'MemberAttributeDeclared' });
  expect(await declare(ask)).toMatchObject({ __typename: 'MemberAttributeDeclared' });
  expect(JSON.stringify(await named())).toContain('[{"value":"married","name":"некеде"}]');
  for (const values of [[married, married], [{ ...married, nameEn: ' ' }]]) {
    expect(await declare({ ...ask, values })).toMatchObject({ __typename: 'MemberAttributeInvalid', field: 'values' });
  }
  expect(await declare({ key: 'size_of_foot', values: [married] })).toMatchObject({ field: 'values' });
});
