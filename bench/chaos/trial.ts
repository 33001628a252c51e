import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUBGRAPHS, type ServiceName } from '@adal/local';

/** A stack that tills may ask as often as they like. */
export const TRIED_STACK: { services: ServiceName[]; env: Record<string, string> } = {
  services: [...SUBGRAPHS, 'gateway'],
  env: { LOG_LEVEL: 'warn', RATE_PARTNER: '100000', RATE_STAFF: '1000', RATE_ANONYMOUS: '1000' },
};
const FAULTS_SHOWN = 20;

/** A place of its own for a stack that is put to the test, and its end. */
export interface Trial {
  readonly dataDir: string;
  /** Somebody interrupts. */
  readonly signal: AbortSignal;
  /** Runs it to its verdict or to an interruption, stops the stack, leaves nothing behind; the process exits 1 unless the verdict is true. */
  end(run: () => Promise<boolean>, stop: () => Promise<unknown>): Promise<never>;
}

/** Opens it. */
export function openTrial(name: string): Trial {
  const dataDir = mkdtempSync(join(tmpdir(), `adal-${name}-`));
  // Postgres runs as another user when the tests run as root.
  chmodSync(dataDir, 0o755);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  process.once('disconnect', () => interrupted.abort());
  const { signal } = interrupted;
  return {
    dataDir,
    signal,
    end: async (run, stop) => {
      try {
        const over = new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('Interrupted'))),
        );
        signal.throwIfAborted();
        process.exitCode = (await Promise.race([run(), over])) ? 0 : 1;
      } finally {
        await stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
      process.exit();
    },
  };
}

/** Says the first faults, then the verdict; true when there are none. */
export function verdictOf(faults: readonly string[], verdicts: { sound: string; faulty: string }): boolean {
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(`✗ ${fault}`);
  console.log(faults.length === 0 ? verdicts.sound : `${faults.length} faults; ${verdicts.faulty}`);
  return faults.length === 0;
}
