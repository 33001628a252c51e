// npm run screenshots [-- name …]: pictures of the running stack's screens, all or those named, for docs/screenshots, with the
// browser the tests use.
/* global window */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, expect } from '@playwright/test';
import { ensureBrowser } from './lib/browser.mjs';
import { main, root } from './lib/run.mjs';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 780 };
/** Of the demo: fifteen per cent off women's shoes, sandals of next week, and leaflets with codes. */
const PROMOTION = '01900000-0000-7000-8000-000000000007';
const UPCOMING = '01900000-0000-7000-8000-000000000013';
const POOL = '01900000-0000-7000-8000-0000000000b2';
const SEGMENT = '01900000-0000-7000-8000-0000000000d2';
const SEGMENTS = ['d1', 'd2', 'd3'].map((end) => `01900000-0000-7000-8000-0000000000${end}`);

/** Eight conditions, in groups and as an opposite, as a segment is pasted. */
const EIGHT = {
  kind: 'ALL',
  of: [
    { kind: 'GENDER', in: ['FEMALE'] },
    { kind: 'AGE', from: 18, to: 45 },
    {
      kind: 'ANY',
      of: [
        { kind: 'CITY', in: ['Алматы'] },
        { kind: 'LANGUAGE', in: ['kk'] },
      ],
    },
    { kind: 'STATUS', in: ['ACTIVE'] },
    {
      kind: 'ANY',
      of: [
        { kind: 'REGISTERED', when: { kind: 'LAST_DAYS', days: 30 } },
        { kind: 'PURCHASES', of: {}, when: { kind: 'LAST_DAYS', days: 365 }, measure: 'RECEIPTS', from: 1, to: null },
      ],
    },
    { kind: 'NOT', of: { kind: 'ENROLLED_AT', in: ['SITE'] } },
  ],
};

/** Screens that are shown in other languages, widths and colours too. */
const inVariants = new Set([
  'overview',
  'member',
  'member-behaviour',
  'rfm',
  'receipts',
  'promotion',
  'constructor',
  'what-if',
  'gallery',
  'segment',
  'segment-builder',
  'segment-of-eight',
  'segment-export',
  'liability',
  'entries',
  'reports',
  'report-sales',
  'report-demography',
  'revenue-tree',
  'metrics',
]);

/** Screens that say little above the fold. */
const heights = new Map([['segment-of-eight', 1120]]);

/** What is done on a screen before its picture; found by place and not by words, which differ. */
const before = new Map(
  Object.entries({
    'what-if': async (page) => {
      await page.locator('main section').first().getByRole('button').last().click();
      await page.locator('main .recharts-surface').first().waitFor({ timeout: 60_000 });
    },
    launch: async (page) => {
      await page.locator('main button[data-variant="filled"]').last().click();
      await page.locator('[role="dialog"] form').waitFor();
    },
    'segment-export': async (page) => {
      await page.route('**/api/graphql', async (route) => {
        const asked = route.request().postDataJSON();
        // Halfway: the pages after the first stay away.
        if (asked.operationName === 'SegmentExportPage' && asked.variables.after !== null) return;
        await route.continue();
      });
      const start = page.locator('[role="dialog"] button').last();
      // A page that is not alive yet loses the click.
      await expect(async () => {
        await page.locator('main button').first().click({ timeout: 2_000 });
        await start.waitFor({ timeout: 5_000 });
      }).toPass({ timeout: 40_000 });
      await start.click();
      await page.locator('[role="dialog"] [role="progressbar"]:not([aria-valuenow="0"])').waitFor();
    },
  }),
);

/** What is left to be done after it. */
const after = new Map(
  Object.entries({
    'segment-export': (page) => page.locator('[role="dialog"] button').last().click(),
  }),
);

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

main(async () => {
  await ensureBrowser();
  const { executablePath, env } = JSON.parse(fs.readFileSync(path.join(root, '.cache', 'browser.json'), 'utf8'));
  const dataFolder = process.env.ADAL_DATA ?? path.join(root, '.data');
  const demo = JSON.parse(fs.readFileSync(path.join(dataFolder, 'demo.json'), 'utf8'));
  const folder = path.join(root, 'docs', 'screenshots');
  fs.mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, ...env },
  });
  const shot = async (page, name) => {
    await page.waitForLoadState('load');
    await page.waitForTimeout(2_500);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    console.log(`✓ ${name}`);
  };
  const visit = async (variant, { locale, scheme, viewport }) => {
    const context = await browser.newContext({ viewport, locale, colorScheme: scheme, timezoneId: 'Asia/Almaty' });
    const page = await context.newPage();
    await page.addInitScript((value) => window.localStorage.setItem('mantine-color-scheme-value', value), scheme);
    const go = (where) => page.goto(`${demo.webUrl}/${locale}${where}`);
    await signIn(page, go, demo.staff[0]);
    for (const [name, where] of Object.entries(await placesOf(page, go, demo, variant === ''))) {
      if (where === null || !isWanted(name) || (variant && !inVariants.has(name))) continue;
      await page.setViewportSize({ ...viewport, height: heights.get(name) ?? viewport.height });
      await go(where);
      await before.get(name)?.(page);
      await shot(page, variant ? `${name}-${variant}` : name);
      await after.get(name)?.(page);
    }
    await context.close();
  };
  await visit('', { locale: 'en', scheme: 'light', viewport: WIDE });
  await visit('ru-dark', { locale: 'ru', scheme: 'dark', viewport: WIDE });
  await visit('kk-narrow', { locale: 'kk', scheme: 'light', viewport: NARROW });
  await browser.close();
  return 0;
});

