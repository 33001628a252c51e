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

/** These kill, restore and flood what they run on: each starts a stack of its own. */
const OWN_STACK = ['every-mutation-keeps-its-contract', 'nothing-is-lost', 'restored-ledger-goes-on'].map(
  (story) => `${story}.e2e.test.ts`,
);

/**
 * The stories: one stack for all of them, started in global-setup.ts; each brings its own members and receipts, and they
 * follow one another, for what one launches changes what the next one pays. Those with their own stacks run beside them.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.test.ts',
  projects: [
    { name: 'demo chain', testIgnore: OWN_STACK, workers: 1 },
    { name: 'own stacks', testMatch: OWN_STACK, workers: 1 },
  ],
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'ru',
    timezoneId: 'Asia/Almaty',
    // What was done and asked for; pictures of every step cost a third of the time. `--trace on` takes them of a story alone.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
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
