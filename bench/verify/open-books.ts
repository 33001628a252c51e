import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@adal/local';
import { openLedger, type LedgerInProcess } from '../confirm/ledger-in-process.ts';

/** A ledger on a Postgres of its own; all is gone when the work is done. */
export async function withBooks(work: (ledger: LedgerInProcess) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), databases: ['adal_ledger'] });
  const ledger = await openLedger(postgres.urlOf('adal_ledger'), 4);
  try {
    await work(ledger);
  } finally {
    await ledger.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
