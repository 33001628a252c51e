import { expect, test, type Browser, type Page } from '@playwright/test';
import { runningStack } from './stack';
import { freshEmail, openTill } from './till';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 900 } });

/** Above the threshold of a role no points move before somebody else agrees; what was agreed can be undone. */
test('an operator asks for points, an administrator approves and undoes: each step is in the books', async ({
  browser,
}) => {
  const stack = runningStack();
  const memberId = await openTill(stack).enrol(freshEmail());
  const operator = await signedIn(browser, 'OPERATOR');
  await operator.goto(`${stack.urls.web}/en/members/${memberId}?tab=adjustments`);
  await operator.getByRole('button', { name: 'Adjust points' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Points' }).fill('2500');
  await dialog.getByRole('combobox', { name: 'Reason' }).click();
  await operator.getByRole('option', { name: 'Goodwill: justified complaint' }).click();
  await expect(dialog.getByText('A colleague must approve this')).toBeVisible();
  await dialog.getByRole('button', { name: 'Send for approval' }).click();
  await expect(operator.getByRole('row', { name: /\+2,500\.00 Waiting/ })).toBeVisible();
  const points = operator.getByRole('region', { name: 'Points' });
  await expect(points.getByText('No points')).toBeVisible();
  await operator.getByRole('link', { name: '+2,500.00' }).click();
  await expect(operator.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await expect(operator.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  const adjustment = operator.url();

  const administrator = await signedIn(browser, 'ADMINISTRATOR');
  await expect(administrator.getByRole('img', { name: /waits? for approval/ })).toBeVisible();
  await administrator.goto(adjustment);
  await administrator.getByRole('button', { name: 'Approve' }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(administrator.getByText('Approved and booked', { exact: true }).first()).toBeVisible();
  await expect(administrator.getByRole('row', { name: /Members: available 2,500\.00/ })).toBeVisible();

  await operator.goto(`${stack.urls.web}/en/members/${memberId}?tab=statement`);
  await expect(points.getByText('2,500.00').first()).toBeVisible();

  await administrator.getByRole('button', { name: 'Undo' }).click();
  await administrator.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Given to the wrong member');
  await administrator.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await expect(administrator.getByText('Undone by a new entry')).toBeVisible();
  await expect(points.getByText('No points')).toBeVisible();
});

async function signedIn(browser: Browser, role: string): Promise<Page> {
  const { urls, demo } = runningStack();
  const { email = '', password = '' } = demo.staff.find((one) => one.role === role) ?? {};
  const page = await (await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${urls.web}/en/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  return page;
}
