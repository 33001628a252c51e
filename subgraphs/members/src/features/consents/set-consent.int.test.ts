import { enrolled } from '../../../test/builders';
import { startMembers, staff, type TestMembers } from '../../../test/harness';

const SET = `mutation ($input: SetConsentInput!) { setConsent(input: $input) {
  __typename ... on UserError { code } ... on ConsentInvalid { field } ... on ConsentRecorded { consent { channel given source changedAt } }
} }`;

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

const set = async (input: object) =>
  (await members.execute(staff(), SET, { input: { channel: 'EMAIL', given: true, source: 'BACK_OFFICE', ...input } }))
    .data['setConsent'];
const consentsOf = async (memberId: string) => {
  const saved = await members.recorded<{ member: { memberId: string; consents: object[] } }>('members.member.saved.v1');
  return saved.filter(({ member }) => member.memberId === memberId).map(({ member }) => member.consents);
};

it('records a consent and its withdrawal, and tells the others of each once', async () => {
  const memberId = await enrolled(members);
  const given = await set({ memberId });
  expect(given).toMatchObject({
    __typename: 'ConsentRecorded',
    consent: { channel: 'EMAIL', given: true, source: 'BACK_OFFICE' },
  });
  members.clock.advanceMs(1_000);
  expect(await set({ memberId, source: 'SITE' })).toEqual(given);
  await set({ memberId, given: false, source: 'UNSUBSCRIBE_LINK' });
  expect(await consentsOf(memberId)).toEqual([
    [],
    [{ channel: 'EMAIL', given: true }],
    [{ channel: 'EMAIL', given: false }],
  ]);
  const { data } = await members.execute(
    staff(),
    'query ($id: ID) { member(by: { id: $id }) { consents { given source } } }',
    { id: memberId },
  );
  expect(data).toEqual({ member: { consents: [{ given: false, source: 'UNSUBSCRIBE_LINK' }] } });
});

it('keeps one word of two said at once', async () => {
  const memberId = await enrolled(members);
  await Promise.all([set({ memberId }), set({ memberId }), set({ memberId })]);
  expect(await consentsOf(memberId)).toHaveLength(2);
});

it('refuses unknown members and what it cannot read', async () => {
  expect(await set({ memberId: 'x' })).toMatchObject({ __typename: 'MemberUnknown' });
  expect(await set({ memberId: 'x', channel: 'FAX' })).toMatchObject({
    __typename: 'ConsentInvalid',
    field: 'channel',
  });
  expect(await set({ memberId: 'x', source: 'by post' })).toMatchObject({
    __typename: 'ConsentInvalid',
    field: 'source',
  });
});
