import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openOffice, type Office } from './office';
import { sheetRows } from './spreadsheet';

test.use({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });

/** Of the demo. */
const SEGMENT = 'Женщины Алматы, 25–45';

const WORDS = {
  ru: { sales: 'Продажи', total: 'Итого', save: /^Сохранить «Продажи»/, segment: 'Сегмент' },
  en: { sales: 'Sales', total: 'Total', save: /^Save “Sales”/, segment: 'Segment' },
} as const;

let office: Office;
let page: Page;

/** An analyst goes from the home page into a report, narrows it, goes down to a receipt, and takes the rows along. */
test.beforeAll(async ({ browser }) => {
  office = await openOffice(browser);
  ({ page } = office);
});

test.afterAll(() => page.close());

for (const locale of ['ru', 'en'] as const) {
  const words = WORDS[locale];
  const base = () => `${office.stack.urls.web}/${locale}`;
  const table = (): Locator => page.getByRole('group', { name: words.sales, exact: true });
  /** Receipts of the whole period, as the row of totals says them. */
  const receipts = async (): Promise<number> => {
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const cells = table().getByRole('row').filter({ hasText: words.total }).getByRole('cell');
    return Number((await cells.nth(1).innerText()).split('\n')[0]?.replaceAll(/\D/g, ''));
  };

  test(`in ${locale}: every report is two steps from home, and a segment narrows it`, async () => {
    await page.goto(base());
    await page.getByRole('main').locator('a[href$="/reports"]').click();
    await page.getByRole('main').locator('a[href$="/reports/sales"]').click();
    await expect(page.getByRole('heading', { name: words.sales, level: 1 })).toBeVisible();
    await page.goto(`${base()}/reports/sales?period=year&compare=none`);
    const all = await receipts();
    expect(all).toBeGreaterThan(0);
    await page.getByRole('combobox', { name: words.segment }).fill(SEGMENT);
    await page.getByRole('option', { name: SEGMENT }).click();
    await expect(page).toHaveURL(/[?&]segment=/);
    await expect.poll(receipts).toBeLessThan(all);
  });

  test(`in ${locale}: from the month to the day, the hour and the receipt`, async () => {
    await page.goto(`${base()}/reports/sales?period=year&grain=MONTH&compare=none`);
    const down = (): Locator => table().locator('tbody').getByRole('link').last();
    await down().click();
    await expect(page).toHaveURL(/grain=DAY/);
    await expect(table().locator('tbody a[href*="grain=HOUR"]').first()).toBeVisible();
    const [busiest] = await busiestFirst(table());
    await busiest?.getByRole('link').first().click();
    await expect(page).toHaveURL(/grain=HOUR/);
    await expect(table().locator('tbody a[href*="/receipts?"]').first()).toBeVisible();
    const [hour] = await busiestFirst(table());
    const said = Number((await hour?.getByRole('cell').nth(1).innerText())?.replaceAll(/\D/g, ''));
    await hour?.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/receipts\?.*fromTime=/);
    // Returns are receipts as well, and no sales. A page holds fifty: “1–50 of 51”.
    const found = async (): Promise<number> => {
      const text = await page
        .getByRole('main')
        .getByText(/^1–\d+ /)
        .innerText();
      return Number(text.split(/ of | из /)[1]?.replaceAll(/\D/g, ''));
    };
    await expect.poll(found).toBeGreaterThanOrEqual(said);
    await page.locator('main tbody a').first().click();
    await expect(page).toHaveURL(/\/receipts\/[^?]+$/);
  });

  test(`in ${locale}: files say what they are of and hold the rows that are shown`, async () => {
    await page.goto(`${base()}/reports/sales?period=weeks4&grain=WEEK&compare=none`);
    const shown = await receipts();
    const rows = await table().locator('tbody tr').count();
    const saved = async (format: string): Promise<string> => {
      await page.getByRole('button', { name: words.save }).last().click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: format }).click();
      return (await download).path();
    };
    const csv = readFileSync(await saved('CSV'), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(csv[0]).toBe(`\ufeff${words.sales}. ${words.sales}`);
    expect(csv[1]).toMatch(/^\d\d\.\d\d\.\d{4} – \d\d\.\d\d\.\d{4}$/);
    const sheet = sheetRows(await saved('XLSX'));
    expect(sheet.map((row) => row.join(','))).toEqual(
      csv.map((line) => line.replace('\ufeff', '').replaceAll('"', '')),
    );
    const body = sheet.slice(4, -1);
    expect(body).toHaveLength(rows);
    expect(body.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(shown);
  });
}

test('a report of today moves when a till books a receipt', async () => {
  const words = WORDS.en;
  await page.goto(`${office.base}/reports/sales?period=today&grain=HOUR&compare=none`);
  await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
  const total = page.getByRole('row').filter({ hasText: words.total }).getByRole('cell').nth(1);
  const read = async (): Promise<number> =>
    (await total.count()) === 0 ? 0 : Number((await total.innerText()).replaceAll(/\D/g, ''));
  const before = await read();
  const [good] = await office.shop.goods({});
  if (good === undefined) throw new Error('The shelf is empty.');
  const sold = await office.shop.buy(await office.shop.price(await office.shop.enrol(), [[good, 1]]));
  expect(sold).toBe('PurchaseConfirmed');
  await expect.poll(read).toBeGreaterThan(before);
});

/** Rows of a table by their second figure, the largest first. */
async function busiestFirst(table: Locator): Promise<Locator[]> {
  const rows = await table.locator('tbody tr').all();
  const counted = await Promise.all(
    rows.map(async (row) => ({
      row,
      n: Number((await row.getByRole('cell').nth(1).innerText()).replaceAll(/\D/g, '')),
    })),
  );
  return counted.sort((one, other) => other.n - one.n).map(({ row }) => row);
}
