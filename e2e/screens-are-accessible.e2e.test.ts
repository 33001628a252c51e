import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
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
  '/reports',
  '/reports/sales',
  '/reports/cohorts',
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
  '/metrics/store',
  '/settings/member-attributes',
  '/settings/adjustments',
];

const softly = expect.configure({ soft: true });

interface Visitor {
  locale: 'ru' | 'kk' | 'en';
  scheme: 'light' | 'dark';
}

/** Every screen passes axe, in three languages and both themes, and fits a telephone. */
for (const visitor of [
  { locale: 'ru', scheme: 'light' },
  { locale: 'kk', scheme: 'dark' },
  { locale: 'en', scheme: 'dark' },
] as const) {
  test(`screens in ${visitor.locale}, ${visitor.scheme}, are accessible and fit 360 px`, async ({ browser }) => {
    // Some thirty screens, each looked at twice.
    test.setTimeout(240_000);
    const page = await enter(browser, visitor);
    const { demo } = runningStack();
    for (const screen of [...SCREENS, `/members/${demo.member?.id}`]) await look(page, `/${visitor.locale}${screen}`);
    await page.context().close();
  });
}

test('every report is accessible and fits 360 px', async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await enter(browser, { locale: 'ru', scheme: 'dark' });
  await page.goto(`${runningStack().demo.webUrl}/ru/reports`);
  const links = page.getByRole('main').locator('a[href*="/reports/"]');
  await expect(links.first()).toBeVisible();
  const reports = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(reports.length).toBeGreaterThan(20);
  for (const report of reports) await look(page, report, 'main');
  await page.context().close();
});

/** Signs the administrator in; answers a page of theirs. */
async function enter(browser: Browser, { locale, scheme }: Visitor): Promise<Page> {
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
  return page;
}

/** Looks at a screen on a desk and on a telephone; `part` where the rest of it is looked at elsewhere. */
async function look(page: Page, path: string, part?: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${runningStack().demo.webUrl}${path}`);
  await expect(page.locator('h1').first()).toBeVisible();
  const axe = () => (part === undefined ? axeOf(page) : axeOf(page).include(part));
  // Rows that wait for newer ones are dimmed meanwhile: what is wrong with a screen stays wrong.
  const faults = async () =>
    (await axe().analyze()).violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  await softly.poll(faults).toEqual([]);
  await page.setViewportSize({ width: 360, height: 780 });
  // Charts take a moment to follow the window.
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, `${path} fits 360 px`).toBeLessThanOrEqual(0);
}

/** All its rules; of what passes nothing is written down. Only a page with frames needs its parts put together. */
function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(page.frames().length === 1);
}
