import { enrolled, next } from '../../../test/builders';
import { startMembers, staff, type TestMembers } from '../../../test/harness';

const ADD = `mutation ($input: AddCardInput!) { addCard(input: $input) {
  __typename ... on UserError { code } ... on CardInvalid { field } ... on CardAdded { replayed card { number kind status } }
} }`;
const BLOCK = `mutation ($number: String!) { blockCard(input: { number: $number, reason: "lost" }) {
  __typename ... on UserError { code } ... on CardBlocked { card { number status } }
} }`;
const BY_CARD = 'query ($n: String!) { member(by: { cardNumber: $n }) { id cards { number status } } }';

interface Added {
  readonly __typename: string;
  readonly card: { readonly number: string };
}

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

const add = async (input: object) => {
  const { data } = await members.execute<{ addCard: Added }>(staff(), ADD, {
    input: { changeId: `card-${next()}`, ...input },
  });
  return data.addCard;
};
const block = async (number: string) => (await members.execute(staff(), BLOCK, { number })).data['blockCard'];
const byCard = async (n: string) => (await members.execute(staff(), BY_CARD, { n })).data['member'];

it('gives a plastic card, by which the member is found, and tells the others', async () => {
  const memberId = await enrolled(members);
  expect(await add({ memberId, number: ' P-0001 ' })).toEqual({
    __typename: 'CardAdded',
    replayed: false,
    card: { number: 'P-0001', kind: 'PLASTIC', status: 'ACTIVE' },
  });
  expect(await byCard('P-0001')).toMatchObject({ id: memberId });
  const saved = await members.recorded<{ member: { revision: number; cards: { number: string }[] } }>(
    'members.member.saved.v1',
  );
  expect(saved.at(-1)?.member).toMatchObject({
    revision: 2,
    cards: expect.arrayContaining([expect.objectContaining({ number: 'P-0001' })]),
  });
});

it('answers a retry of a virtual card with the same card', async () => {
  const memberId = await enrolled(members);
  const outcomes = await Promise.all([1, 2, 3].map(() => add({ memberId, changeId: 'virtual' })));
  expect(new Set(outcomes.map(({ card }) => card.number)).size).toBe(1);
  expect(await add({ memberId, changeId: 'virtual', number: 'P-0002' })).toMatchObject({
    __typename: 'CardInvalid',
    field: 'changeId',
  });
});

it('takes a plastic card the member has already as a replay, and refuses one of another', async () => {
  const [first, second] = [await enrolled(members), await enrolled(members)];
  await add({ memberId: first, number: 'P-0003' });
  expect(await add({ memberId: first, number: 'P-0003' })).toMatchObject({ __typename: 'CardAdded', replayed: true });
  expect(await add({ memberId: second, number: 'P-0003' })).toMatchObject({
    __typename: 'CardTaken',
    code: 'CARD_TAKEN',
  });
});

it('gives a card two members want at once to one of them', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => enrolled(members)));
  const outcomes = await Promise.all(ids.map((memberId) => add({ memberId, number: 'P-0004' })));
  expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['CardAdded', 'CardTaken', 'CardTaken']);
});

it('refuses unknown members and numbers that are none', async () => {
  expect(await add({ memberId: 'x' })).toMatchObject({ __typename: 'MemberUnknown' });
  expect(await add({ memberId: '01900000-0000-7000-8000-00000000dead' })).toMatchObject({
    __typename: 'MemberUnknown',
  });
  expect(await add({ memberId: await enrolled(members), number: '1' })).toMatchObject({
    __typename: 'CardInvalid',
    field: 'number',
  });
  expect(await add({ memberId: 'x', changeId: '' })).toMatchObject({ __typename: 'CardInvalid', field: 'changeId' });
});

it('blocks a lost card, twice the same, and it identifies nobody any more', async () => {
  const memberId = await enrolled(members, { cardNumber: 'P-0005' });
  for (const _ of [1, 2])
    expect(await block('P-0005')).toEqual({ __typename: 'CardBlocked', card: { number: 'P-0005', status: 'BLOCKED' } });
  expect(await byCard('P-0005')).toBeNull();
  expect(await block('P-none')).toMatchObject({ __typename: 'CardUnknown', code: 'CARD_UNKNOWN' });
  const audit: object[] = await members.db.query(
    "select actor_name, detail from audit_entry where action = 'card.block'",
  );
  expect(audit).toEqual([{ actor_name: 'Aigerim', detail: { reason: 'lost' } }]);
  expect(memberId).toBeTruthy();
});
