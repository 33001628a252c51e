import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { runningStack } from './stack';
import { freshEmail, openTill } from './till';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 900 } });

/** One field finds a receipt by what a customer has at hand, and a link to the search shows the same to a colleague. */
test('a receipt is found by its number and by the card, and opens with its lines', async ({ page }) => {
  const stack = runningStack();
  const till = openTill(stack);
  const memberId = await till.enrol(freshEmail());
  const receiptNumber = `F-${randomUUID().slice(0, 8)}`;
  const quote = await till.quote(memberId);
  await till.confirm({ purchaseId: randomUUID(), quote: quote.token, receiptNumber });

  const [{ email = '', password = '' } = {}] = stack.demo.staff.filter(({ role }) => role === 'OPERATOR');
  await page.goto(`${stack.urls.web}/en/sign-in?next=/receipts`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await page.goto(`${stack.urls.web}/en/receipts`);

  const field = page.getByRole('searchbox', { name: 'Receipt, card or phone' });
  await field.fill(receiptNumber);
  await expect(page.getByRole('rowheader')).toHaveText([receiptNumber]);
  await expect(page).toHaveURL(new RegExp(`q=${receiptNumber}`));

  await page.goto(`${stack.urls.web}/en/receipts?q=${stack.demo.member?.cardNumber ?? ''}`);
  // A page that arrives in parts holds what is on its way a second time, out of sight.
  await expect(page.getByRole('main').getByText(`Card: ${stack.demo.member?.cardNumber}`)).toBeVisible();
  await expect(page.getByRole('rowheader').first()).toBeVisible();

  await page.goto(`${stack.urls.web}/en/receipts?q=${receiptNumber}&as=card`);
  await page.getByRole('button', { name: 'Search as: Receipt number' }).click();
  await page.getByRole('link', { name: receiptNumber }).click();
  await expect(page.getByRole('heading', { name: `Receipt ${receiptNumber}` })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Lines' }).getByRole('rowheader').first()).toBeVisible();
});
