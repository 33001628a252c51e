import { startLedger, type TestLedger } from '../../../test/harness';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
});
afterAll(() => ledger.stop());

const CONFIRM = `mutation ($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) {
  __typename
  ... on UserError { code message }
  ... on PointsInsufficient { available }
  ... on LimitExhausted { limit left }
  ... on PurchaseConfirmed { replayed purchase {
    id total discount payable pointsSpent pointsEarned businessDay pointsActivateAt pointsExpireAt
    member { id balance { available pending held } lots { left status expiresAt } }
    lines { lineNo sku quantity amount pointsSpent pointsEarned discounts { promotionId amount reason } }
    payments { tender amount }
    store { id city }
  } } } }`;

it('books a sale with a quote', async () => {
  const memberId = await ledger.haveMember();
  const quote = ledger.quote([{ earnedMinor: 6250, discountMinor: 10_000 }], { memberId });
  const { data, errors } = await ledger.ask(CONFIRM, { input: { purchaseId: 'p1', quote } });
  expect(errors).toEqual([]);
  console.log(JSON.stringify(data, null, 1));
  const spend = ledger.quote([{ earnedMinor: 1250, spentMinor: 5_000 }], { memberId });
  console.log(JSON.stringify((await ledger.ask(CONFIRM, { input: { purchaseId: 'p2', quote: spend } })).data, null, 1));
  console.log(JSON.stringify((await ledger.ask(CONFIRM, { input: { purchaseId: 'p2', quote: spend } })).data, null, 1));
});
