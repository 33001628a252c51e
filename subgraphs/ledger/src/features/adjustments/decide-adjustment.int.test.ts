import { ROLES } from '@adal/service';
import { AIGUL, deskOf, TIMUR, type Desk } from '../../../test/desk';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { lapseProposals } from './lapse-proposals';

let ledger: TestLedger;
let desk: Desk;
beforeAll(async () => {
  ledger = await startLedger();
  desk = deskOf(ledger);
});
afterAll(() => ledger.stop());

const DAY_MS = 86_400_000;

/** A proposal of Aigul's: above what an operator may book alone. */
async function proposed(memberId: string, amount = '2500.00'): Promise<string> {
  const answer = await desk.adjust({ member: { id: memberId }, amount });
  expect(answer).toMatchObject({ __typename: 'AdjustmentProposed', adjustment: { status: 'PROPOSED' } });
  return answer.adjustment?.id ?? '';
}

it('books nothing before somebody else has approved, then once', async () => {
  const memberId = await ledger.haveMember();
  const id = await proposed(memberId);
  expect(await desk.wallet(memberId)).toEqual([]);
  expect(await desk.approve(id, AIGUL)).toMatchObject({ code: 'APPROVER_IS_AUTHOR' });
  const approvals = await Promise.all([desk.approve(id), desk.approve(id), desk.approve(id)]);
  expect(approvals.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  expect(approvals[0]).toMatchObject({
    __typename: 'AdjustmentBooked',
    adjustment: {
      status: 'BOOKED',
      steps: [
        { kind: 'PROPOSED', actorName: 'Aigul', moved: '0.00' },
        { kind: 'APPROVED', actorName: 'Timur', moved: '2500.00' },
      ],
    },
  });
  expect(await desk.wallet(memberId)).toEqual([250_000n, 0n, 0n]);
  expect(await desk.approve(id, { ...TIMUR, id: 'staff-x' })).toMatchObject({
    code: 'ADJUSTMENT_NOT_WAITING',
    status: 'BOOKED',
  });
  expect(await desk.reject(id)).toMatchObject({ code: 'ADJUSTMENT_NOT_WAITING' });
});

it('is turned down by others and taken back by its author alone', async () => {
  const memberId = await ledger.haveMember();
  const [one, other] = [await proposed(memberId), await proposed(memberId)];
  expect(await desk.reject(one, AIGUL)).toMatchObject({ code: 'APPROVER_IS_AUTHOR' });
  expect(await desk.reject(one, TIMUR, 'too much')).toMatchObject({
    __typename: 'AdjustmentRejected',
    replayed: false,
  });
  expect(await desk.reject(one, TIMUR, 'too much')).toMatchObject({ replayed: true });
  expect(await desk.reject(one, TIMUR, 'no')).toMatchObject({ code: 'ADJUSTMENT_NOT_WAITING', status: 'REJECTED' });
  expect(await desk.withdraw(other, TIMUR)).toMatchObject({ code: 'AUTHOR_IS_OTHER' });
  expect(await desk.withdraw(other, AIGUL)).toMatchObject({ __typename: 'AdjustmentWithdrawn', replayed: false });
  expect(await desk.withdraw(other, AIGUL)).toMatchObject({ replayed: true });
  expect(await desk.approve(other)).toMatchObject({ status: 'WITHDRAWN' });
  expect(await desk.wallet(memberId)).toEqual([]);
});

it('lapses when nobody decides in time, whether the job has been by or not', async () => {
  const id = await proposed(await ledger.haveMember());
  const late = { ...TIMUR, now: new Date(NOW.getTime() + 7 * DAY_MS) };
  expect(await desk.approve(id, late)).toMatchObject({ code: 'ADJUSTMENT_NOT_WAITING', status: 'LAPSED' });
  await lapseProposals.run(ledger.context({ ...late, kind: 'service', id: 'ledger', name: 'ledger' }));
  await lapseProposals.run(ledger.context(late));
  const { data } = await ledger.ask<{ adjustment: object }>(
    `{ adjustment(id: "${id}") { status steps { kind actorName } } }`,
  );
  expect(data.adjustment).toEqual({
    status: 'LAPSED',
    steps: [
      { kind: 'PROPOSED', actorName: 'Aigul' },
      { kind: 'LAPSED', actorName: 'ledger' },
    ],
  });
});

it('leaves a proposal waiting when the points are not there, or the member has left', async () => {
  const memberId = await ledger.haveMember();
  const id = await proposed(memberId, '-2500.00');
  expect(await desk.approve(id)).toMatchObject({ code: 'POINTS_INSUFFICIENT', available: '0.00' });
  await ledger.havePoints(memberId, 300_000);
  expect(await desk.approve(id)).toMatchObject({ __typename: 'AdjustmentBooked' });
  expect(await desk.wallet(memberId)).toEqual([50_000n, 0n, 0n]);
});

it('knows nothing of an id nobody used', async () => {
  for (const answer of [desk.approve('none'), desk.reject('none'), desk.withdraw('none'), desk.undo('none')])
    expect(await answer).toMatchObject({ code: 'ADJUSTMENT_UNKNOWN' });
});

it('lists what waits, the longest first, page by page, with how many there are', async () => {
  const author = { ...AIGUL, id: 'staff-list' };
  const memberId = await ledger.haveMember();
  for (const [index, amount] of ['2001.00', '2002.00', '2003.00'].entries())
    await desk.adjust({ member: { id: memberId }, amount }, { ...author, now: new Date(NOW.getTime() + index) });
  const page = async (after: string | null) => {
    const { data, errors } = await ledger.ask<{ adjustments: Page }>(
      `query ($after: String) { adjustments(first: 2, after: $after, order: OLDEST_FIRST,
         filter: { statuses: [PROPOSED], authorId: "staff-list", reasons: [CORRECTION_TILL_ERROR], from: "2026-11-22T10:00:00Z" }) {
         totalCount pageInfo { hasNextPage endCursor } edges { node { amount authorName lapsesAt member { id } } } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    return data.adjustments;
  };
  const first = await page(null);
  expect(first).toMatchObject({
    totalCount: 3,
    pageInfo: { hasNextPage: true },
    edges: [{ node: { amount: '2001.00', lapsesAt: '2026-11-29T10:00:00.000Z' } }, { node: { amount: '2002.00' } }],
  });
  expect((await page(first.pageInfo.endCursor)).edges).toMatchObject([
    { node: { amount: '2003.00', authorName: 'Aigul', member: { id: memberId } } },
  ]);
  const { data } = await ledger.ask<{ _entities: [{ adjustments: Page }] }>(
    `{ _entities(representations: [{ __typename: "Member", id: "${memberId}" }]) { ... on Member { adjustments(first: 1) { totalCount edges { node { amount } } } } } }`,
  );
  expect(data._entities[0].adjustments).toEqual({ totalCount: 3, edges: [{ node: { amount: '2003.00' } }] });
});

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string };
  readonly edges: readonly object[];
}

it('gives no role both the hand that proposes and the one that approves, administrators aside', () => {
  for (const [role, permissions] of Object.entries(ROLES)) {
    const held = ['points.adjust', 'points.approve', 'points.limits'].filter((name) =>
      (permissions as readonly string[]).includes(name),
    );
    expect(held.length <= 1 || role === 'ADMINISTRATOR').toBe(true);
  }
});
