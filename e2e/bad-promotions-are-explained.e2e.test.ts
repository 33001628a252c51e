import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { graphqlClient } from '@adal/testkit';
import { expect, test } from '@playwright/test';
import { openOffice, type Office } from './office';
import { freshEmail, minor, openTill } from './till';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });

const BELTS = 'Аксессуары > Ремни';
/** Codes of one basket, at most. */
const CODES = 20;
const GUESSES = 10_000;
/** More at once than wait at once: who guesses does not queue up politely. */
const AT_ONCE = 24;

let office: Office;
test.beforeAll(async ({ browser }) => void (office = await openOffice(browser)));
test.afterAll(() => office.page.close());

const look = (name: string) =>
  office.page.screenshot({ path: join(__dirname, '..', 'test-results', 'bad', `${name}.png`), fullPage: true });

/** Tries to save; answers what is said to be in the way. */
async function explained() {
  await office.page.getByRole('button', { name: 'Save' }).click();
  const problems = office.page.getByRole('alert').filter({ hasText: 'This keeps the promotion from being saved' });
  await expect(problems).toBeVisible();
  return problems;
}

test('time windows that overlap are named before anything is saved', async () => {
  const { build, page } = office;
  await build.begin('Happy hours');
  const hours = page.getByRole('group', { name: 'When' });
  const more = hours.getByRole('button', { name: 'Add hours' });
  await more.click();
  await more.click();
  await expect(await explained()).toContainText('Two time windows overlap: join them into one.');
  await look('overlapping-windows');
});

test('conditions that contradict each other are named with their place', async () => {
  const { build } = office;
  await build.begin('Category at a percentage off');
  await build.goods(build.row('Percentage off'), 'Goods', 'Category', BELTS);
  await build.add('Add a condition…', 'First purchase');
  await build.fill(await build.add('Add a condition…', 'Days since the last purchase'), 'At least', '90');
  await expect(await explained()).toContainText('The first purchase has no purchases before it.');
  await look('contradiction');
});

test('a negative budget cannot be typed, and is refused when pasted', async () => {
  const { build, page } = office;
  await build.begin('Category at a percentage off');
  await build.goods(build.row('Percentage off'), 'Goods', 'Category', BELTS);
  await page.getByRole('button', { name: /^Budget and limits/ }).click();
  const budget = page.getByLabel('Discount budget');
  await budget.pressSequentially('-100');
  await expect(budget).toHaveValue('100 ₸');
  const effects = [{ kind: 'PERCENT', goods: { kind: 'CATEGORY', in: [BELTS] }, percent: '10' }];
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Paste JSON' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste JSON' });
  const holdout = { share: '10', salt: null, anonymous: true };
  const text = JSON.stringify({ definition: { effects, holdout }, limits: { moneyBudget: '-100.00' } });
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: 'Paste', exact: true }).click();
  await expect(await explained()).toContainText('An amount above zero.');
  await look('negative-budget');
});

test('an amount above the price is said before the launch, and no price goes below zero or the least price', async () => {
  const { build, shop, page } = office;
  const [held, free] = await shop.goods({ category: BELTS });
  if (!held || !free) throw new Error('The demo chain lacks belts.');
  const floor = await shop.setMinPrice(held);
  await build.beginBlank();
  await build.name('A million off belts');
  const row = await build.add('Add what it gives…', 'Amount off');
  await build.fill(row, 'Amount', '1000000');
  await build.goods(row, 'Goods', 'Category', BELTS);
  const id = await build.save();
  const dialog = await build.lookBeforeLaunch();
  await expect(dialog).toContainText(/Takes off more than \d+ of the sampled products cost/);
  await expect(dialog).toContainText('It adds up with');
  await look('below-zero');
  await dialog.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  const member = () => shop.enrol();
  const payable = async (good: typeof held) => (await shop.priceWith(id, member, [[good, 1]])).payable;
  expect(await payable(held)).toBe(floor);
  expect(minor(await payable(free))).toBe(0);
  await shop.end(id);
});

test('SKUs that no product has come back with line, column and reason, and the others land', async () => {
  const { base, page, shop } = office;
  const [known] = await shop.goods({ category: BELTS });
  const id = `story-${randomUUID().slice(0, 8)}`;
  await page.goto(`${base}/catalogue/sets/new`);
  await page.getByLabel('Name').fill('Belts by file');
  await page.getByRole('textbox', { name: 'Code' }).fill(id);
  await page.getByText('By list', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const csv = `sku\n${known?.sku}\nNO-SUCH-SKU\n\nNOR-THIS\n`;
  await (await chooser).setFiles({ name: 'belts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const rejected = page.getByRole('group', { name: 'What came back' });
  await expect(rejected.getByRole('row', { name: '3 sku No product has this SKU.' })).toBeVisible();
  await expect(rejected.getByRole('row', { name: '5 sku No product has this SKU.' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('1');
  await look('unknown-skus');
});

const GUESS = `query ($input: QuotePurchaseInput!) { quotePurchase(input: $input) { __typename
  ... on PurchaseQuote { coupons { status } } ... on UserError { message } } }`;

test('ten thousand guesses of a code are slowed and reported, and the till beside goes on selling', async () => {
  const { base, page, stack } = office;
  const tillId = `guesser-${randomUUID().slice(0, 8)}`;
  const ask = graphqlClient(stack.urls.graphql, { token: stack.demo.partnerKey ?? '' });
  const [good] = stack.demo.till?.skus ?? [];
  const lines = [{ lineNo: 1, sku: good?.sku ?? '', price: good?.price ?? '', quantity: '1' }];
  let guessed = 0;
  const guess = async () => {
    const coupons = Array.from({ length: CODES }, () => `GUESS${String(guessed++).padStart(5, '0')}`);
    const storeId = stack.demo.till?.storeId ?? '';
    const answer = await ask<Guessed>(GUESS, { input: { storeId, tillId, lines, coupons } });
    expect(new Set(answer.quotePurchase.coupons.map(({ status }) => status))).toEqual(new Set(['UNKNOWN']));
  };
  const startedMs = performance.now();
  const guessers = Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (guessed < GUESSES) await guess();
    }),
  );
  const honest = openTill(stack);
  const soldMs: number[] = [];
  const sellOne = async () => {
    const fromMs = performance.now();
    const quote = await honest.quote(await honest.enrol(freshEmail()));
    const sale = await honest.confirm({ purchaseId: randomUUID(), quote: quote.token });
    expect(sale.__typename).toBe('PurchaseConfirmed');
    soldMs.push(performance.now() - fromMs);
  };
  while (guessed < GUESSES) await sellOne();
  await guessers;
  const seconds = (performance.now() - startedMs) / 1_000;
  const alone = performance.now();
  await guess();
  const waitedMs = performance.now() - alone;
  const [p50 = 0] = soldMs.toSorted((left, right) => left - right).slice(Math.floor(soldMs.length / 2));
  test.info().annotations.push({
    type: 'guesses',
    description: `${guessed} in ${seconds.toFixed(1)} s; one more waited ${Math.round(waitedMs)} ms; ${soldMs.length} honest sales meanwhile, p50 ${Math.round(p50)} ms`,
  });
  // The next one of who guesses waits longer than a whole sale of who does not.
  expect(waitedMs).toBeGreaterThan(p50);
  await page.goto(`${base}/coupons/incidents`);
  await expect(page.getByRole('row').filter({ hasText: tillId })).toContainText(/10,0\d\d/);
  await look('incident');
});

interface Guessed {
  quotePurchase: { coupons: { status: string }[] };
}
