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

it('gives goodwill at once, with its dates, and says who and why', async () => {
  const memberId = await ledger.haveMember();
  const given = await desk.adjust({
    member: { id: memberId },
    amount: '50.00',
    reason: 'GOODWILL_SERVICE',
    note: 'Waited an hour',
    lifetimeDays: 30,
  });
  expect(given).toMatchObject({
    __typename: 'AdjustmentBooked',
    replayed: false,
    adjustment: {
      status: 'BOOKED',
      steps: [{ kind: 'BOOKED', actorName: 'Aigul', note: 'Waited an hour', moved: '50.00' }],
    },
  });
  expect(await desk.wallet(memberId)).toEqual([5_000n, 0n, 0n]);
  const [lot] = await ledger.db.query('select source, legal_entity, expires_at from lot where member_id = $1', [
    memberId,
  ]);
  expect(lot).toEqual({ source: 'ADJUSTMENT', legal_entity: 'MAIN', expires_at: new Date('2026-12-22T19:00:00Z') });
  expect((await ledger.recorded('ledger.points.granted.v1')).at(-1)).toMatchObject({
    reason: 'ADJUSTMENT',
    movements: [{ memberId, amountMinor: 5_000, legalEntity: 'MAIN' }],
  });
});

it('keeps points pending until their day, owed by the company of the first receipt or the one that is named', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 100, { storeId: 'S2' });
  await desk.adjust({ member: { id: memberId }, amount: '1.00', activationDays: 3 });
  await desk.adjust({ member: { id: memberId }, amount: '2.00', legalEntity: 'MAIN' });
  expect(await desk.wallet(memberId)).toEqual([300n, 100n, 0n]);
  const lots: object[] = await ledger.db.query(
    "select legal_entity, status from lot where member_id = $1 and source = 'ADJUSTMENT' order by amount_minor",
    [memberId],
  );
  expect(lots).toEqual([
    { legal_entity: 'SOUTH', status: 'PENDING' },
    { legal_entity: 'MAIN', status: 'ACTIVE' },
  ]);
  expect(await desk.adjust({ member: { id: memberId }, amount: '2.00', legalEntity: 'Nobody' })).toMatchObject({
    __typename: 'AdjustmentInvalid',
    field: 'legalEntity',
  });
});

it('takes from the lots that expire first, never below zero, and tells it', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 1_000, { lifetimeDays: 300 });
  await ledger.havePoints(memberId, 500, { lifetimeDays: 30, storeId: 'S2' });
  expect(await desk.adjust({ member: { id: memberId }, amount: '-15.01' })).toMatchObject({
    __typename: 'PointsInsufficient',
    available: '15.00',
  });
  expect(await desk.adjust({ member: { id: memberId }, amount: '-6.00' })).toMatchObject({
    __typename: 'AdjustmentBooked',
  });
  const lots: { left_minor: string }[] = await ledger.db.query(
    'select left_minor from lot where member_id = $1 order by expires_at',
    [memberId],
  );
  expect(lots.map(({ left_minor }) => left_minor)).toEqual(['0', '900']);
  expect((await ledger.recorded('ledger.points.deducted.v1')).at(-1)).toMatchObject({
    movements: [
      { legalEntity: 'MAIN', amountMinor: 100 },
      { legalEntity: 'SOUTH', amountMinor: 500 },
    ],
  });
});

it('leaves points alone that a reservation holds', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 1_000);
  await tillOf(ledger).reserve({ purchaseId: newId(), quote: ledger.quote([{ spentMinor: 900 }], { memberId }) });
  expect(await desk.adjust({ member: { id: memberId }, amount: '-1.01' })).toMatchObject({ available: '1.00' });
  await desk.adjust({ member: { id: memberId }, amount: '-1.00' });
  expect(await desk.wallet(memberId)).toEqual([0n, 0n, 900n]);
});

it('answers the same id with the first answer, and other content with a refusal', async () => {
  const memberId = await ledger.haveMember();
  const input = { adjustmentId: newId(), member: { id: memberId }, amount: '3.00' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => desk.adjust(input)));
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  expect(answers.every(({ __typename }) => __typename === 'AdjustmentBooked')).toBe(true);
  expect(await desk.wallet(memberId)).toEqual([300n, 0n, 0n]);
  expect(await desk.adjust({ ...input, amount: '3.01' })).toMatchObject({ code: 'ADJUSTMENT_ID_REUSED' });
  expect(await desk.adjust(input, TIMUR)).toMatchObject({ code: 'ADJUSTMENT_ID_REUSED' });
});

