import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openOffice, type Office } from './office';
import type { Basket } from './shop';
import { minor } from './till';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });
test.setTimeout(180_000);

const BOOTS = 'Обувь > Женская > Ботинки';
const BELTS = 'Аксессуары > Ремни';
const MEMBERS = 10;
const LIST = 'Ten of today';

/** What a buyer has of it more than without, in minor units. */
interface Gain {
  money: number;
  points: number;
}

/** What a receipt comes to, in minor units. */
interface Receipt {
  memberId: string;
  basket: Basket;
  purchaseId: string;
  payable: number;
  points: number;
}

let office: Office;
test.beforeAll(async ({ browser }) => void (office = await openOffice(browser)));
test.afterAll(() => office.page.close());

test('what a what-if says of receipts is what tills give for the same baskets, to the tiyn', async () => {
  const { shop, page, build } = office;
  const before = await sellAll();
  // What others buy today is none of the story's business.
  await shop.list(
    LIST,
    before.map(({ memberId }) => memberId),
  );
  await draftOf7And3();
  const id = await build.save();
  const said = await whatIf(before);
  const dialog = await build.lookBeforeLaunch();
  await expect(dialog.getByText('There is no budget')).toBeVisible();
  await look('launch');
  await dialog.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  const live = new Map<string, Gain>();
  for (const { memberId, basket, purchaseId, ...was } of before) {
    const now = await sell(memberId, basket);
    live.set(purchaseId, { money: was.payable - now.payable, points: now.points - was.points });
  }
  await shop.end(id);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(live));
  const given = [...live.values()].filter(({ money }) => money > 0);
  expect(given.length).toBeGreaterThan(0);
  const sum = (key: keyof Gain) => [...live.values()].reduce((total, gain) => total + gain[key], 0) / 100;
  test.info().annotations.push({
    type: 'receipts',
    description: `${given.length} of ${live.size} get it, the others are held out; ${sum('money')} discount, ${sum('points')} points more`,
  });
});

/** Ten members, each with a basket of their own, at the prices of today. */
async function sellAll(): Promise<Receipt[]> {
  const { shop } = office;
  const [boots, more] = await shop.goods({ category: BOOTS });
  const [belt, other] = await shop.goods({ category: BELTS });
  if (!boots || !more || !belt || !other) throw new Error('The demo chain lacks boots or belts.');
  const baskets: Basket[] = [
    [[boots, 1]],
    [[belt, 3]],
    [
      [boots, 1],
      [belt, 1],
    ],
    [
      [more, 2],
      [other, 1],
      [belt, 2],
    ],
  ];
  const receipts: Receipt[] = [];
  for (let n = 0; n < MEMBERS; n += 1) {
    const memberId = await shop.enrol();
    const basket = baskets[n % baskets.length] ?? [];
    receipts.push({ memberId, basket, ...(await sell(memberId, basket)) });
  }
  return receipts;
}

/** Sells a basket; answers what the ledger has booked. */
async function sell(memberId: string, basket: Basket): Promise<Omit<Receipt, 'memberId' | 'basket'>> {
  const { shop } = office;
  const { purchaseId, purchase } = await shop.sell(await shop.price(memberId, basket));
  return {
    purchaseId,
    payable: minor(purchase?.payable ?? 'NaN'),
    points: minor(purchase?.pointsEarned ?? 'NaN'),
  };
}

/** Numbers that leave tiyns to round, and a control group large enough to meet. */
async function draftOf7And3(): Promise<void> {
  const { build } = office;
  await build.beginBlank();
  await build.name('7.35 % off boots, 3.3 % back on belts');
  const percent = await build.add('Add what it gives…', 'Percentage off');
  await build.fill(percent, 'Percent', '7.35');
  await build.goods(percent, 'Goods', 'Category', BOOTS);
  const cashback = await build.add('Add what it gives…', 'Cashback in points');
  await build.fill(cashback, 'Percent', '3.3');
  await build.goods(cashback, 'Goods', 'Category', BELTS);
  await build.names(await build.add('Add a condition…', 'List of members'), 'Values', LIST);
  await build.control('30');
}

/** Tries the draft on the receipts of today, until all of ours have arrived; answers what it says of each. */
async function whatIf(receipts: readonly Receipt[]): Promise<Map<string, Gain>> {
  const { page } = office;
  await page.getByRole('button', { name: 'What if: try it on past receipts' }).click();
  await page.getByRole('button', { name: 'Period' }).click();
  const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Almaty' }).format(new Date());
  const calendar = page.getByRole('dialog', { name: 'Period' });
  await calendar.getByRole('button', { name: today, exact: true }).click();
  await calendar.getByRole('button', { name: today, exact: true }).click();
  await expect(async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'What it would have cost' })).toBeVisible();
    expect((await figure('Receipts it touches')) + (await figure('Receipts of the control group'))).toBe(
      receipts.length,
    );
  }).toPass();
  const winners = page.getByRole('region', { name: 'Who gains' });
  await winners.getByText('Receipts', { exact: true }).click();
  await look('what-if');
  const said = new Map<string, Gain>();
  for (const { purchaseId } of receipts) {
    const cells = winners.locator(`tr:has(a[href$="/receipts/${purchaseId}"]) td`);
    const [, money = '0', points = '0'] = await cells.allInnerTexts();
    said.set(purchaseId, { money: printed(money), points: printed(points) });
  }
  return said;
}

/** A figure of the result, by what it is called. */
async function figure(label: string): Promise<number> {
  const { page } = office;
  const result = page.getByRole('region', { name: 'What it would have cost' });
  return printed(await result.getByText(label, { exact: true }).locator('+ *').innerText()) / 100;
}

/** Minor units of an amount as people read it: 1,234.50 ₸ or −2.5. */
function printed(text: string): number {
  const amount = minor(text.replaceAll(/[^\d.]/g, ''));
  return /^[-−–]/.test(text.trim()) ? -amount : amount;
}

function look(name: string) {
  return office.page.screenshot({
    path: join(__dirname, '..', 'test-results', 'what-if', `${name}.png`),
    fullPage: true,
  });
}
