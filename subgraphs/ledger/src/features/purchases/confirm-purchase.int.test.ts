import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { verifyLedger } from '../proof/verify-ledger';

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

const receipt = (more: object = {}, line: object = {}): object => ({
  storeId: 'S1',
  tillId: 'T9',
  lines: [{ lineNo: 1, sku: 'A', quantity: '2', price: '500.00', amount: '900.00', ...line }],
  ...more,
});

it('spends and earns in one receipt, and tells what it booked', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 10_000);
  const id = newId();
  const answer = await till.sell(id, [{ discountMinor: 10_000, spentMinor: 4_000, earnedMinor: 250 }], { memberId });
  expect(answer).toMatchObject({
    __typename: 'PurchaseConfirmed',
    replayed: false,
    purchase: {
      payable: '860.00',
      pointsSpent: '40.00',
      pointsEarned: '2.50',
      member: { id: memberId, balance: { available: '62.50', pending: '0.00', held: '0.00' } },
    },
  });
  const [event] = (
    await ledger.recorded<{ receipt: { purchaseId: string; lines: object[] }; balance: object }>(
      'ledger.purchase.confirmed.v1',
    )
  ).slice(-1);
  expect(event).toMatchObject({
    receipt: {
      purchaseId: id,
      kind: 'SALE',
      businessDay: '2026-11-22',
      businessHour: 15,
      totalMinor: 100_000,
      discountMinor: 10_000,
      payableMinor: 86_000,
    },
    balance: { availableMinor: 6_250, pendingMinor: 0, heldMinor: 0 },
    pointsActivateAt: '2026-11-22T10:00:00.000Z',
    pointsExpireAt: '2027-11-22T19:00:00.000Z',
  });
  expect(event?.receipt.lines).toEqual([
    expect.objectContaining({ sku: 'SKU-1', quantityMilli: 1_000, pointsSpentMinor: 4_000, promotionIds: ['P1'] }),
  ]);
});

it('answers the first booking when a till tries again, even when the quote has expired meanwhile', async () => {
  const memberId = await ledger.haveMember();
  const input = {
    purchaseId: newId(),
    quote: ledger.quote([{ earnedMinor: 500 }], { memberId }),
    receiptNumber: '7',
    payments: [{ tender: 'CASH', amount: '1000.00' }],
  };
  const first = await till.confirm(input);
  const again = await till.confirm(input, { now: new Date(NOW.getTime() + 86_400_000) });
  expect(again).toEqual({ ...first, replayed: true });
  expect(again.purchase?.member?.balance.available).toBe('5.00');
});

it('keeps an anonymous receipt, which moves no points', async () => {
  expect(await till.sell(newId(), [{}])).toMatchObject({ __typename: 'PurchaseConfirmed', purchase: { member: null } });
  const [event] = (await ledger.recorded<{ balance: null }>('ledger.purchase.confirmed.v1')).slice(-1);
  expect(event?.balance).toBeNull();
});

it('spends the lot that expires first, and the rest from the next', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 3_000, { lifetimeDays: null });
  await ledger.havePoints(memberId, 2_000, { lifetimeDays: 30 });
  await ledger.havePoints(memberId, 1_000, { lifetimeDays: 10 });
  await till.sell(newId(), [{ spentMinor: 2_500 }], { memberId });
  const lots: unknown = await ledger.db.query(
    'select amount_minor, left_minor, status from lot where member_id = $1 order by amount_minor',
    [memberId],
  );
  expect(lots).toEqual([
    { amount_minor: '1000', left_minor: '0', status: 'SPENT' },
    { amount_minor: '2000', left_minor: '500', status: 'ACTIVE' },
    { amount_minor: '3000', left_minor: '3000', status: 'ACTIVE' },
  ]);
});

it('keeps points pending until their day in the store, and lets them be spent the second after', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 1_000, { activationDays: 14 });
  const spend = (now: string) =>
    till.sell(
      newId(),
      [{ spentMinor: 1_000 }],
      { memberId, occurredAt: now, expiresAt: '2026-12-31T00:00:00Z' },
      { now: new Date(now) },
    );
  // Midnight in Almaty, fourteen days on.
  expect(await spend('2026-12-05T18:59:59Z')).toMatchObject({ __typename: 'PointsInsufficient', available: '0.00' });
  expect(await spend('2026-12-05T19:00:00Z')).toMatchObject({ __typename: 'PurchaseConfirmed' });
  expect(await ledger.recorded('ledger.points.activated.v1')).toEqual([
    { movements: [expect.objectContaining({ memberId, amountMinor: 1_000, businessDay: '2026-12-06' })] },
  ]);
});