/** Where the screens are; what is not there is null. */
async function placesOf(page, go, demo, isWhole) {
  return {
    overview: '',
    members: '/members',
    member: `/members/${demo.member.id}`,
    'member-behaviour': `/members/${demo.member.id}?tab=behaviour`,
    rfm: '/rfm?grid=RECENCY_FREQUENCY&cells=3-2',
    receipts: '/receipts',
    receipt: await firstLink(page, go, '/receipts'),
    promotions: '/promotions',
    promotion: `/promotions/${PROMOTION}`,
    gallery: '/promotions/new',
    constructor: `/promotions/${PROMOTION}/edit`,
    launch: isWhole ? await draft(page, go) : null,
    'what-if': `/promotions/${UPCOMING}/what-if`,
    segments: '/segments',
    segment: `/segments/${SEGMENT}`,
    'segment-builder': `/segments/${SEGMENT}/edit`,
    'segment-of-eight': `/segments/new?definition=${encodeURIComponent(JSON.stringify(EIGHT))}`,
    'segment-export': await everybody(page, go),
    'segment-overlap': `/segments/overlap?ids=${SEGMENTS.join()}`,
    coupons: '/coupons',
    'coupon-pool': `/coupons/${POOL}`,
    catalogue: '/catalogue',
    holidays: '/settings/holidays',
    'member-attributes': '/settings/member-attributes',
    messages: '/messages',
    reports: '/reports',
    'report-sales': '/reports/sales?compare=PREVIOUS_PERIOD',
    'report-flow': '/reports/flow',
    'report-demography': '/reports/demography',
    'report-cohorts': '/reports/cohorts',
    'report-redemption': '/reports/redemption',
    'revenue-tree': '/reports/revenue-tree',
    metrics: '/metrics',
    metric: '/metrics/sales.revenue',
    imports: '/imports',
    books: '/books',
    entries: '/books/entries?account=AVAILABLE',
    liability: '/books/liability?days=365',
    check: '/books/check',
    limits: '/limits',
    adjustments: '/adjustments?view=all',
    programme: '/settings/programme',
  };
}

async function signIn(page, go, { email, password }) {
  await go('/sign-in');
  await page.locator('input[name="email"], input[type="email"]').first().fill(email);
  await page.locator('input[type="password"]').first().fill(password);
  await page.locator('button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
}

/** A draft to look at before its launch: one that is there, else a copy. */
async function draft(page, go) {
  const known = await firstLink(page, go, '/promotions?status=DRAFT');
  if (known !== null) return known;
  await go(`/promotions/new?copy=${PROMOTION}`);
  await page.locator('input[required]').first().waitFor();
  await page.keyboard.press('Control+S');
  await page.waitForURL(/\/edit$/);
  return pathOf(page.url()).replace(/\/edit$/, '');
}

/** A segment that is longer than a page of its export: one that is there, else a new one. */
async function everybody(page, go) {
  const known = await firstLink(page, go, '/segments?q=Активные участники');
  if (known !== null) return known;
  await go(`/segments/new?definition=${JSON.stringify({ kind: 'ALL', of: [{ kind: 'STATUS', in: ['ACTIVE'] }] })}`);
  await page.locator('[data-path="name"]').fill('Активные участники');
  await page.keyboard.press('Control+S');
  await page.waitForURL(/\/edit$/);
  return pathOf(page.url()).replace(/\/edit$/, '');
}

/** Where the first row of a list leads, without its language. */
async function firstLink(page, go, where) {
  await go(where);
  const link = page.locator('main table tbody a').first();
  await link.waitFor({ timeout: 15_000 }).catch(() => undefined);
  const href = await link.getAttribute('href').catch(() => null);
  return href === null ? null : pathOf(new URL(href, page.url()));
}

/** Without its language. */
const pathOf = (url) => new URL(url).pathname.replace(/^\/(ru|kk|en)(?=\/)/, '');
