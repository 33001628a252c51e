// npm test -- restored: a base backup while tills sell, then the database is lost with what was not archived yet. Restored, the stack
// goes on; `adal ledger reconcile-stream` names what is missing, tills send their journals again, and every paper must agree.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as local from '@adal/local';
import { openChain, staffOf } from './chaos/chain.ts';
import { judge } from './chaos/judge.ts';
import { openTrial, TRIED_STACK, verdictOf } from './chaos/trial.ts';
import { JournalTill } from './restore/till.ts';

const TILLS = 8;
/** Sales go on so long before the backup, from it to the last archived piece of the log, and from there to the loss. */
const PHASE_MS = 2_000;
/** Consumers lag a little behind the moment that is restored. */
const MARGIN_MS = 10_000;
const PORTS = ['web', 'gateway', 'smtp', 'mail', 'postgres', 'nats', ...local.SUBGRAPHS];

const trial = openTrial('restore');
const { dataDir, signal } = trial;
const [wal, backup] = [join(dataDir, 'wal'), join(dataDir, 'backup')];
// The same addresses before and after: tills know no others.
for (const name of PORTS) process.env[`${name.toUpperCase()}_PORT`] = `${await local.freePort()}`;
let stack = await start();
await trial.end(run, () => stack.stop());

function start(): Promise<local.Stack> {
  return local.startStack({
    ...TRIED_STACK,
    ...{ dataDir, signal, ports: 'default', durable: false, walArchive: wal },
  });
}

async function run(): Promise<boolean> {
  const chain = await openChain(stack, 1, TILLS);
  const tills = Array.from({ length: TILLS }, (_, number) => new JournalTill(chain, number));
  const since = new Date(Date.now() - MARGIN_MS);
  const selling = Promise.all(tills.map((till) => till.sellUntilSilence()));
  await sleep(PHASE_MS);
  await timed('Base backup while tills sell', local.backUpLocal(dataDir, backup));
  await sleep(PHASE_MS);
  await archiveUpToNow();
  await sleep(PHASE_MS);
  await loseDatabase();
  await selling;
  await timed('Data directory restored', local.restoreBackup({ from: backup, wal, to: join(dataDir, 'postgres') }));
  await rewind(since);
  stack = await timed('Log played and everything started', start());
  local.writeDemoFile({ root: local.repoRoot(), dataDir, urls: stack.urls, admin: stack.admin, onLine: () => {} });
  const before = await adal('ledger', 'reconcile-stream', '--since', since.toISOString());
  await timed('Journals sent again', Promise.all(tills.map((till) => till.replay())));
  const faults = [
    ...(before.code === 1 && before.said.includes('missing sale') ? [] : [`Nothing was missed: ${before.said}`]),
    ...(await faultsOf('ledger', 'reconcile-stream', '--since', since.toISOString())),
    ...(await faultsOf('ledger', 'verify')),
    ...(await judge(await staffOf(stack), {
      receipts: tills.flatMap((till) => till.receipts),
      complaints: tills.flatMap((till) => till.complaints),
      counts: { deeds: 0, cancelled: 0, echoes: 0 },
    })),
  ];
  const sum = (of: (till: JournalTill) => number): number => tills.reduce((total, till) => total + of(till), 0);
  console.log(
    `${sum((till) => till.receipts.length)} sales; lost with the database ${sum((till) => till.lost)} sales and returns, ` +
      `named from the stream ${before.said.match(/^missing/gm)?.length ?? 0}, booked again ${sum((till) => till.booked)}.`,
  );
  return verdictOf(faults, {
    sound: '0 lost, 0 doubled; the ledger and its chain verify; papers, analytics and messages agree.',
    faulty: 'the same again: npm test -- restored',
  });
}

/** What `archive_timeout` does every minute. */
async function archiveUpToNow(): Promise<void> {
  const piece = await local.withClient(local.localAdminUrl(dataDir), async (client) => {
    const { rows } = await client.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file');
    return rows[0]?.file ?? '';
  });
  while (!existsSync(join(wal, piece))) await sleep(50);
}

/** Tills are cut off in the middle; of the log remains what was archived by then, of the database nothing. */
async function loseDatabase(): Promise<void> {
  const archived = new Set(readdirSync(wal));
  await stack.kill('gateway');
  await stack.stop();
  for (const piece of readdirSync(wal)) if (!archived.has(piece)) rmSync(join(wal, piece));
  renameSync(join(dataDir, 'postgres'), join(dataDir, 'postgres-lost'));
}

async function rewind(since: Date): Promise<void> {
  const nats = await local.startNats({ storeDir: join(dataDir, 'nats'), port: Number(process.env['NATS_PORT']) });
  const { code, said } = await adal('events', 'rewind', '--since', since.toISOString());
  await nats.stop();
  if (code !== 0) throw new Error(said);
}

async function faultsOf(...command: string[]): Promise<string[]> {
  const { code, said } = await adal(...command);
  return code === 0 ? [] : [`adal ${command.join(' ')}: ${said}`];
}

function adal(...command: string[]): Promise<{ code: number; said: string }> {
  const script = join(local.repoRoot(), 'packages', 'cli', 'dist', 'main.js');
  const env = { ...process.env, ADAL_DATA: dataDir, NATS_URL: `nats://127.0.0.1:${process.env['NATS_PORT']}` };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...command], { env }, (error, out, err) => {
      resolve({ code: error ? 1 : 0, said: `${out}${err}` });
    });
  });
}

async function timed<T>(what: string, work: Promise<T>): Promise<T> {
  const startedMs = Date.now();
  const result = await work;
  console.log(`${what}: ${((Date.now() - startedMs) / 1000).toFixed(1)} s.`);
  return result;
}
