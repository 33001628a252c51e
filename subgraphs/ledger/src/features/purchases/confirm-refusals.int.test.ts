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

describe('refuses, in order of precedence,', () => {
  it('a quote that is not ours, was changed, or is something else that we sign', async () => {
    const quote = ledger.quote([{}]);
    const [header = '', payload = '', signature = ''] = quote.split('.');
    const cheaper = Buffer.from(Buffer.from(payload, 'base64url').toString().replaceAll('100000', '1')).toString(
      'base64url',
    );
    for (const token of [
      '',
      'x',
      'a.b.c',
      `${header}.${cheaper}.${signature}`,
      `${header}.${payload}.`,
      ledger.quote([{}], { totalMinor: 1 }),
    ]) {
      if (token)
        expect(await till.confirm({ purchaseId: newId(), quote: token })).toMatchObject({
          __typename: 'QuoteInvalid',
          code: 'QUOTE_INVALID',
        });
    }
  });

  it('a quote whose price depends on a tender, paid by another', async () => {
    const tenders = [{ tender: 'CARD', amountMinor: 100_000 }];
    const paidBy = (tender: string) => ({
      ...{ purchaseId: newId(), quote: ledger.quote([{}], { tenders, quoteId: newId() }) },
      payments: [{ tender, amount: '1000.00' }],
    });
    expect(await till.confirm(paidBy('CASH'))).toMatchObject({
      __typename: 'QuoteInvalid',
      message: 'It was priced for payment by CARD; quote again as it is paid.',
    });
    expect(await till.confirm(paidBy('CARD'))).toMatchObject({ __typename: 'PurchaseConfirmed' });
  });

  it('a quote that is too old, unless it was booked in time', async () => {
    const late = { now: new Date(NOW.getTime() + 15 * 60_000) };
    expect(await till.sell(newId(), [{}], {}, late)).toMatchObject({
      __typename: 'QuoteExpired',
      code: 'QUOTE_EXPIRED',
    });
  });

  it('an id that was used with other content', async () => {
    const id = newId();
    await till.sell(id, [{}]);
    expect(await till.sell(id, [{ priceMinor: 1 }])).toMatchObject({
      __typename: 'PurchaseIdReused',
      code: 'PURCHASE_ID_REUSED',
    });
    expect(await till.confirm({ purchaseId: id, receipt: receipt({ storeId: 'nowhere' }) })).toMatchObject({
      __typename: 'PurchaseIdReused',
    });
  });

  it.each([
    [1, { quantity: '0' }],
    [1, { quantity: '-1' }],
    [1, { amount: '1000.01' }],
    [1, { amount: '-1' }],
    [0, { lineNo: 0 }],
    [1, { sku: '' }],
    [1, { sku: 'a\u0000b' }],
  ])('a receipt whose line %s cannot be read: %j', async (lineNo, line) => {
    expect(await till.confirm({ purchaseId: newId(), receipt: receipt({}, line) })).toMatchObject({
      __typename: 'ReceiptInvalid',
      lineNo,
    });
  });

  it('a receipt without lines, of tomorrow, beyond any sum, or whose payments do not sum up', async () => {
    const price = '900000000000.00';
    const receipts = [
      receipt({ lines: [] }),
      receipt({ occurredAt: '2026-11-24T10:00:00Z' }),
      receipt({}, { quantity: '3', price, amount: price }),
    ];
    for (const bad of receipts)
      expect(await till.confirm({ purchaseId: newId(), receipt: bad })).toMatchObject({
        __typename: 'ReceiptInvalid',
        lineNo: null,
      });
    const unpaid = { purchaseId: newId(), receipt: receipt(), payments: [{ tender: 'CASH', amount: '899.99' }] };
    expect(await till.confirm(unpaid)).toMatchObject({
      __typename: 'ReceiptInvalid',
      message: expect.stringContaining('899.99'),
    });
  });

  it('a store nobody knows, or that the actor may not see', async () => {
    expect(await till.sell(newId(), [{}], { storeId: 'nowhere' })).toMatchObject({
      __typename: 'StoreUnknown',
      code: 'STORE_UNKNOWN',
    });
    expect(await till.sell(newId(), [{}], {}, { storeIds: ['S2'] })).toMatchObject({ __typename: 'StoreUnknown' });
  });

  it('a member nobody knows', async () => {
    const answer = await till.confirm({ purchaseId: newId(), receipt: receipt({ member: { cardNumber: '404' } }) });
    expect(answer).toMatchObject({ __typename: 'MemberUnknown', code: 'MEMBER_UNKNOWN' });
  });

  it('a member who is blocked, before looking at points', async () => {
    const memberId = await ledger.haveMember({ status: 'BLOCKED' });
    expect(await till.sell(newId(), [{ spentMinor: 100 }], { memberId })).toMatchObject({
      __typename: 'MemberBlocked',
      code: 'MEMBER_BLOCKED',
    });
  });

  it('more points than there are, with what there is', async () => {
    const memberId = await ledger.haveMember();
    await ledger.havePoints(memberId, 999);
    expect(await till.sell(newId(), [{ spentMinor: 1_000 }], { memberId })).toMatchObject({
      __typename: 'PointsInsufficient',
      available: '9.99',
    });
  });

  it('a limit that is used up, and names it', async () => {
    const limits = [
      { key: 'promotion:P1', amount: 700, max: 1_000 },
      { key: 'coupon:AUTUMN', amount: 1, max: 5 },
    ];
    expect(await till.sell(newId(), [{}], { limits })).toMatchObject({ __typename: 'PurchaseConfirmed' });
    expect(await till.sell(newId(), [{}], { limits })).toMatchObject({
      __typename: 'LimitExhausted',
      limit: 'promotion:P1',
      left: '300',
    });
    const counters: unknown = await ledger.db.query('select key, used from limit_counter order by key');
    expect(counters).toEqual([
      { key: 'coupon:AUTUMN', used: '1' },
      { key: 'promotion:P1', used: '700' },
    ]);
  });
});

it.each([
  { purchaseId: '' },
  { purchaseId: 'a b' },
  { purchaseId: 'x'.repeat(65) },
  { purchaseId: 'import:1' },
  { quote: null },
  { receipt: receipt() },
])('takes no input such as %j', async (more) => {
  const input = { purchaseId: newId(), quote: ledger.quote([{}]), ...more };
  const { errors } = await ledger.ask(
    'mutation ($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) { __typename } }',
    { input },
  );
  expect(errors).toEqual(['BAD_USER_INPUT']);
});

it('leaves the books in order', async () => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});
