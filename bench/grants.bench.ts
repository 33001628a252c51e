// Points given to 100,000 members in chunks of a thousand, as an opening balance or a campaign books them (a lot and an entry for
// each member, the event of each chunk, all of a chunk or nothing, once), against the same rows put unchecked into one table of the
// same Postgres by the same client.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importBalances } from '@adal/ledger/dist/features/opening-balances/import-balances.js';
import { startPostgres } from '@adal/local';
import { newId } from '@adal/service';
import { openLedger } from './confirm/ledger-in-process.ts';
import { bareInsertRate } from './import/bare-insert.ts';
import { report } from './report.ts';

const MEMBERS = 100_000;
const CHUNK = 1_000;
/** Chunks at once, as the operator's import sends them. */
const IN_FLIGHT = 3;

const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), databases: ['adal_ledger'] });
const ledger = await openLedger(postgres.urlOf('adal_ledger'), IN_FLIGHT);
await ledger.haveMembers(MEMBERS);
await ledger.context().db.query(
  `insert into member_key (kind, value, member_id)
    select 'EXTERNAL_ID', 'M' || row_number() over (order by id), id from member`,
);

/** Grants a second; throws when one was refused. */
async function grantRate(importId: string, landed: number): Promise<number> {
  const startedMs = performance.now();
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < MEMBERS) {
      const first = begun + 1;
      begun += CHUNK;
      const rows = Array.from({ length: CHUNK }, (_, n) => ({ line: first + n, values: [`M${first + n}`, '10.00'] }));
      const answer = await importBalances(ledger.context(), { importId, columns: ['member_id', 'points'], rows });
      if (answer.__typename !== 'ImportLanded' || answer.landed !== landed) throw new Error(JSON.stringify(answer));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return MEMBERS / ((performance.now() - startedMs) / 1_000);
}

try {
  const file = join(dataDir, 'grants.csv');
  writeFileSync(file, Array.from({ length: MEMBERS }, (_, n) => `M${n + 1},10.00\n`).join(''));
  const bare = await bareInsertRate(postgres.urlOf('adal_ledger'), file);
  const importId = newId();
  const rates = [
    { what: `points to ${MEMBERS.toLocaleString('en')} members, new`, rate: await grantRate(importId, CHUNK) },
    { what: 'the same again', rate: await grantRate(importId, 0) },
  ];
  await report(
    'grants',
    rates.map(({ what, rate }, index) => ({
      what,
      ratio: `${(rate / bare).toFixed(2)} × rows/s inserted bare`,
      aim: index === 0 ? '≥ 10,000 members/s' : '',
      figures: `${Math.round(rate).toLocaleString('en')} members/s`,
    })),
  );
} finally {
  await ledger.stop();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
