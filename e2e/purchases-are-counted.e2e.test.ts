import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { graphqlClient } from '@adal/testkit';
import { runningStack } from './stack';
import { freshEmail, openTill } from './till';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';
const RUN = `mutation ($input: SavePromotionInput!, $id: ID!) { savePromotion(input: $input) { __typename ... on UserError { message } }
  setPromotionStatus(input: { id: $id, status: "RUNNING" }) { __typename ... on UserError { message } } }`;
const END = 'mutation ($id: ID!) { setPromotionStatus(input: { id: $id, status: "ENDED" }) { __typename } }';
const QUOTE = `query ($input: QuotePurchaseInput!) { quotePurchase(input: $input) {
  ... on PurchaseQuote { token applied { promotionId } } } }`;

interface Quoted {
  quotePurchase: { token: string; applied: { promotionId: string }[] };
}

/** From the ledger's books to promotions' own copy of the sales, and into the price of the next basket. */
test('a purchase that was just confirmed counts in the next quotes of the member', async () => {
  const { urls, demo } = runningStack();
  const [administrator] = demo.staff;
  const ask = graphqlClient(urls.graphql);
  const { signIn } = await ask<{ signIn: { accessToken: string } }>(SIGN_IN, {
    input: { email: administrator?.email, password: administrator?.password },
  });
  const staff = graphqlClient(urls.graphql, { headers: { authorization: `Bearer ${signIn.accessToken}` } });
  const id = randomUUID();
  const definition = {
    effects: [{ kind: 'PERCENT', goods: { kind: 'EVERYTHING' }, percent: '10' }],
    condition: { kind: 'FIRST_PURCHASE' },
    holdout: null,
  };
  const welcome = { id, name: 'Welcome', definition, noControlReason: 'A story' };
  expect(await staff(RUN, { input: welcome, id })).toMatchObject({
    setPromotionStatus: { __typename: 'PromotionSaved' },
  });
  const till = openTill(runningStack());
  const isWelcome = async (memberId: string) => {
    const [goods] = demo.till?.skus ?? [];
    const lines = [{ lineNo: 1, sku: goods?.sku ?? '', quantity: '1', price: goods?.price ?? '' }];
    const input = { storeId: till.storeId, member: { id: memberId }, lines };
    const { quotePurchase } = await staff<Quoted>(QUOTE, { input });
    return { token: quotePurchase.token, applied: quotePurchase.applied.some(({ promotionId }) => promotionId === id) };
  };
  const lags: number[] = [];
  for (let sale = 0; sale < 5; sale += 1) {
    const memberId = await till.enrol(freshEmail());
    const first = await isWelcome(memberId);
    expect(first.applied).toBe(true);
    await till.confirm({ purchaseId: randomUUID(), quote: first.token });
    const confirmedAt = performance.now();
    await expect.poll(async () => (await isWelcome(memberId)).applied, { intervals: [10] }).toBe(false);
    lags.push(Math.round(performance.now() - confirmedAt));
  }
  test.info().annotations.push({ type: 'counted after, ms', description: lags.join(', ') });
  console.log(`counted after ${lags.join(', ')} ms`);
  await staff(END, { id });
});