it('does not spend points that have expired, whether the job has been by or not', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 1_000, { lifetimeDays: 1 });
  const now = '2026-11-23T19:00:00Z';
  const answer = await till.sell(
    newId(),
    [{ spentMinor: 1 }],
    { memberId, occurredAt: now, expiresAt: '2026-12-31T00:00:00Z' },
    { now: new Date(now) },
  );
  expect(answer).toMatchObject({ __typename: 'PointsInsufficient', available: '0.00' });
});

it('books a receipt as printed, with its member by any key', async () => {
  const memberId = await ledger.haveMember({
    externalId: 'CRM-1',
    phone: '+77011234567',
    email: 'a@b.kz',
    cards: [
      { number: '2900001', kind: 'PLASTIC', status: 'ACTIVE' },
      { number: '2900002', kind: 'PLASTIC', status: 'BLOCKED' },
    ],
  });
  const keys = [
    { id: memberId },
    { externalId: 'CRM-1' },
    { phone: '8 701 123 45 67' },
    { email: 'A@B.kz' },
    { cardNumber: '2900001' },
  ];
  for (const member of keys) {
    const answer = await till.confirm({ purchaseId: newId(), receipt: receipt({ member }) });
    expect(answer).toMatchObject({
      __typename: 'PurchaseConfirmed',
      purchase: { payable: '900.00', pointsEarned: '0.00', member: { id: memberId } },
    });
  }
  expect(
    await till.confirm({ purchaseId: newId(), receipt: receipt({ member: { cardNumber: '2900002' } }) }),
  ).toMatchObject({ __typename: 'MemberUnknown' });
});

it('waits for news of a member who has just enrolled', async () => {
  const confirmed = till.confirm({ purchaseId: newId(), receipt: receipt({ member: { externalId: 'CRM-2' } }) });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const memberId = await ledger.haveMember({ externalId: 'CRM-2' });
  expect(await confirmed).toMatchObject({ __typename: 'PurchaseConfirmed', purchase: { member: { id: memberId } } });
});

describe('when many tills come at once', () => {
  const outcomes = (answers: readonly { __typename: string }[]): Record<string, number> =>
    Object.fromEntries(
      [...Map.groupBy(answers, (answer) => answer.__typename)].map(([name, group]) => [name, group.length]),
    );

  it('spends a balance exactly once: as many win as it can pay for', async () => {
    const memberId = await ledger.haveMember();
    await ledger.havePoints(memberId, 10_000);
    await ledger.havePoints(memberId, 500, { activationDays: 0, lifetimeDays: 3 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => till.sell(newId(), [{ spentMinor: 1_000 }], { memberId })),
    );
    expect(outcomes(answers)).toEqual({ PurchaseConfirmed: 10, PointsInsufficient: 40 });
    expect(await ledger.db.query('select available_minor from account where member_id = $1', [memberId])).toEqual([
      { available_minor: '500' },
    ]);
  });

  it('uses a budget up to its last unit and no further', async () => {
    const sell = (amount: number) => till.sell(newId(), [{}], { limits: [{ key: 'budget:race', amount, max: 100 }] });
    const answers = await Promise.all(Array.from({ length: 50 }, () => sell(7)));
    expect(outcomes(answers)).toEqual({ PurchaseConfirmed: 14, LimitExhausted: 36 });
    expect(await sell(2)).toMatchObject({ __typename: 'PurchaseConfirmed' });
    expect(await sell(1)).toMatchObject({ __typename: 'LimitExhausted', left: '0' });
  });

  it.each(['identified', 'anonymous'])('books one id once, %s', async (who) => {
    const memberId = who === 'identified' ? await ledger.haveMember() : null;
    const input = { purchaseId: newId(), quote: ledger.quote([{ earnedMinor: memberId ? 100 : 0 }], { memberId }) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => till.confirm(input)));
    expect(outcomes(answers)).toEqual({ PurchaseConfirmed: 20 });
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(
      await ledger.db.query("select count(*) from outbox where envelope like '%' || $1 || '%'", [input.purchaseId]),
    ).toEqual([{ count: '1' }]);
  });
});

it('leaves the books in order', async () => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});
