import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceSpec } from './keep-alive';
import { startNodeService } from './node-service';
import type { Running } from './run-process';

/** What `.data/demo.json` holds: where GraphQL and the web answer, who can sign in, and what a till can sell. */
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
  urls: { graphql: string; web: string; nats: string };
  admin: { email: string; password: string };
  /** Card holders of the demo chain; the command's own number when absent. */
  members?: number;
  onLine: (line: string) => void;
}

/** Fills an empty installation with the demo chain; `adal demo` adds what it made to the demo file. */
export async function loadDemo(options: DemoOptions, signal: AbortSignal): Promise<DemoFile> {
  writeDemoFile(options);
  const size = options.members === undefined ? [] : ['--members', `${options.members}`];
  const running = await runDemoCommand(size, options, signal);
  signal.addEventListener('abort', () => void running.stop(), { once: true });
  const reason = await running.exited;
  if (reason !== 'exit code 0') throw new Error(`adal demo ended with ${reason}`);
  return writeDemoFile(options);
}

/** Tills that keep buying through the gateway, as a service. */
export function liveTills(options: DemoOptions): ServiceSpec {
  return { name: 'tills', needs: [], start: (signal) => runDemoCommand(['--live'], options, signal) };
}

export function isDemoLoaded(dataDir: string): boolean {
  return readDemoFile(dataDir)?.member !== undefined;
}

/** The command finds the gateway and the administrator in the demo file of ADAL_DATA. */
function runDemoCommand(flags: string[], options: DemoOptions, signal: AbortSignal): Promise<Running> {
  const { root, dataDir, urls, onLine } = options;
  const script = ['--enable-source-maps', join(root, 'packages', 'cli', 'dist', 'main.js'), 'demo', ...flags];
  return startNodeService({ script, cwd: root, env: { ADAL_DATA: dataDir, NATS_URL: urls.nats }, onLine }, signal);
}

/** Writes today's addresses and the first administrator into the demo file, keeping what the demo put there. */
export function writeDemoFile({ dataDir, urls, admin }: DemoOptions): DemoFile {
  const file = demoFileIn(dataDir);
  const administrator = { ...admin, role: 'ADMINISTRATOR' };
  const known = readDemoFile(dataDir);
  const demo: DemoFile = { staff: [administrator], ...known, gatewayUrl: urls.graphql, webUrl: urls.web };
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return demo;
}

function readDemoFile(dataDir: string): DemoFile | undefined {
  const file = demoFileIn(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoFile) : undefined;
}

function demoFileIn(dataDir: string): string {
  return join(dataDir, 'demo.json');
}
