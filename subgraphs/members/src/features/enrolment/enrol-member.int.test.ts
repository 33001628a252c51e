import { startMembers, staff, till, type TestMembers } from '../../../test/harness';

const ENROL = `mutation ($input: EnrolMemberInput!) { enrolMember(input: $input) {
  __typename
  ... on MemberEnrolled { replayed member { id displayName phone status channel registeredAt cards { number kind status } consents { channel given source } } }
  ... on UserError { code message }
  ... on ContactTaken { field }
  ... on EnrolmentInvalid { field }
} }`;

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

interface Outcome {
  readonly __typename: string;
  readonly replayed: boolean;
  readonly member: { readonly id: string };
}

async function enrol(input: object, as = staff()): Promise<Outcome> {
  const { data } = await members.execute<{ enrolMember: Outcome }>(as, ENROL, { input: { channel: 'TILL', ...input } });
  return data.enrolMember;
}

it('enrols a person with a virtual card and tells the others', async () => {
  const outcome = await enrol({
    enrolmentId: 'e1',
    phone: '8 701 000 00 01',
    firstName: 'Айгерим',
    lastName: 'Сериккызы',
    consents: ['EMAIL'],
    storeId: 'ALA-1',
  });
  expect(outcome).toMatchObject({
    __typename: 'MemberEnrolled',
    replayed: false,
    member: {
      displayName: 'Айгерим Сериккызы',
      phone: '+77010000001',
      status: 'ACTIVE',
      cards: [{ number: expect.stringMatching(/^29\d{11}$/), kind: 'VIRTUAL', status: 'ACTIVE' }],
      consents: [{ channel: 'EMAIL', given: true, source: 'TILL' }],
    },
  });
  const [saved] = await members.recorded('members.member.saved.v1');
  const [enrolled] = await members.recorded('members.member.enrolled.v1');
  expect(enrolled).toMatchObject({ storeId: 'ALA-1', member: { revision: 1, phone: '+77010000001' } });
  expect(saved).toEqual({ member: enrolled?.['member'] });
});

it('answers a retry with the same member', async () => {
  const first = await enrol({ enrolmentId: 'e2', phone: '+77010000002' });
  const again = await enrol({ enrolmentId: 'e2', phone: '8 (701) 000-00-02' });
  expect(again).toEqual({ ...first, replayed: true });
});

it('refuses the same id with other content', async () => {
  await enrol({ enrolmentId: 'e3', phone: '+77010000003' });
  expect(await enrol({ enrolmentId: 'e3', phone: '+77010000033' })).toMatchObject({
    __typename: 'EnrolmentInvalid',
    code: 'ENROLMENT_ID_REUSED',
  });
});

it('makes one member of one phone through many doors at once', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, door) => enrol({ enrolmentId: `door-${door}`, phone: '+77010000004' })),
  );
  const names = outcomes.map((outcome) => outcome.__typename).sort();
  expect(names).toEqual([...Array<string>(9).fill('ContactTaken'), 'MemberEnrolled']);
});

it('makes one member of one enrolment sent many times at once', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => enrol({ enrolmentId: 'same', email: 'Same@Example.kz' })),
  );
  expect(new Set(outcomes.map((outcome) => outcome.member.id)).size).toBe(1);
  expect(outcomes.filter((outcome) => !outcome.replayed)).toHaveLength(1);
});

it('refuses what somebody else has: contact, card, external id', async () => {
  await enrol({
    enrolmentId: 'e5',
    phone: '+77010000005',
    email: 'five@example.kz',
    cardNumber: '500 500',
    externalId: 'crm-5',
  });
  const other = (input: object) =>
    enrol({ enrolmentId: `e5-${JSON.stringify(input).length}`, phone: '+77010000055', ...input });
  expect(await other({ phone: '+77010000005' })).toMatchObject({
    __typename: 'ContactTaken',
    code: 'CONTACT_TAKEN',
    field: 'phone',
  });
  expect(await other({ email: 'FIVE@example.kz' })).toMatchObject({ __typename: 'ContactTaken', field: 'email' });
  expect(await other({ cardNumber: '500500' })).toMatchObject({ __typename: 'CardTaken', code: 'CARD_TAKEN' });
  expect(await other({ externalId: 'crm-5' })).toMatchObject({ __typename: 'EnrolmentInvalid', field: 'externalId' });
  expect(await other({})).toMatchObject({ __typename: 'MemberEnrolled' });
});

it('refuses what cannot be read and names the field', async () => {
  expect(await enrol({ enrolmentId: 'e6', phone: '12' })).toMatchObject({
    __typename: 'EnrolmentInvalid',
    code: 'ENROLMENT_INVALID',
    field: 'phone',
  });
  expect(await enrol({ enrolmentId: 'e6' })).toMatchObject({
    field: 'phone',
    message: expect.stringContaining('at least one'),
  });
});

it('shows a till what it enrolled with personal data masked', async () => {
  const outcome = await enrol({ enrolmentId: 'e7', phone: '+77010000077', firstName: 'Иван' }, till);
  expect(outcome).toMatchObject({ member: { displayName: 'И•••', phone: '+•••••••••77' } });
});
