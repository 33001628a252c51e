import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** What one run of pgbench says. */
export interface PgbenchRate {
  readonly perSecond: number;
  readonly averageMs: number;
}

/**
 * Makes runs of pgbench's default script on tables that are there already; null where pgbench is not installed (Debian has it in
 * postgresql-contrib).
 */
export function findPgbench(url: string): ((seconds: number, clients: number) => Promise<PgbenchRate>) | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...globSync('/usr/lib/postgresql/*/bin')];
  const program = folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path));
  if (!program) return null;
  const { hostname, port, username, password, pathname } = new URL(url);
  const server = ['--host', hostname, '--port', port, '--username', username, pathname.slice(1)];
  return async (seconds, clients) => {
    const options = ['--no-vacuum', '--client', `${clients}`, '--jobs', '2', '--time', `${seconds}`];
    const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) };
    const { stdout } = await promisify(execFile)(program, [...options, ...server], { env });
    const figure = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1]);
    return { perSecond: figure(/tps = ([\d.]+)/), averageMs: figure(/latency average = ([\d.]+)/) };
  };
}
