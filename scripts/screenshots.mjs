// npm run screenshots: pictures of the running stack's screens for docs/screenshots, with the browser the tests use.
/* global window */
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './lib/browser.mjs';
import { main, root } from './lib/run.mjs';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 780 };

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
    const receipt = await firstLink(page, go, '/receipts');
    const promotion = await firstLink(page, go, '/promotions');
    const screens = {
      overview: '',
      members: '/members',
      member: `/members/${demo.member.id}`,
      receipts: '/receipts',
      receipt,
      promotions: '/promotions',
      promotion,
      messages: '/messages',
      metrics: '/metrics',
      imports: '/imports',
      books: '/books',
      liability: '/books/liability?days=365',
      check: '/books/check',
      limits: '/limits',
      adjustments: '/adjustments?view=all',
      programme: '/settings/programme',
    };
    for (const [name, where] of Object.entries(screens)) {
      if (where === null) continue;
      await go(where);
      await shot(page, variant ? `${name}-${variant}` : name);
    }
    await context.close();
  };
  await visit('', { locale: 'en', scheme: 'light', viewport: WIDE });
  await visit('ru-dark', { locale: 'ru', scheme: 'dark', viewport: WIDE });
  await visit('kk-narrow', { locale: 'kk', scheme: 'light', viewport: NARROW });
  await browser.close();
  return 0;
});

async function signIn(page, go, { email, password }) {
  await go('/sign-in');
  await page.locator('input[name="email"], input[type="email"]').first().fill(email);
  await page.locator('input[type="password"]').first().fill(password);
  await page.locator('button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
}

/** Where the first row of a list leads, without its language. */
async function firstLink(page, go, where) {
  await go(where);
  const link = page.locator('main table tbody a').first();
  await link.waitFor({ timeout: 15_000 }).catch(() => undefined);
  const href = await link.getAttribute('href').catch(() => null);
  return href?.replace(/^\/(ru|kk|en)(?=\/)/, '') ?? null;
}
