import { newId } from '@adal/service';
import { aMember } from '../../../test/builders';
import { AIGUL, deskOf } from '../../../test/desk';
import { startLedger, type Asking, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { onMembersImported } from '../members';
import { verifyLedger } from '../proof/verify-ledger';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

interface Answered {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly limit?: string;
  readonly left?: string;
  readonly replayed?: boolean;
  readonly grant?: { given: number; points: string; rejected: { index: number; field: string; code: string }[] };
}
const GRANT = `mutation ($input: GrantPointsInput!) { result: grantPoints(input: $input) {
  __typename ... on UserError { code } ... on GrantInvalid { field } ... on AdjustmentLimitExceeded { limit left }
  ... on PointsGranted { replayed grant { given points rejected { index field code } } } } }`;
const UNDO = `mutation ($input: UndoGrantInput!) { result: undoGrant(input: $input) {
  __typename ... on UserError { code } ... on GrantUndone { undone left taken lapsed shortfall } } }`;
const CAMPAIGN: Asking = { kind: 'partner', id: 'key-1', name: 'Campaigns' };

const ask = async <T>(document: string, input: object, asking?: Asking): Promise<T> => {
  const { data, errors } = await ledger.ask<{ result: T }>(document, { input }, asking);
  expect(errors).toEqual([]);
  return data.result;
};
const grant = (input: object, asking = CAMPAIGN): Promise<Answered> =>
  ask(GRANT, { grantId: newId(), note: 'Autumn', ...input }, asking);
const undo = (grantId: string, note = 'wrong campaign'): Promise<object> => ask(UNDO, { grantId, note });
const available = async (memberId: string): Promise<unknown> => (await deskOf(ledger).wallet(memberId))[0];
const booksAreSound = async (): Promise<void> =>
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });

it('gives what good rows say, brings bad rows back, and answers the same again', async () => {
  const [one, other] = [await ledger.haveMember({ externalId: 'CRM-1' }), await ledger.haveMember()];
  const left = await ledger.haveMember({ status: 'CLOSED' });
  const input = {
    grantId: newId(),
    campaignId: 'autumn',
    lifetimeDays: 30,
    rows: [
      { member: { externalId: 'CRM-1' }, points: '10.00' },
      { member: { id: newId() }, points: '1.00' },
      { member: { id: other }, points: '2.50' },
      { member: { id: other }, points: '0.00' },
      { member: { id: one }, points: '3.00' },
      { member: { id: left }, points: '3.00' },
      { member: {}, points: '3.00' },
    ],
  };
  const answer = {
    __typename: 'PointsGranted',
    replayed: false,
    grant: {
      given: 2,
      points: '12.50',
      rejected: [
        { index: 1, field: 'member', code: 'MEMBER_UNKNOWN' },
        { index: 3, field: 'points', code: 'POINTS_INVALID' },
        { index: 4, field: 'member', code: 'MEMBER_REPEATED' },
        { index: 5, field: 'member', code: 'MEMBER_CLOSED' },
        { index: 6, field: 'member', code: 'MEMBER_KEY_INVALID' },
      ],
    },
  };
  expect(await grant(input)).toEqual(answer);
  expect(await grant(input)).toEqual({ ...answer, replayed: true });
  expect(await grant({ ...input, note: 'Winter' })).toEqual({ __typename: 'GrantIdReused', code: 'GRANT_ID_REUSED' });
  expect([await available(one), await available(other)]).toEqual([1_000n, 250n]);
  const told = await ledger.recorded<{ reason: string; movements: object[] }>('ledger.points.granted.v1');
  expect(told.map(({ reason, movements }) => [reason, movements.length])).toEqual([['GRANT', 2]]);
  await booksAreSound();
});

it('books one of many tries that arrive at once', async () => {
  const memberId = await ledger.haveMember();
  const input = { grantId: newId(), rows: [{ member: { id: memberId }, points: '1.00' }] };
  const answers = await Promise.all(Array.from({ length: 6 }, () => grant(input)));
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  expect(await available(memberId)).toBe(100n);
});

it('refuses what cannot be a grant and names the field', async () => {
  const rows = [{ member: { id: newId() }, points: '1.00' }];
  const cases = [
    ['rows', { rows: [] }],
    ['rows', { rows: Array.from({ length: 1_001 }, () => rows[0]) }],
    ['campaignId', { rows, campaignId: 'two words' }],
    ['note', { rows, note: ' ' }],
    ['activationDays', { rows, activationDays: -1 }],
    ['lifetimeDays', { rows, lifetimeDays: 0 }],
    ['legalEntity', { rows, legalEntity: 'NOBODY' }],
  ] as const;
  for (const [field, input] of cases)
    expect(await grant(input)).toEqual({ __typename: 'GrantInvalid', code: 'GRANT_INVALID', field });
});

it('lets staff grant only what they may adjust alone, of the same day’s allowance', async () => {
  const [one, other] = [await ledger.haveMember(), await ledger.haveMember()];
  const rows = (points: string): object => ({
    rows: [one, other].map((id) => ({ member: { id }, points })),
  });
  await deskOf(ledger).setLimit({
    role: 'OPERATOR',
    perAdjustment: '100.00',
    perDay: '100.00',
    approvalAbove: '60.00',
  });
  expect(await grant(rows('30.01'), AIGUL)).toMatchObject({ limit: 'ALONE', left: '60.00' });
  expect(await grant(rows('30.00'), AIGUL)).toMatchObject({ __typename: 'PointsGranted' });
  expect(await grant(rows('21.00'), AIGUL)).toMatchObject({ limit: 'PER_DAY', left: '40.00' });
  expect(await deskOf(ledger).adjust({ member: { id: one }, amount: '41.00' })).toMatchObject({ limit: 'PER_DAY' });
  expect(await grant(rows('5000.00'))).toMatchObject({ __typename: 'PointsGranted' });
});

it('undoes a grant as a whole, and takes what was spent of it from other points', async () => {
  const [one, other] = [await ledger.haveMember(), await ledger.haveMember()];
  const grantId = newId();
  await grant({ grantId, rows: [one, other].map((id) => ({ member: { id }, points: '10.00' })) });
  await tillOf(ledger).sell(newId(), [{ spentMinor: 400 }], { memberId: one });
  const undone = { undone: 2, left: 0, taken: '16.00', lapsed: '0.00', shortfall: '4.00' };
  expect(await undo(grantId)).toEqual({ __typename: 'GrantUndone', ...undone });
  expect(await undo(grantId)).toEqual({ __typename: 'GrantUndone', ...undone });
  expect(await undo(grantId, 'another reason')).toMatchObject({ __typename: 'GrantUndoneOtherwise' });
  expect(await undo(newId())).toMatchObject({ __typename: 'GrantUnknown' });
  expect([await available(one), await available(other)]).toEqual([0n, 0n]);
  await booksAreSound();
});

it('gives a thousand members their points in one call', async () => {
  const members = Array.from({ length: 1_000 }, () => aMember());
  await ledger.deliver(onMembersImported, { members });
  const rows = members.map(({ memberId }) => ({ member: { id: memberId }, points: '1.00' }));
  const { grant: given } = await grant({ rows, activationDays: 7 });
  expect(given).toEqual({ given: 1_000, points: '1000.00', rejected: [] });
  expect(await deskOf(ledger).wallet(members[999]?.memberId ?? '')).toEqual([0n, 100n, 0n]);
  await booksAreSound();
});
