import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemo, repoRoot, startStack } from '@adal/local';

const DEMO_MEMBERS = 200;

/** Starts the built services on free ports with a small demo chain, for all stories; answers how to stop them. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'adal-e2e-'));
  chmodSync(dataDir, 0o755);
  const stack = await startStack({ dataDir, durable: false });
  const stop = async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { urls, admin } = stack;
    const onLine = stack.logs.lineOf('demo');
    const demo = await loadDemo(
      { root: repoRoot(), dataDir, urls, admin, members: DEMO_MEMBERS, onLine },
      new AbortController().signal,
    );
    process.env['ADAL_E2E'] = JSON.stringify({ demo, urls, dataDir });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
