import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { runningStack } from './stack';

/** Of the demo: who buys shoes, but did not this month. */
const SEGMENT = '01900000-0000-7000-8000-0000000000d2';

const SCREENS = [
  '',
  '/members',
  '/receipts',
  '/promotions',
  '/promotions/new',
  '/promotions/new?blank=1',
  '/promotions/new?template=care-after-shoes',
  '/messages',
  '/metrics',
  '/metrics/sales.average_receipt.weekend',
  '/metrics/points.expiring',
  '/reports/revenue-tree?by=store',
  '/adjustments',
  '/limits',
  '/books',
  '/books/entries?account=AVAILABLE',
  '/books/liability',
  '/books/breakage',
  '/books/check',
  '/imports',
  '/member-lists',
  '/segments',
  '/segments/new',
  `/segments/${SEGMENT}`,
  `/segments/${SEGMENT}/edit`,
  `/segments/overlap?ids=${SEGMENT},01900000-0000-7000-8000-0000000000d1`,
  '/settings/programme',
  '/settings/holidays',
  '/settings/member-attributes',
  '/settings/adjustments',
];

const softly = expect.configure({ soft: true });

/** Every screen passes axe, in three languages and both themes, and fits a telephone. */
for (const { locale, scheme } of [
  { locale: 'ru', scheme: 'light' },
  { locale: 'kk', scheme: 'dark' },
  { locale: 'en', scheme: 'dark' },
] as const) {
  test(`screens in ${locale}, ${scheme}, are accessible and fit 360 px`, async ({ browser }) => {
    // Some thirty screens, each looked at twice.
    test.setTimeout(240_000);
    const { demo } = runningStack();
    const [administrator] = demo.staff;
    const context = await browser.newContext({ locale, colorScheme: scheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.addInitScript((value) => window.localStorage.setItem('mantine-color-scheme-value', value), scheme);
    await page.goto(`${demo.webUrl}/${locale}/sign-in`);
    await page
      .locator('input[type="email"], input[name="email"]')
      .first()
      .fill(administrator?.email ?? '');
    await page
      .locator('input[type="password"]')
      .first()
      .fill(administrator?.password ?? '');
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    for (const screen of [...SCREENS, `/members/${demo.member?.id}`]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${demo.webUrl}/${locale}${screen}`);
      await expect(page.locator('h1').first()).toBeVisible();
      // Rows that wait for newer ones are dimmed meanwhile: what is wrong with a screen stays wrong.
      const faults = async () =>
        (await new AxeBuilder({ page }).analyze()).violations.map(
          ({ id, nodes }) => `${screen || '/'} ${id}: ${nodes[0]?.html.slice(0, 160)}`,
        );
      await softly.poll(faults).toEqual([]);
      await page.setViewportSize({ width: 360, height: 780 });
      // Charts take a moment to follow the window.
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(overflow, `${screen || '/'} fits 360 px`).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}
