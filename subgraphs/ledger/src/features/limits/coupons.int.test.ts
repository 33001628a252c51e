import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { releaseExpiredHolds } from '../reservations';

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

const CODE = 'AB7KXQ2M9TFC';
const limitOf = (code: string) => ({ key: `coupon:${code}`, kind: 'COUPON' as const, amount: 1, max: 1, label: code });
const printed = {
  code: 'PR4T7KXQ2M9F',
  poolId: newId(),
  promotionId: newId(),
  text: ['Купон «Следующий визит»: PR4T7KXQ2M9F', 'Действует с 23.11.2026'],
  barcode: 'PR4T7KXQ2M9F',
  validFrom: '2026-11-23',
  validUntil: null,
};
interface Told {
  receipt: { purchaseId: string };
  couponsUsed: string[];
  couponsIssued: unknown[];
  couponsFreed: string[];
  couponsWithdrawn: unknown[];
  purchaseId: string;
  coupons: string[];
}
const last = async (subject: string): Promise<Told | undefined> => (await ledger.recorded<Told>(subject)).at(-1);

it('lets exactly one of fifty tills use a code, and tells the others which coupon is used up', async () => {
  const quotes = Array.from({ length: 50 }, () => ledger.quote([{}], { limits: [limitOf(CODE)] }));
  const answers = await Promise.all(quotes.map((quote) => till.confirm({ purchaseId: newId(), quote })));
  const refused = answers.filter(({ __typename }) => __typename === 'LimitExhausted');
  expect([answers.length - refused.length, refused.length]).toEqual([1, 49]);
  expect(answers.filter(({ __typename }) => __typename === 'PurchaseConfirmed')).toHaveLength(1);
  for (const refusal of refused)
    expect(refusal).toMatchObject({
      limit: `coupon:${CODE}`,
      left: '0',
      message: expect.stringContaining(CODE) as string,
    });
  expect(await last('ledger.purchase.confirmed.v1')).toMatchObject({ couponsUsed: [CODE] });
});

it('gives a code back with the last piece of the sale that used it', async () => {
  const purchaseId = newId();
  const lines = [{}, {}];
  await till.sell(purchaseId, lines, { limits: [limitOf('BACK')] });
  await till.giveBack({ returnId: newId(), purchaseId, lines: [{ lineNo: 1, quantity: '1' }] });
  expect(await last('ledger.purchase.returned.v1')).toMatchObject({ couponsFreed: [] });
  expect(await till.sell(newId(), [{}], { limits: [limitOf('BACK')] })).toMatchObject({ __typename: 'LimitExhausted' });
  await till.giveBack({ returnId: newId(), purchaseId });
  expect(await last('ledger.purchase.returned.v1')).toMatchObject({ couponsFreed: ['BACK'] });
  expect(await till.sell(newId(), [{}], { limits: [limitOf('BACK')] })).toMatchObject({
    __typename: 'PurchaseConfirmed',
  });
});

it('tells of codes that a reservation holds, and that are free again by cancel or by time', async () => {
  const [purchaseId, other] = [newId(), newId()];
  await till.reserve({ purchaseId, quote: ledger.quote([{}], { limits: [limitOf('HOLD')] }) });
  expect(await last('ledger.reservation.held.v1')).toMatchObject({ purchaseId, coupons: ['HOLD'] });
  expect(await till.sell(newId(), [{}], { limits: [limitOf('HOLD')] })).toMatchObject({ __typename: 'LimitExhausted' });
  await till.cancel(purchaseId);
  expect(await last('ledger.reservation.released.v1')).toMatchObject({ purchaseId, coupons: ['HOLD'] });
  await till.reserve({ purchaseId: other, quote: ledger.quote([{}], { limits: [limitOf('HOLD')] }), ttlSeconds: 60 });
  await releaseExpiredHolds.run(ledger.context({ now: new Date(NOW.getTime() + 60_000) }));
  expect(await last('ledger.reservation.released.v1')).toMatchObject({ purchaseId: other, coupons: ['HOLD'] });
  expect(await till.sell(newId(), [{}], { limits: [limitOf('HOLD')] })).toMatchObject({
    __typename: 'PurchaseConfirmed',
  });
});

it('tells nothing of reservations without coupons', async () => {
  const before = await ledger.recorded('ledger.reservation.held.v1');
  await till.reserve({ purchaseId: newId(), quote: ledger.quote([{}]) });
  expect(await ledger.recorded('ledger.reservation.held.v1')).toHaveLength(before.length);
});

it('answers a confirm and every retry with the coupons that the sale issued, and withdraws them with its last piece', async () => {
  const purchaseId = newId();
  const quote = ledger.quote([{}], { couponsIssued: [printed] });
  const confirm = `mutation ($input: ConfirmPurchaseInput!) { result: confirmPurchase(input: $input) { ... on PurchaseConfirmed { replayed
    purchase { receiptTail couponsIssued { code barcode text poolId promotionId validFrom validUntil } } } } }`;
  const ask = () => ledger.ask<{ result: object }>(confirm, { input: { purchaseId, quote } });
  const tail = { receiptTail: printed.text, couponsIssued: [printed] };
  expect((await ask()).data.result).toEqual({ replayed: false, purchase: tail });
  expect((await ask()).data.result).toEqual({ replayed: true, purchase: tail });
  expect(await last('ledger.purchase.confirmed.v1')).toMatchObject({ couponsUsed: [], couponsIssued: [printed] });
  await till.giveBack({ returnId: newId(), purchaseId });
  expect(await last('ledger.purchase.returned.v1')).toMatchObject({ couponsWithdrawn: [printed] });
});
