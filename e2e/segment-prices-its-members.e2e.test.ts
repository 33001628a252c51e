import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { bucketOf } from '@adal/engine';
import { graphqlClient } from '@adal/testkit';
import { openShop } from './shop';
import { runningStack } from './stack';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';
const SAVE_SEGMENT = `mutation ($input: SaveSegmentInput!) { outcome: saveSegment(input: $input) { __typename
  ... on UserError { message } } }`;
const RUN = `mutation ($input: SavePromotionInput!, $id: ID!) { savePromotion(input: $input) { __typename ... on UserError { message } }
  outcome: setPromotionStatus(input: { id: $id, status: "RUNNING" }) { __typename ... on UserError { message } } }`;
const IN_SEGMENT = `query ($id: ID!) { member(by: { id: $id }) { segments { segment { id } } } }`;

const members = 12;

/** From the till through the books, analytics' judgement and its news into the price of the next basket. */
test('a receipt brings members into a segment, and its promotion prices them; those held out it never does', async () => {
  const { urls, demo } = runningStack();
  const [administrator] = demo.staff;
  const { signIn } = await graphqlClient(urls.graphql)<{ signIn: { accessToken: string } }>(SIGN_IN, {
    input: { email: administrator?.email, password: administrator?.password },
  });
  const staff = graphqlClient(urls.graphql, { token: signIn.accessToken });
  const shop = openShop(runningStack(), signIn.accessToken);
  const [good] = demo.till?.skus ?? [];
  if (good === undefined) throw new Error('The demo till sells something');

  const segmentId = randomUUID();
  const definition = {
    kind: 'ALL',
    of: [
      { kind: 'REGISTERED', when: { kind: 'LAST_DAYS', days: 1 } },
      {
        kind: 'PURCHASES',
        measure: 'QUANTITY',
        when: { kind: 'LAST_DAYS', days: 7 },
        of: { skus: [good.sku] },
        from: 7000,
      },
    ],
  };
  const segment = { id: segmentId, version: 0, name: `Seven of one ${segmentId.slice(0, 8)}`, definition };
  expect(await staff(SAVE_SEGMENT, { input: segment })).toEqual({ outcome: { __typename: 'SegmentSaved' } });

  const id = randomUUID();
  const salt = `salt-${id}`;
  const promotion = {
    effects: [{ kind: 'PERCENT', goods: { kind: 'EVERYTHING' }, percent: '10' }],
    condition: { kind: 'SEGMENT', in: [segmentId] },
    holdout: { share: '40', salt },
  };
  const run = await staff(RUN, { input: { id, name: `For ${segment.name}`, definition: promotion }, id });
  expect(run).toMatchObject({ outcome: { __typename: 'PromotionSaved' } });

  const isPriced = async (memberId: string): Promise<boolean> =>
    (await shop.price(memberId, [[good, 1]])).applied.some(({ promotionId }) => promotionId === id);
  const lags: number[] = [];
  const held: string[] = [];
  for (let n = 0; n < members; n += 1) {
    const memberId = await shop.enrol();
    expect(await isPriced(memberId)).toBe(false);
    await shop.sell(await shop.price(memberId, [[good, 7]]));
    const soldAt = performance.now();
    if (bucketOf(memberId, salt) < 4_000) held.push(memberId);
    else {
      await expect.poll(() => isPriced(memberId), { intervals: [25] }).toBe(true);
      lags.push(Math.round(performance.now() - soldAt));
    }
  }
  for (const memberId of held) {
    await expect.poll(async () => JSON.stringify(await staff(IN_SEGMENT, { id: memberId }))).toContain(segmentId);
    expect(await isPriced(memberId)).toBe(false);
  }
  const said = `priced after ${lags.join(', ')} ms; ${held.length} of ${members} held out`;
  test.info().annotations.push({ type: 'segment to price', description: said });
  await shop.end(id);
});
