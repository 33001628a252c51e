import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Constructor } from './constructor';
import { openOffice } from './office';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });

const ADD = 'Add a condition…';

let page: Page;
let build: Constructor;
let base: string;

/** A marketer builds a segment, watches it count, launches a promotion on it and takes its members out. */
test.beforeAll(async ({ browser }) => {
  ({ page, build, base } = await openOffice(browser));
});

test.afterAll(() => page.close());

const count = (): Locator => page.getByTestId('count');

/** The count once nothing is being counted. */
async function counted(): Promise<number> {
  await expect(page.locator('[aria-busy="false"]').filter({ has: count() })).toBeVisible();
  await expect(page.getByText('Counting…')).toBeHidden();
  return Number((await count().innerText()).replaceAll(/\D/g, ''));
}

test('a segment of eight conditions is counted as it is written, saved, launched on and exported', async () => {
  const name = `Segment of eight ${Date.now()}`;
  await page.goto(`${base}/segments/new`);
  const everybody = await counted();
  expect(everybody).toBeGreaterThan(0);

  await build.add(ADD, 'Gender');
  await expect.poll(counted).toBeLessThan(everybody);
  const women = await counted();
  await build.add(ADD, 'Age');
  await build.add(ADD, 'Status');
  await build.add(ADD, 'Language');
  const language = build.row('Language');
  for (const word of ['Russian', 'English']) await language.getByText(word, { exact: true }).click();
  await build.add(ADD, 'Registration');
  await build.add(ADD, 'Way of joining');
  const joined = build.row('Way of joining');
  for (const word of ['the site', 'the app', 'the call centre', 'an import']) {
    await joined.getByText(word, { exact: true }).click();
  }
  await build.names(await build.add(ADD, 'City'), 'Values', 'Алматы');
  // None of them is blocked: the opposite of the eighth holds for all.
  await build.add(ADD, 'Status');
  const blocked = build.row('Status').last();
  await blocked.getByText('active', { exact: true }).click();
  await blocked.getByText('blocked', { exact: true }).click();
  await blocked.getByRole('button', { name: /^Actions with/ }).click();
  await page.getByRole('menuitem', { name: 'Turn into its opposite' }).click();
  await expect.poll(counted).toBeLessThan(women);
  const members = await counted();
  expect(members).toBeGreaterThan(0);

  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Control+s');
  await expect(page).toHaveURL(/\/segments\/[0-9a-f-]{36}\/edit$/);
  await page.goto(page.url().replace(/\/edit$/, ''));
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export members' });
  await dialog.getByText('Name', { exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Start' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(members + 1);
  expect(lines[0]).toBe('\ufeffMember id,Card,Name,Gender,City,In the segment since');
  expect(lines.slice(1).every((line) => line.includes('FEMALE') && line.includes('Алматы'))).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('Member id, Card, Name, Gender, City, In the segment since')).toBeVisible();

  await page.getByRole('link', { name: 'Promotion for it' }).click();
  await expect(build.row('Segment').getByText(name)).toBeVisible();
  await build.name(`Promotion for ${name}`);
  await build.add('Add what it gives…', 'Percentage off');
  await build.control('10');
  await build.launch();
});
