import { newId } from '@adal/service';
import { AIGUL, deskOf, TIMUR, type Desk } from '../../../test/desk';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';

let ledger: TestLedger;
let desk: Desk;
beforeAll(async () => {
  ledger = await startLedger();
  desk = deskOf(ledger);
});
afterEach(async () => {
  const { data } = await ledger.ask('{ verifyLedger { fault } }');
  expect(data).toEqual({ verifyLedger: { fault: null } });
});
afterAll(() => ledger.stop());

async function adjusted(memberId: string, amount: string, input: object = {}): Promise<string> {
  const { adjustment } = await desk.adjust({ member: { id: memberId }, amount, ...input });
  expect(adjustment?.status).toBe('BOOKED');
  return adjustment?.id ?? '';
}

const lotsOf = (memberId: string): Promise<object[]> =>
  ledger.db.query(
    'select id, left_minor, held_minor, status, activates_at, expires_at from lot where member_id = $1 and left_minor > 0 order by id',
    [memberId],
  );

const spend = (memberId: string, spentMinor: number): Promise<unknown> =>
  tillOf(ledger).sell(newId(), [{ spentMinor }], { memberId });

it('gives taken points back to the lots they came from, with their dates', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 1_000, { lifetimeDays: 300 });
  await ledger.havePoints(memberId, 500, { lifetimeDays: 30, storeId: 'S2' });
  const before = await lotsOf(memberId);
  const id = await adjusted(memberId, '-6.00');
  expect(await desk.undo(id)).toMatchObject({
    __typename: 'AdjustmentUndone',
    moved: '6.00',
    shortfall: '0.00',
    replayed: false,
    adjustment: { status: 'UNDONE' },
  });
  expect(await lotsOf(memberId)).toEqual(before);
  expect(await desk.undo(id)).toMatchObject({ moved: '6.00', replayed: true });
  expect(await desk.undo(id, { note: 'again' })).toMatchObject({ code: 'ADJUSTMENT_NOT_BOOKED', status: 'UNDONE' });
  expect(await desk.wallet(memberId)).toEqual([1_500n, 0n, 0n]);
});

it('takes given points back, active or pending', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 700);
  const before = await lotsOf(memberId);
  for (const activationDays of [0, 5]) {
    const id = await adjusted(memberId, '4.00', { activationDays });
    expect(await desk.undo(id)).toMatchObject({ moved: '-4.00', lapsed: '0.00', shortfall: '0.00' });
  }
  expect(await lotsOf(memberId)).toEqual(before);
});

it('takes what was spent of given points from the other lots', async () => {
  const memberId = await ledger.haveMember();
  const id = await adjusted(memberId, '10.00', { lifetimeDays: 3 });
  await ledger.havePoints(memberId, 1_000);
  await spend(memberId, 800);
  expect(await desk.undo(id)).toMatchObject({ moved: '-10.00', shortfall: '0.00' });
  expect(await desk.wallet(memberId)).toEqual([200n, 0n, 0n]);
});

it('does nothing when the wallet does not reach, unless a part is allowed', async () => {
  const memberId = await ledger.haveMember();
  const id = await adjusted(memberId, '10.00');
  await spend(memberId, 800);
  expect(await desk.undo(id)).toMatchObject({ code: 'POINTS_INSUFFICIENT', available: '2.00' });
  expect(await desk.wallet(memberId)).toEqual([200n, 0n, 0n]);
  const partly = { moved: '-2.00', lapsed: '0.00', shortfall: '8.00', adjustment: { status: 'UNDONE' } };
  expect(await desk.undo(id, { allowPartial: true })).toMatchObject({ ...partly, replayed: false });
  expect(await desk.undo(id, { allowPartial: true })).toMatchObject({ ...partly, replayed: true });
  expect(await desk.wallet(memberId)).toEqual([0n, 0n, 0n]);
});

it('moves nothing when everything was spent, and says so', async () => {
  const memberId = await ledger.haveMember();
  const id = await adjusted(memberId, '10.00');
  await spend(memberId, 1_000);
  expect(await desk.undo(id, { allowPartial: true })).toMatchObject({ moved: '0.00', shortfall: '10.00' });
});

it('counts points that have expired meanwhile as gone already', async () => {
  const memberId = await ledger.haveMember();
  const id = await adjusted(memberId, '10.00', { lifetimeDays: 1 });
  await spend(memberId, 300);
  const later = { ...TIMUR, now: new Date(NOW.getTime() + 3 * 86_400_000) };
  expect(await desk.undo(id, {}, later)).toMatchObject({ code: 'POINTS_INSUFFICIENT' });
  await ledger.havePoints(memberId, 300);
  expect(await desk.undo(id, {}, later)).toMatchObject({ moved: '-3.00', lapsed: '7.00', shortfall: '0.00' });
});

it('undoes only what is in the books, and must be told why', async () => {
  const memberId = await ledger.haveMember();
  const { adjustment } = await desk.adjust({ member: { id: memberId }, amount: '2500.00' }, AIGUL);
  expect(await desk.undo(adjustment?.id ?? '')).toMatchObject({ code: 'ADJUSTMENT_NOT_BOOKED', status: 'PROPOSED' });
  expect(await desk.undo(adjustment?.id ?? '', { note: ' ' })).toMatchObject({ field: 'note' });
});
