import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { freePort } from './ports';
import { postgresHome, type PostgresHome } from './postgres-binaries';
import { guard, runProcess, type Running } from './run-process';
import { archiveSettings, makeArchive } from './wal-archive';

export interface PostgresOptions {
  dataDir: string;
  /** 0 or absent: a free one. */
  port?: number;
  /** Databases to have, each owned by a role of the same name. */
  databases?: readonly string[];
  /** false gives up safety against power cuts for speed: for tests. */
  durable?: boolean;
  /** Every finished piece of the write-ahead log is copied to this folder, for backups. */
  walArchive?: string;
  /** Beside and instead of ours, as `name=value`. */
  settings?: readonly string[];
  onLine?: (line: string) => void;
}

export interface Postgres extends Running {
  readonly port: number;
  /** The superuser's URL, without a database of its own. */
  readonly adminUrl: string;
  /** The URL of one of `databases`, as its owner. */
  urlOf(database: string): string;
}

const SUPERUSER = 'adal';
const PASSWORD_FILE = 'adal.password';
const START_WITHIN_MS = 60_000;
const START_ATTEMPTS = 10;

/** Starts the packaged Postgres on 127.0.0.1, making the cluster and its databases the first time. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const home = postgresHome(options.dataDir);
  if (!existsSync(join(home.dataDir, 'PG_VERSION'))) makeCluster(home, options.durable ?? true);
  if (options.walArchive !== undefined) makeArchive(options.walArchive, home);
  const password = passwordOf(home.dataDir);
  const { port, running } = await startUntilReady(home, options);
  const postgres: Postgres = {
    ...running,
    port,
    adminUrl: adminUrlOf(home.dataDir, port),
    urlOf: (database) => `postgres://${database}:${password}@127.0.0.1:${port}/${database}`,
  };
  for (const database of options.databases ?? []) await ensureDatabase(postgres.adminUrl, database, password);
  return postgres;
}

/** The superuser's URL of a cluster that we made. */
export function adminUrlOf(dataDir: string, port: number): string {
  return `postgres://${SUPERUSER}:${passwordOf(dataDir)}@127.0.0.1:${port}/postgres`;
}

function passwordOf(dataDir: string): string {
  return readFileSync(join(dataDir, PASSWORD_FILE), 'utf8').trim();
}

/** Made beside its place and moved there when complete: an interrupted first start leaves nothing half made. */
function makeCluster({ bin, dataDir, user }: PostgresHome, durable: boolean): void {
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(tmpdir(), `adal-${randomBytes(6).toString('hex')}.password`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  const [command = '', ...args] = [
    ...(user ? guard('SIGTERM', user) : []),
    join(bin, 'initdb'),
    ...[`--pgdata=${fresh}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(fresh, PASSWORD_FILE), password, { mode: 0o600 });
  mkdirSync(dirname(dataDir), { recursive: true });
  renameSync(fresh, dataDir);
}

/**
 * Tries again when a free port was lost to somebody else, and while the backends of a killed Postgres are still letting
 * go of its shared memory.
 */
async function startUntilReady(
  home: PostgresHome,
  options: PostgresOptions,
): Promise<{ port: number; running: Running }> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port || (await freePort());
    const lines: string[] = [];
    const outcome = await startOnce(home, options, port, lines);
    if (typeof outcome !== 'string') return { port, running: outcome };
    const passing = options.port ? /shared memory block|lock file/ : /shared memory block|lock file|in use/;
    if (attempt === START_ATTEMPTS || !passing.test(lines.join('\n')))
      throw new Error(`Postgres did not start in ${home.dataDir} (${outcome}):\n${lines.slice(-5).join('\n')}`);
    await sleep(300);
  }
}

async function startOnce(
  { bin, dataDir, user }: PostgresHome,
  { durable = true, walArchive, settings = [], onLine = () => {} }: PostgresOptions,
  port: number,
  lines: string[],
): Promise<Running | string> {
  const ready = Promise.withResolvers<void>();
  const running = runProcess({
    command: join(bin, 'postgres'),
    args: [
      '-D',
      dataDir,
      ...[...settingsOf(port, durable, walArchive), ...settings].flatMap((setting) => ['-c', setting]),
    ],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    ...(user ? { user } : {}),
    // Its fast shutdown, in both cases: clients are cut off, nothing is lost.
    stopSignal: 'SIGINT',
    deathSignal: 'SIGINT',
    onLine: (line) => {
      if (lines.push(line) > 50) lines.shift();
      if (line.includes('ready to accept connections')) ready.resolve();
      onLine(line);
    },
  });
  const late = sleep(START_WITHIN_MS, 'too slow', { ref: false });
  const failure = await Promise.race([ready.promise, running.exited, late]);
  if (typeof failure !== 'string') return running;
  await running.stop();
  return failure;
}

function settingsOf(port: number, durable: boolean, walArchive: string | undefined): string[] {
  // Without fsync commits still reach the system's cache: a kill -9 loses nothing, only a power cut would.
  const safety = durable ? [] : ['fsync=off', 'full_page_writes=off'];
  return [
    ...safety,
    ...[`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'],
    ...['shared_buffers=256MB', 'max_wal_size=2GB', 'max_wal_senders=0', 'jit=off'],
    ...(walArchive === undefined ? ['wal_level=minimal'] : archiveSettings(walArchive)),
    ...['random_page_cost=1.1', 'timezone=UTC', 'log_checkpoints=off', 'log_line_prefix='],
  ];
}

async function ensureDatabase(adminUrl: string, name: string, password: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    if (role.rowCount === 0)
      await client.query(`create role ${escapeIdentifier(name)} login password ${escapeLiteral(password)}`);
    const database = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (database.rowCount === 0)
      await client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(name)}`);
  });
}

/** One connection for one piece of administration. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
