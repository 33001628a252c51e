import { randomUUID } from 'node:crypto';
import { eventually } from '@adal/testkit';
import { expect, test, type Page } from '@playwright/test';
import { runningStack, type RunningStack } from './stack';
import { freshEmail, mailTo, openTill } from './till';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 900 } });

/** Staff look at the screens while a till sells: nobody reloads anything. */
test('staff see a sale as it happens: the overview, the member, the receipt, the e-mail', async ({ page, context }) => {
  const stack = runningStack();
  const till = openTill(stack);
  const email = freshEmail();
  const memberId = await till.enrol(email);
  await signIn(page, stack);

  await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
  const receiptsToday = await tile(page, 'Receipts');
  const memberPage = await context.newPage();
  await memberPage.goto(`${stack.urls.web}/en/members/${memberId}`);
  const points = memberPage.getByRole('region', { name: 'Points' });
  await expect(points.getByText('No points')).toBeVisible();

  await page.bringToFront();
  const receiptNumber = `E2E-${randomUUID().slice(0, 6)}`;
  const quote = await till.quote(memberId);
  const { purchase } = await till.confirm({ purchaseId: randomUUID(), quote: quote.token, receiptNumber });

  await expect(page.getByRole('link', { name: receiptNumber })).toBeVisible();
  await expect.poll(() => tile(page, 'Receipts')).toBeGreaterThan(receiptsToday);

  await memberPage.bringToFront();
  await expect(points.getByRole('row', { name: new RegExp(printed(purchase.pointsEarned)) })).toBeVisible();
  await expect(memberPage.getByText(receiptNumber)).toBeVisible();

  await page.bringToFront();
  await page.getByRole('link', { name: receiptNumber }).click();
  await expect(page.getByRole('heading', { name: `Receipt ${receiptNumber}` })).toBeVisible();
  const sums = page.getByRole('region', { name: 'Sums' });
  await expect(sums).toContainText(printed(purchase.payable));
  await expect(sums).toContainText(printed(purchase.pointsEarned));
  await expect(page.getByRole('region', { name: 'Journal' })).toContainText('issued');

  await eventually(async () => (await mailTo(stack, email)).length >= 2);
});

async function signIn(page: Page, { urls, demo }: RunningStack): Promise<void> {
  const [{ email = '', password = '' } = {}] = demo.staff.filter(({ role }) => role === 'ADMINISTRATOR');
  await page.goto(`${urls.web}/en/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
}

/** The number on a tile of the overview. */
async function tile(page: Page, label: string): Promise<number> {
  const name = page.getByRole('region', { name: 'Today' }).getByRole('link', { name: label, exact: true });
  const value = await name.locator('xpath=../..').locator('.num').first().innerText();
  return Number(value.replaceAll(',', ''));
}

/** "1250.00" as the English screens print it. */
function printed(amount: string): string {
  const [whole = '', fraction = ''] = amount.split('.');
  const digits = fraction.replace(/0+$/, '');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (digits && `.${digits}`);
}
