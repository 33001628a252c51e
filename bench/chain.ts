import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayClient } from '@adal/cli';
import { loadDemo, repoRoot, startStack, SUBGRAPHS, type DemoFile, type ServiceName, type Stack } from '@adal/local';

/** The built services but the web, with the demo chain, on free ports. */
export interface Chain {
  readonly dataDir: string;
  readonly stack: Stack;
  readonly demo: DemoFile;
  /** Asks as the administrator. */
  readonly client: GatewayClient;
  /** Of a till. */
  readonly headers: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts it, with so many card holders and their year of receipts, and what else is named. */
export async function startChain(
  members: number,
  env: Record<string, string> = {},
  more: readonly ServiceName[] = [],
): Promise<Chain> {
  const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
  chmodSync(dataDir, 0o755);
  const services = [...SUBGRAPHS, 'gateway' as const, ...more];
  const stack = await startStack({ dataDir, services, env: { LOG_LEVEL: 'warn', RATE_PARTNER: '100000', ...env } });
  const stop = async (): Promise<void> => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const said: string[] = [];
  try {
    const { urls, admin } = stack;
    const options = { root: repoRoot(), dataDir, urls, admin, members, onLine: (line: string) => said.push(line) };
    const demo = await loadDemo(options, new AbortController().signal);
    const client = new GatewayClient({ url: urls.graphql, ...admin });
    return { dataDir, stack, demo, client, headers: { authorization: `Bearer ${demo.partnerKey}` }, stop };
  } catch (error) {
    await stop();
    throw new Error(['The demo chain was not loaded.', ...said.slice(-5)].join('\n'), { cause: error });
  }
}
