import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

interface Browser {
  executablePath: string;
  env: Record<string, string>;
}

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** The stories: one stack for all of them, started in global-setup.ts; each brings its own members and receipts. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.test.ts',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'ru',
    timezoneId: 'Asia/Almaty',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(),
  },
});

/** `npm test` found or unpacked a browser and noted where; gateway stories need none. */
function launchOptions() {
  const record = join(__dirname, '..', '.cache', 'browser.json');
  if (!existsSync(record)) return {};
  const { executablePath, env } = JSON.parse(readFileSync(record, 'utf8')) as Browser;
  return { executablePath, args: FLAGS, env: { ...process.env, ...env } as Record<string, string> };
}
