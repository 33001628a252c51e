// The operator's import of receipts through the gateway, against the same lines put unchecked into one table of the same
// Postgres by the same client; then the same file again, which changes nothing.
import { join } from 'node:path';
import { runImport } from '@adal/cli';
import { startChain } from './chain.ts';
import { bareInsertRate } from './import/bare-insert.ts';
import { writeReceipts } from './import/write-receipts.ts';
import { report } from './report.ts';

const MEMBERS = 300;
const RECEIPTS = { receipts: 20_000, linesPerReceipt: 4 };
const LINES = RECEIPTS.receipts * RECEIPTS.linesPerReceipt;

const chain = await startChain(MEMBERS, { RATE_STAFF: '10000' });
const { client, dataDir, stack } = chain;

/** Lines a second; throws when a line was refused or a sum does not agree. */
async function importRate(file: string): Promise<number> {
  const startedMs = performance.now();
  const said: string[] = [];
  const options = { kind: 'receipts', file, dryRun: false, points: 'RECORD' } as const;
  const isClean = await runImport(client, { ...options, print: (line) => said.push(line) });
  if (!isClean || said.some((line) => line.includes('rejected.csv'))) throw new Error(said.join('\n'));
  return LINES / ((performance.now() - startedMs) / 1_000);
}

try {
  const file = join(dataDir, 'receipts.csv');
  await writeReceipts(file, client, RECEIPTS);
  const bare = await bareInsertRate(stack.databaseUrl('ledger'), file);
  const rates = [
    { what: `${LINES.toLocaleString('en')} receipt lines, new`, rate: await importRate(file), aim: '≥ 5,000 lines/s' },
    { what: 'the same file again', rate: await importRate(file), aim: '' },
  ];
  await report(
    'import',
    rates.map(({ what, rate, aim }) => ({
      what,
      ratio: `${(rate / bare).toFixed(2)} × lines/s inserted bare`,
      aim,
      figures: `${Math.round(rate).toLocaleString('en')} lines/s`,
    })),
  );
} finally {
  await chain.stop();
}
