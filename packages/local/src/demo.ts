import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceSpec } from './keep-alive';
import { startNodeService } from './node-service';
import type { Running } from './run-process';

/** What `.data/demo.json` holds: where everything is and who can sign in. */
export interface DemoFile {
  gatewayUrl: string;
  webUrl: string;
  staff: { email: string; password: string; role: string }[];
  partnerKey?: string;
  member?: { id: string; cardNumber: string };
  till?: { storeId: string; tillId: string; skus: { sku: string; price: string }[] };
}

export interface DemoOptions {
  root: string;
  dataDir: string;
  urls: { graphql: string; web: string };
  admin: { email: string; password: string };
  onLine: (line: string) => void;
}

/**
 * The demo chain belongs to the `adal` command: `adal demo --load` fills an empty installation and adds what it made to
 * the demo file; `adal demo --simulate` buys through the gateway until it is stopped. Both are told where by GATEWAY_URL,
 * ADMIN_EMAIL, ADMIN_PASSWORD and DEMO_FILE.
 */
export async function loadDemo(options: DemoOptions, signal: AbortSignal): Promise<void> {
  const running = await runDemoCommand('--load', options, signal);
  signal.addEventListener('abort', () => void running.stop(), { once: true });
  const reason = await running.exited;
  if (reason !== 'exit code 0') throw new Error(`adal demo --load ended with ${reason}`);
}

/** The till simulator as a service. */
export function simulator(options: DemoOptions): ServiceSpec {
  return { name: 'simulator', needs: [], start: (signal) => runDemoCommand('--simulate', options, signal) };
}

export function canRunDemo(root: string): boolean {
  return existsSync(scriptOf(root));
}

function runDemoCommand(
  flag: string,
  { root, dataDir, urls, admin, onLine }: DemoOptions,
  signal: AbortSignal,
): Promise<Running> {
  const env = {
    GATEWAY_URL: urls.graphql,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    DEMO_FILE: demoFileIn(dataDir),
  };
  return startNodeService(
    { script: ['--enable-source-maps', scriptOf(root), 'demo', flag], cwd: root, env, onLine },
    signal,
  );
}

function scriptOf(root: string): string {
  return join(root, 'packages', 'cli', 'dist', 'main.js');
}

export function demoFileIn(dataDir: string): string {
  return join(dataDir, 'demo.json');
}

/** Writes today's addresses and the first administrator into the demo file, keeping what the demo put there. */
export function writeDemoFile({ dataDir, urls, admin }: DemoOptions): DemoFile {
  const file = demoFileIn(dataDir);
  const known = readDemoFile(dataDir);
  const administrator = { ...admin, role: 'administrator' };
  const demo: DemoFile = { staff: [administrator], ...known, gatewayUrl: urls.graphql, webUrl: urls.web };
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return demo;
}

export function readDemoFile(dataDir: string): DemoFile | undefined {
  const file = demoFileIn(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoFile) : undefined;
}
