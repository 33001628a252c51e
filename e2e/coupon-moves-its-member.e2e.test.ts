import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { openOffice } from './office';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });

const RUN = `mutation ($input: SavePromotionInput!, $id: ID!) { savePromotion(input: $input) { __typename ... on UserError { message } }
  outcome: setPromotionStatus(input: { id: $id, status: "RUNNING" }) { __typename ... on UserError { message } } }`;
const IN_SEGMENT = `query ($id: ID!) { member(by: { id: $id }) { segments { segment { id } } } }`;

/** From the office through analytics' judgement to the till and back. */
test('who has a coupon to use is in a segment until it is used', async ({ browser }) => {
  const { page, build, base, shop, stack, ask } = await openOffice(browser);
  const [good] = stack.demo.till?.skus ?? [];
  if (good === undefined) throw new Error('The demo till sells something');
  const memberId = await shop.enrol();
  const name = `Gifts ${Date.now()}`;
  const { poolId, code } = await shop.personalCoupon(name, memberId);
  const id = randomUUID();
  const definition = {
    effects: [{ kind: 'PERCENT', goods: { kind: 'EVERYTHING' }, percent: '10' }],
    condition: { kind: 'COUPON', poolId },
  };
  const promotion = { id, name, definition, noControlReason: 'A coupon is a promise' };
  expect(await ask(RUN, { input: promotion, id })).toMatchObject({ outcome: { __typename: 'PromotionSaved' } });

  await page.goto(`${base}/segments/new`);
  const row = await build.add('Add a condition…', 'Coupons to use');
  await build.names(row, 'Pools', name);
  await expect(page.locator('[aria-busy="false"]').filter({ has: page.getByTestId('count') })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Control+s');
  await expect(page).toHaveURL(/\/segments\/[0-9a-f-]{36}\/edit$/);
  const segmentId = /segments\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(page.url().replace(/\/edit$/, ''));
  await expect(page.getByText(`has from 1 coupons to use · pools: ${name} · issued by promotions: any`)).toBeVisible();

  const segments = async (): Promise<string> => JSON.stringify(await ask(IN_SEGMENT, { id: memberId }));
  await expect.poll(segments).toContain(segmentId);
  const quoted = await shop.price(memberId, [[good, 1]], { coupons: [code] });
  expect(quoted.applied.map(({ promotionId }) => promotionId)).toContain(id);
  await shop.sell(quoted);
  await expect.poll(segments).not.toContain(segmentId);
  await shop.end(id);
  await page.close();
});
