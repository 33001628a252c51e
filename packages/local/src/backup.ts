import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { adminUrlOf, withClient } from './postgres';
import { postgresHome } from './postgres-binaries';
import { restoreCommand } from './wal-archive';

export interface RestoreOptions {
  /** A base backup. */
  from: string;
  /** The folder the write-ahead log was copied to. */
  wal: string;
  /** The new data directory: `postgres` in the data folder of a stack. */
  to: string;
  /** RFC 3339: nothing that was committed later comes back; everything that was archived when absent. */
  until?: string;
}

/** Folders whose contents belong to the running server and not to its data. */
const CONTENTS_LEFT_OUT = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
]);
const LEFT_OUT = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|.*\.signal)$/;

/**
 * Copies the data directory of a running Postgres on this machine, by its low-level backup API; sales go on. What was
 * written meanwhile is in the write-ahead log, so a backup without its archive is worth nothing, and none is made.
 */
export async function backUp(adminUrl: string, out: string): Promise<void> {
  if (existsSync(out)) throw new Error(`${out} exists: each backup has a folder of its own.`);
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ dir: string; archives: boolean }>(
      `select current_setting('data_directory') as dir, current_setting('archive_mode') <> 'off' as archives`,
    );
    const [{ dir, archives } = { dir: '', archives: false }] = rows;
    if (!archives) throw new Error('Postgres keeps no archive of its log: start it with WAL_ARCHIVE=<folder>.');
    if (readdirSync(join(dir, 'pg_tblspc')).length > 0) throw new Error('Tablespaces: take pg_basebackup.');
    const unfinished = `${out}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await client.query(`select pg_backup_start('adal', fast => true)`);
    await copyTree(dir, unfinished);
    // Answers once the log up to here is in the archive.
    const stopped = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()');
    await writeFile(join(unfinished, 'backup_label'), stopped.rows[0]?.labelfile ?? '');
    await rename(unfinished, out);
  });
}

/** The same for the stack that runs on this data folder. */
export async function backUpLocal(dataDir: string, out: string): Promise<void> {
  await backUp(localAdminUrl(dataDir), resolve(out));
}

/** The superuser's URL of the stack that runs on this data folder. */
export function localAdminUrl(dataDir: string): string {
  const { dataDir: cluster } = postgresHome(resolve(dataDir, 'postgres'));
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) throw new Error(`No Postgres runs on ${cluster}.`);
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  return adminUrlOf(cluster, port);
}

/** Prepares a new data directory; Postgres plays the log when it starts on it, and then is open. */
export async function restoreBackup({ from, wal, to, until }: RestoreOptions): Promise<void> {
  if (!existsSync(join(from, 'backup_label'))) throw new Error(`${from} is no finished backup.`);
  if (!existsSync(wal)) throw new Error(`There is no archive in ${wal}.`);
  const { dataDir, user } = postgresHome(resolve(to));
  if (existsSync(dataDir)) throw new Error(`${dataDir} exists: a restore never overwrites.`);
  const unfinished = `${dataDir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(dirname(dataDir), { recursive: true });
  await copyTree(from, unfinished, new Set());
  await copyFile(join(from, 'backup_label'), join(unfinished, 'backup_label'));
  const recovery = [
    `restore_command = ${literal(restoreCommand(resolve(wal)))}`,
    ...(until === undefined ? [] : untilSettings(until)),
  ];
  appendFileSync(join(unfinished, 'postgresql.auto.conf'), `${recovery.join('\n')}\n`);
  await writeFile(join(unfinished, 'recovery.signal'), '');
  if (user) await giveTree(unfinished, user.uid, user.gid);
  await rename(unfinished, dataDir);
}

/** With the offset in figures: names of zones are not known yet when Postgres reads this. */
function untilSettings(until: string): string[] {
  const time = new Date(until).toISOString().replace('Z', '+00');
  return [`recovery_target_time = ${literal(time)}`, `recovery_target_action = 'promote'`];
}

/** Files may vanish while they are copied, and change: the log repairs that. */
async function copyTree(from: string, to: string, hollow: ReadonlySet<string> = CONTENTS_LEFT_OUT): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o700);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && hollow.has(entry.name)) await mkdir(target, { mode: 0o700 });
    else if (entry.isDirectory()) await copyTree(source, target, hollow);
    else await copyFile(source, target).catch(unlessGone);
  }
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function giveTree(path: string, uid: number, gid: number): Promise<void> {
  await chown(path, uid, gid);
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true }))
    await chown(join(entry.parentPath, entry.name), uid, gid);
}

/** A string in a configuration file of Postgres. */
function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
