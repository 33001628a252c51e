import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { repoRoot } from '@adal/local';
import type { Chain } from '../chain.ts';

const SAMPLE_EVERY_MS = 500;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** What the browser showed of an export. */
export interface Exported {
  readonly seconds: number;
  /** Rows of the file without its header, and how many different members they name. */
  readonly rows: number;
  readonly members: number;
  readonly bytes: number;
  /** Different counts of rows written that stood on the screen. */
  readonly counts: number;
  /** Of the page's scripts, before and at its largest. */
  readonly heapMb: { readonly before: number; readonly most: number };
}

/** Exports a segment to a file on the disk as a marketer does, name and card among the columns. */
export async function exportInBrowser({ stack, demo }: Chain, segmentId: string): Promise<Exported> {
  const record = join(repoRoot(), '.cache', 'browser.json');
  if (!existsSync(record)) throw new Error('There is no browser yet: run a story first, npm test -- e2e reports');
  const { executablePath, env } = JSON.parse(readFileSync(record, 'utf8')) as {
    executablePath: string;
    env: Record<string, string>;
  };
  const profile = mkdtempSync(join(tmpdir(), 'adal-browser-'));
  const options = { executablePath, args: FLAGS, env: { ...process.env, ...env } as Record<string, string> };
  const context = await chromium.launchPersistentContext(profile, { ...options, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.addInitScript(chooseOwnFile);
    await signIn(page, `${stack.urls.web}/en`, demo.staff[0] ?? { email: '', password: '' });
    await page.goto(`${stack.urls.web}/en/segments/${segmentId}`);
    return await run(page);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Nobody is there to answer the browser's dialog: a file of the profile's own folder is chosen. */
function chooseOwnFile(): void {
  const showSaveFilePicker = async () =>
    (await navigator.storage.getDirectory()).getFileHandle('export.csv', { create: true });
  Object.assign(window, { showSaveFilePicker });
}

async function signIn(page: Page, base: string, { email, password }: { email: string; password: string }) {
  await page.goto(`${base}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
}

async function run(page: Page): Promise<Exported> {
  const devtools = await page.context().newCDPSession(page);
  const heapMb = async (): Promise<number> => (await devtools.send('Runtime.getHeapUsage')).usedSize / 1024 / 1024;
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export members' });
  await dialog.getByText('Name', { exact: true }).click();
  const before = await heapMb();
  const startedMs = performance.now();
  await dialog.getByRole('button', { name: 'Start' }).click();
  const counts = new Set<string>();
  let most = before;
  const over = dialog.getByText(/^(Done|The export broke off|Stopped)/);
  while (!(await over.isVisible())) {
    const said = await dialog
      .getByRole('status')
      .textContent({ timeout: SAMPLE_EVERY_MS })
      .catch(() => null);
    if (said !== null) counts.add(said.split(' of ')[0] ?? said);
    most = Math.max(most, await heapMb());
    await page.waitForTimeout(SAMPLE_EVERY_MS);
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  const ending = await over.textContent();
  if (!ending?.startsWith('Done')) throw new Error(ending ?? 'The export ended without a word.');
  return { seconds, ...(await page.evaluate(lookInto)), counts: counts.size, heapMb: { before, most } };
}

/** Reads the file that was written, in the page: the header, then a line for each member, its id first. */
async function lookInto(): Promise<{ rows: number; members: number; bytes: number }> {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle('export.csv');
  const file = await handle.getFile();
  const lines = (await file.text()).trimEnd().split('\r\n').slice(1);
  return {
    rows: lines.length,
    members: new Set(lines.map((line) => line.slice(0, line.indexOf(',')))).size,
    bytes: file.size,
  };
}
