import { ANONYMOUS, ROLES } from '@adal/service';
import { jwtVerify } from 'jose';
import { next } from '../../../test/builders';
import { sessionPublicKey, staff, startMembers, type TestMembers } from '../../../test/harness';
import { purgeSessions } from './purge-sessions';

const TOKENS =
  '__typename ... on UserError { code } ... on SignedIn { accessToken accessExpiresAt refreshToken refreshExpiresAt staffMember { id email } }';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${TOKENS} } }`;
const REFRESH = `mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { ${TOKENS} } }`;
const SIGN_OUT = 'mutation ($token: String!) { signOut(input: { refreshToken: $token }) { ended } }';
const PASSWORD = 'correct horse';

interface SignedIn {
  readonly __typename: string;
  readonly code?: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly staffMember: { readonly id: string };
}

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

async function colleague(more: object = {}): Promise<string> {
  const email = `staff-${next()}@adal.kz`;
  const input = { email, name: 'Dana', role: 'STORE_MANAGER', password: PASSWORD, storeIds: ['ALA-1'], ...more };
  await members.execute(
    staff(),
    'mutation ($input: AddStaffMemberInput!) { addStaffMember(input: $input) { __typename } }',
    { input },
  );
  return email;
}
const signIn = async (email: string, password = PASSWORD, clientAddress = '10.0.0.1') =>
  (await members.execute<{ signIn: SignedIn }>(ANONYMOUS, SIGN_IN, { input: { email, password } }, { clientAddress }))
    .data.signIn;
const refresh = async (token: string) =>
  (await members.execute<{ refreshSession: SignedIn }>(ANONYMOUS, REFRESH, { token })).data.refreshSession;
const signOut = async (token: string) => (await members.execute(ANONYMOUS, SIGN_OUT, { token })).data['signOut'];

it('signs in with tokens that say who, what and where', async () => {
  const email = await colleague();
  const signedIn = await signIn(email.toUpperCase());
  expect(signedIn).toMatchObject({
    __typename: 'SignedIn',
    staffMember: { email },
    accessExpiresAt: '2026-11-22T06:10:00.000Z',
  });
  const { payload } = await jwtVerify(signedIn.accessToken, sessionPublicKey, {
    issuer: 'adal-members',
    typ: 'adal-session+jwt',
    currentDate: members.clock.now(),
  });
  expect(payload).toMatchObject({
    sub: signedIn.staffMember.id,
    kind: 'staff',
    name: 'Dana',
    permissions: ROLES.STORE_MANAGER,
    storeIds: ['ALA-1'],
    sid: expect.any(String),
    exp: members.clock.now().getTime() / 1_000 + 600,
  });
  expect(JSON.stringify(await members.db.query('select * from refresh_token'))).not.toContain(signedIn.refreshToken);
});

it('answers the same to a wrong password, an unknown e-mail and somebody deactivated', async () => {
  const email = await colleague();
  const gone = await colleague();
  await members.db.query('update staff_member set active = false where email = $1', [gone]);
  for (const [who, password] of [
    [email, 'wrong horse'],
    ['nobody@adal.kz', PASSWORD],
    ['x', PASSWORD],
    [gone, PASSWORD],
    [email, 'x'.repeat(10_000)],
  ] as const) {
    expect(await signIn(who, password)).toMatchObject({ __typename: 'SignInRefused', code: 'SIGN_IN_REFUSED' });
  }
});

it('slows guessing of one e-mail, even all at once, and locks nobody out', async () => {
  const email = await colleague();
  const guesses = await Promise.all(
    Array.from({ length: 12 }, (_, index) => signIn(email, 'wrong horse', `10.1.0.${index}`)),
  );
  expect(guesses.filter(({ code }) => code === 'SIGN_IN_REFUSED')).toHaveLength(5);
  expect(await signIn(email)).toMatchObject({ code: 'SIGN_IN_SLOWED' });
  members.clock.advanceMs(60_000);
  expect(await signIn(email)).toMatchObject({ __typename: 'SignedIn' });
  expect(await signIn(email, 'wrong horse')).toMatchObject({ code: 'SIGN_IN_REFUSED' });
});

it('slows guessing over many e-mails from one address, but not an office that signs in', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 35 }, (_, index) => signIn(`guess-${index}@adal.kz`, 'wrong horse', '10.2.0.1')),
  );
  expect(guesses.filter(({ code }) => code === 'SIGN_IN_SLOWED').length).toBe(5);
  const email = await colleague();
  for (let index = 0; index < 32; index += 1)
    expect(await signIn(email, PASSWORD, '10.2.0.2')).toMatchObject({ __typename: 'SignedIn' });
}, 120_000);

it('refreshes with a new token each time', async () => {
  const first = await signIn(await colleague());
  const second = await refresh(first.refreshToken);
  const third = await refresh(second.refreshToken);
  expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
  expect(third).toMatchObject({ __typename: 'SignedIn', staffMember: first.staffMember });
});

it('serves two tabs that refresh at the same moment', async () => {
  const { refreshToken } = await signIn(await colleague());
  const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
  members.clock.advanceMs(60_000);
  for (const { refreshToken: own } of both) expect(await refresh(own)).toMatchObject({ __typename: 'SignedIn' });
});

it('ends the whole session when a used token comes back later', async () => {
  const stolen = await signIn(await colleague());
  const current = await refresh(stolen.refreshToken);
  members.clock.advanceMs(11_000);
  expect(await refresh(stolen.refreshToken)).toMatchObject({ __typename: 'SessionEnded', code: 'SESSION_ENDED' });
  expect(await refresh(current.refreshToken)).toMatchObject({ __typename: 'SessionEnded' });
});

it('signs out once; nothing works afterwards', async () => {
  const { refreshToken } = await signIn(await colleague());
  expect(await signOut(refreshToken)).toEqual({ ended: true });
  expect(await signOut(refreshToken)).toEqual({ ended: false });
  expect(await signOut('nonsense')).toEqual({ ended: false });
  expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionEnded' });
  expect(await refresh('nonsense')).toMatchObject({ __typename: 'SessionEnded' });
});

it('ends sessions of somebody whose rights changed', async () => {
  const signedIn = await signIn(await colleague());
  const update = 'mutation ($id: ID!) { updateStaffMember(input: { id: $id, role: "ANALYST" }) { __typename } }';
  await members.execute(staff(), update, { id: signedIn.staffMember.id });
  expect(await refresh(signedIn.refreshToken)).toMatchObject({ __typename: 'SessionEnded' });
});

it('ends a session that is not used for a week, and clears it away later', async () => {
  const { refreshToken } = await signIn(await colleague());
  members.clock.advanceMs(7 * 24 * 3_600_000);
  expect(await refresh(refreshToken)).toMatchObject({ __typename: 'SessionEnded' });
  members.clock.advanceMs(31 * 24 * 3_600_000);
  await purgeSessions.run(members.context());
  expect(await members.db.query('select from session')).toEqual([]);
  expect(await members.db.query('select from sign_in_throttle')).toEqual([]);
});
