import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { expireLots } from '../lots';
import { verifyLedger } from '../proof/verify-ledger';

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

const DAY_MS = 86_400_000;
const walletOf = async (memberId: string): Promise<unknown> => {
  const rows: unknown[] = await ledger.db.query(
    'select available_minor::int as available, pending_minor::int as pending, held_minor::int as held from account where member_id = $1',
    [memberId],
  );
  return rows[0];
};
const lotsOf = (memberId: string): Promise<unknown> =>
  ledger.db.query(
    'select amount_minor::int as amount, left_minor::int as left, status from lot where member_id = $1 order by amount_minor',
    [memberId],
  );

it('undoes part of a sale: money, points spent and points earned in proportion', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 10_000);
  const id = newId();
  await till.sell(
    id,
    [{ quantityMilli: 3_000, priceMinor: 10_000, discountMinor: 1_000, spentMinor: 2_000, earnedMinor: 100 }],
    { memberId, activationDays: 3 },
  );
  expect(await walletOf(memberId)).toEqual({ available: 8_000, pending: 100, held: 0 });
  const returnId = newId();
  const first = await till.giveBack({ returnId, purchaseId: id, lines: [{ lineNo: 1, quantity: '1' }] });
  expect(first).toMatchObject({
    __typename: 'PurchaseReturned',
    replayed: false,
    return: { id: returnId, refund: '90.00', pointsGivenBack: '6.66', pointsWithdrawn: '0.33' },
  });
  const [event] = (await ledger.recorded('ledger.purchase.returned.v1')).slice(-1);
  expect(event).toMatchObject({
    returnId,
    originalPurchaseId: id,
    balance: { availableMinor: 8_666, pendingMinor: 67, heldMinor: 0 },
    receipt: {
      purchaseId: returnId,
      kind: 'RETURN',
      memberId,
      payableMinor: -9_000,
      pointsSpentMinor: -666,
      pointsEarnedMinor: -33,
      lines: [{ lineNo: 1, quantityMilli: -1_000, amountMinor: -9_000 }],
    },
  });
  expect(await till.giveBack({ returnId: newId(), purchaseId: id })).toMatchObject({
    return: { refund: '180.00', pointsGivenBack: '13.34', pointsWithdrawn: '0.67' },
  });
  expect(await walletOf(memberId)).toEqual({ available: 10_000, pending: 0, held: 0 });
  expect(await lotsOf(memberId)).toEqual([
    { amount: 100, left: 0, status: 'SPENT' },
    { amount: 10_000, left: 10_000, status: 'ACTIVE' },
  ]);
});

it('answers the first booking when a till tries again, and books one id once when it comes twenty times at once', async () => {
  const id = newId();
  await till.sell(id, [{ quantityMilli: 50_000 }]);
  const input = { returnId: newId(), purchaseId: id, lines: [{ lineNo: 1, quantity: '2' }] };
  const answers = await Promise.all(Array.from({ length: 20 }, () => till.giveBack(input)));
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.return?.refund))).toEqual(new Set(['2000.00']));
  const returned: unknown = await ledger.db.query(
    'select sum(quantity_milli)::int as quantity from return_line where purchase_id = $1',
    [id],
  );
  expect(returned).toEqual([{ quantity: 2_000 }]);
});

it('never gives back more than was sold, however many tills try at once', async () => {
  const id = newId();
  await till.sell(id, [{ quantityMilli: 10_000 }]);
  const answers = await Promise.all(
    Array.from({ length: 15 }, () =>
      till.giveBack({ returnId: newId(), purchaseId: id, lines: [{ lineNo: 1, quantity: '1' }] }),
    ),
  );
  expect(answers.filter(({ __typename }) => __typename === 'PurchaseReturned')).toHaveLength(10);
  expect(answers.filter(({ __typename }) => __typename === 'ReturnExceedsPurchase')).toHaveLength(5);
});

it('takes earned points that were spent already from other lots, and records what nothing is left to take for', async () => {
  const memberId = await ledger.haveMember();
  const first = newId();
  await till.sell(first, [{ earnedMinor: 1_000 }], { memberId, lifetimeDays: 5 });
  await ledger.havePoints(memberId, 300, { lifetimeDays: 100 });
  await till.sell(newId(), [{ spentMinor: 900 }], { memberId });
  expect(await till.giveBack({ returnId: 'short', purchaseId: first })).toMatchObject({
    return: { pointsWithdrawn: '4.00', pointsGivenBack: '0.00' },
  });
  expect(await walletOf(memberId)).toEqual({ available: 0, pending: 0, held: 0 });
  const { data } = await ledger.ask('query ($id: ID!) { purchase(id: $id) { returns { id pointsShortfall } } }', {
    id: first,
  });
  expect(data).toEqual({ purchase: { returns: [{ id: 'short', pointsShortfall: '6.00' }] } });
});

it('gives points back to a lot that has expired meanwhile, where they expire again; earned points that expired are gone already', async () => {
  const memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 1_000, { lifetimeDays: 2 });
  const id = newId();
  await till.sell(id, [{ spentMinor: 400, earnedMinor: 70 }], { memberId, lifetimeDays: 2 });
  const later = { now: new Date(NOW.getTime() + 5 * DAY_MS) };
  await expireLots.run(ledger.context(later));
  expect(await till.giveBack({ returnId: newId(), purchaseId: id }, later)).toMatchObject({
    return: { pointsGivenBack: '4.00', pointsWithdrawn: '0.00' },
  });
  await expireLots.run(ledger.context(later));
  expect(await walletOf(memberId)).toEqual({ available: 0, pending: 0, held: 0 });
  const booked: unknown = await ledger.db.query(
    'select points_lapsed_minor::int as lapsed, points_shortfall_minor::int as shortfall from purchase_return where purchase_id = $1',
    [id],
  );
  expect(booked).toEqual([{ lapsed: 70, shortfall: 0 }]);
  const told = await ledger.recorded<{ unexpiredMinor: number }>('ledger.purchase.returned.v1');
  expect(told.at(-1)).toMatchObject({ unexpiredMinor: 70 });
});

