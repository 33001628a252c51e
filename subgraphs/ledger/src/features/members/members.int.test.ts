import { aMember } from '../../../test/builders';
import { startLedger, type TestLedger } from '../../../test/harness';
import { findMember } from './find-member';
import { onMemberSaved } from './on-member-saved';
import { onMembersImported } from './on-members-imported';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

const card = (number: string, status: 'ACTIVE' | 'BLOCKED' = 'ACTIVE') => ({
  number,
  kind: 'PLASTIC' as const,
  status,
});
const holderOf = (key: object) => findMember(ledger.context(), key);

it('takes over what the members context says, and lets older news change nothing', async () => {
  const member = aMember({ revision: 5, cards: [card('1')], phone: '+77010000001' });
  await ledger.deliver(onMemberSaved, { member });
  await ledger.deliver(onMemberSaved, { member: { ...member, revision: 4, status: 'BLOCKED', cards: [card('2')] } });
  expect(await holderOf({ cardNumber: '1' })).toBe(member.memberId);
  await ledger.deliver(onMemberSaved, { member: { ...member, revision: 6, cards: [card('1', 'BLOCKED'), card('3')] } });
  expect(await holderOf({ cardNumber: '3' })).toBe(member.memberId);
  expect(await holderOf({ cardNumber: '1' })).toBeNull();
});

it('keeps the newest of several snapshots in one batch', async () => {
  const member = aMember({ externalId: 'E1' });
  await ledger.deliver(
    onMemberSaved,
    { member: { ...member, revision: 3, status: 'BLOCKED' } },
    { member: { ...member, revision: 2 } },
  );
  expect(await ledger.db.query('select status, revision::int from member where id = $1', [member.memberId])).toEqual([
    { status: 'BLOCKED', revision: 3 },
  ]);
});

it('gives a card that moved to another member to whom it was given last', async () => {
  const [from, to] = [aMember({ cards: [card('9')] }), aMember()];
  await ledger.deliver(onMembersImported, { importId: 'i', members: [from, to] });
  await ledger.deliver(onMembersImported, {
    importId: 'i',
    members: [
      { ...from, revision: 2, cards: [] },
      { ...to, revision: 2, cards: [card('9')] },
    ],
  });
  expect(await holderOf({ cardNumber: '9' })).toBe(to.memberId);
});

it('keeps no phone and no e-mail that can be read', async () => {
  await ledger.deliver(onMemberSaved, { member: aMember({ phone: '+77015555555', email: 'secret@example.kz' }) });
  const rows: { value: string }[] = await ledger.db.query(
    "select value from member_key where kind in ('PHONE', 'EMAIL')",
  );
  expect(rows.every(({ value }) => /^[0-9a-f]{64}$/.test(value))).toBe(true);
  expect(await holderOf({ email: ' Secret@Example.kz' })).not.toBeNull();
});

it('says how many members it has heard of', async () => {
  await ledger.deliver(onMemberSaved, { member: aMember({ externalId: 'K1' }) });
  const { data } = await ledger.ask('{ membersKnown(externalIds: ["K1", "K2"]) }');
  expect(data).toEqual({ membersKnown: 1 });
});

it.each([{}, { cardNumber: '1', externalId: '2' }])('takes exactly one key, not %j', async (key) => {
  await expect(holderOf(key)).rejects.toThrow('exactly one key');
});

it.each([
  { phone: 'nonsense' },
  { email: 'nonsense' },
  { id: 'nonsense' },
  { qr: 'nonsense' },
  { cardNumber: 'a\u0000b' },
])('knows at once that nobody can have the key %j', async (key) => {
  const startedMs = Date.now();
  expect(await holderOf(key)).toBeNull();
  expect(Date.now() - startedMs).toBeLessThan(1_000);
});