it('refuses whom nobody knows, and who has left', async () => {
  expect(await desk.adjust({ member: { cardNumber: 'nobody' }, amount: '1.00' })).toMatchObject({
    code: 'MEMBER_UNKNOWN',
  });
  const memberId = await ledger.haveMember({ status: 'CLOSED' });
  expect(await desk.adjust({ member: { id: memberId }, amount: '1.00' })).toMatchObject({ code: 'MEMBER_CLOSED' });
});

it('holds staff to the limits of their role, of one adjustment and of the day, whoever is quicker', async () => {
  const memberId = await ledger.haveMember();
  const saule = { ...AIGUL, id: 'staff-s' };
  const set = { role: 'OPERATOR', perAdjustment: '40.00', perDay: '100.00', approvalAbove: '30.00' };
  expect(await desk.setLimit(set)).toMatchObject({ __typename: 'AdjustmentLimitSet' });
  expect(await desk.adjust({ member: { id: memberId }, amount: '40.01' }, saule)).toMatchObject({
    __typename: 'AdjustmentLimitExceeded',
    limit: 'PER_ADJUSTMENT',
    max: '40.00',
    left: '40.00',
  });
  const race = await Promise.all(
    Array.from({ length: 10 }, () => desk.adjust({ member: { id: memberId }, amount: '30.00' }, saule)),
  );
  expect(race.filter(({ __typename }) => __typename === 'AdjustmentBooked')).toHaveLength(3);
  expect(race.find(({ limit }) => limit)).toMatchObject({ limit: 'PER_DAY', max: '100.00', left: '10.00' });
  const { data } = await ledger.ask<{ adjustmentAllowance: object }>(
    '{ adjustmentAllowance { perAdjustment perDay leftToday approvalAbove } }',
    {},
    saule,
  );
  expect(data.adjustmentAllowance).toEqual({
    perAdjustment: '40.00',
    perDay: '100.00',
    leftToday: '10.00',
    approvalAbove: '30.00',
  });
  const tomorrow = new Date(NOW.getTime() + 86_400_000);
  expect(await desk.adjust({ member: { id: memberId }, amount: '30.00' }, { ...saule, now: tomorrow })).toMatchObject({
    __typename: 'AdjustmentBooked',
  });
  expect(await desk.adjust({ member: { id: memberId }, amount: '0.01' }, { ...saule, role: 'ANALYST' })).toMatchObject({
    limit: 'PER_ADJUSTMENT',
    max: '0.00',
  });
});

it('lets limits be set for roles there are, to amounts that fit each other', async () => {
  const set = { role: 'OPERATOR', perAdjustment: '40.00', perDay: '100.00', approvalAbove: '30.00' };
  expect(await desk.setLimit({ ...set, role: 'KING' })).toMatchObject({ field: 'role' });
  expect(await desk.setLimit({ ...set, perDay: '39.99' })).toMatchObject({ field: 'perDay' });
  expect(await desk.setLimit({ ...set, approvalAbove: '-1.00' })).toMatchObject({ field: 'approvalAbove' });
});

it.each([
  ['adjustPoints', 'points.adjust', 'adjustmentId: "x", member: {}, amount: "1.00", reason: OTHER'],
  ['withdrawAdjustment', 'points.adjust', 'adjustmentId: "x"'],
  ['approveAdjustment', 'points.approve', 'adjustmentId: "x"'],
  ['rejectAdjustment', 'points.approve', 'adjustmentId: "x"'],
  ['undoAdjustment', 'points.approve', 'adjustmentId: "x", note: "y"'],
  ['setAdjustmentLimit', 'points.limits', 'role: "OPERATOR", perAdjustment: "1", perDay: "1", approvalAbove: "1"'],
])('%s is for those with %s alone', async (name, _permission, input) => {
  const others = ['members.write', 'ledger.read', 'ledger.import', 'purchase.confirm'] as const;
  const { errors } = await ledger.ask(
    `mutation { ${name}(input: { ${input} }) { __typename } }`,
    {},
    { permissions: others },
  );
  expect(errors).toEqual(['FORBIDDEN']);
});