it('gives limits back, a coupon with the last piece', async () => {
  const id = newId();
  const limits = [
    { key: 'back:budget', amount: 900, max: 1_000 },
    { key: 'back:coupon', amount: 1, max: 1 },
  ];
  await till.sell(id, [{ quantityMilli: 3_000 }], { limits });
  const used = (): Promise<unknown> =>
    ledger.db.query("select key, used::int as used from limit_counter where key like 'back:%' order by key");
  await till.giveBack({ returnId: newId(), purchaseId: id, lines: [{ lineNo: 1, quantity: '1' }] });
  expect(await used()).toEqual([
    { key: 'back:budget', used: 600 },
    { key: 'back:coupon', used: 1 },
  ]);
  await till.giveBack({ returnId: newId(), purchaseId: id });
  expect(await used()).toEqual([
    { key: 'back:budget', used: 0 },
    { key: 'back:coupon', used: 0 },
  ]);
});

it('takes a sale of another store back, on that store’s day', async () => {
  const id = newId();
  await till.sell(id, [{}]);
  const answer = await till.giveBack(
    { returnId: 'elsewhere', purchaseId: id, storeId: 'S2', tillId: 'T7', occurredAt: '2026-11-21T19:30:00Z' },
    { storeIds: ['S2'] },
  );
  expect(answer).toMatchObject({ __typename: 'PurchaseReturned' });
  const { data } = await ledger.ask(
    'query ($id: ID!) { purchase(id: $id) { lines { quantityReturned } returns { store { id } lines { lineNo quantity amount } } } }',
    { id },
  );
  expect(data).toEqual({
    purchase: {
      lines: [{ quantityReturned: '1' }],
      returns: [{ store: { id: 'S2' }, lines: [{ lineNo: 1, quantity: '1', amount: '1000.00' }] }],
    },
  });
  const [row]: unknown[] = await ledger.db.query(
    "select business_day::text as day, business_hour as hour from purchase_return where id = 'elsewhere'",
  );
  expect(row).toEqual({ day: '2026-11-22', hour: 0 });
});

describe('refuses, in order of precedence,', () => {
  let sale: string;
  beforeAll(async () => {
    sale = newId();
    await till.sell(sale, [{ quantityMilli: 2_000 }, {}]);
    await till.giveBack({ returnId: 'used', purchaseId: sale, lines: [{ lineNo: 2, quantity: '1' }] });
  });

  it('a sale nobody knows, or that the actor may not see', async () => {
    expect(await till.giveBack({ returnId: newId(), purchaseId: 'nothing' })).toMatchObject({
      __typename: 'PurchaseUnknown',
      code: 'PURCHASE_UNKNOWN',
    });
    expect(await till.giveBack({ returnId: newId(), purchaseId: sale }, { storeIds: ['S2'] })).toMatchObject({
      __typename: 'PurchaseUnknown',
    });
  });

  it('an id that was used with other content, before looking at the lines', async () => {
    const answer = await till.giveBack({ returnId: 'used', purchaseId: sale, lines: [{ lineNo: 9, quantity: '1' }] });
    expect(answer).toMatchObject({ __typename: 'ReturnIdReused', code: 'RETURN_ID_REUSED' });
  });

  it.each([
    [9, [{ lineNo: 9, quantity: '1' }]],
    [1, [{ lineNo: 1, quantity: '2.001' }]],
    [1, [{ lineNo: 1, quantity: '0' }]],
    [1, [{ lineNo: 1, quantity: '-1' }]],
    [
      1,
      [
        { lineNo: 1, quantity: '3' },
        { lineNo: 1, quantity: '-2' },
      ],
    ],
    [2, [{ lineNo: 2, quantity: '0.001' }]],
    [null, []],
  ])('more than is left of line %s: %j', async (lineNo, lines) => {
    expect(await till.giveBack({ returnId: newId(), purchaseId: sale, lines })).toMatchObject({
      __typename: 'ReturnExceedsPurchase',
      lineNo,
    });
  });

  it('a store nobody knows', async () => {
    expect(await till.giveBack({ returnId: newId(), purchaseId: sale, storeId: 'nowhere' })).toMatchObject({
      __typename: 'StoreUnknown',
    });
  });

  it('to return what is back already', async () => {
    await till.giveBack({ returnId: newId(), purchaseId: sale });
    expect(await till.giveBack({ returnId: newId(), purchaseId: sale })).toMatchObject({
      __typename: 'ReturnExceedsPurchase',
      lineNo: null,
    });
  });
});

it('leaves the books in order', async () => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});

it('takes more goods back at once than there are connections, with the stores still to be read', async () => {
  const ids = Array.from({ length: 30 }, () => newId());
  for (const id of ids) await till.sell(id, [{}]);
  ledger.context().stores.forget();
  const answers = await Promise.all(ids.map((id) => till.giveBack({ returnId: newId(), purchaseId: id })));
  expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['PurchaseReturned']));
});
