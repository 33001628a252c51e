import { chownSync, mkdirSync } from 'node:fs';
import type { PostgresHome } from './postgres-binaries';

/** What is lost at most with the machine: a piece of the log is finished this often, full or not. */
const TIMEOUT_S = 60;

/** The folder, for the user Postgres runs as. */
export function makeArchive(dir: string, { user }: PostgresHome): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (user) chownSync(dir, user.uid, user.gid);
}

/** A piece that is there already is compared, never overwritten: after a crash Postgres may hand it over again. */
export function archiveSettings(dir: string): string[] {
  const file = `${quote(dir)}/%f`;
  const copy = `if [ -f ${file} ]; then cmp -s "%p" ${file}; else cp "%p" ${file}.part && mv ${file}.part ${file}; fi`;
  return ['wal_level=replica', 'archive_mode=on', `archive_timeout=${TIMEOUT_S}`, `archive_command=${copy}`];
}

/** What Postgres runs to get a piece back. */
export function restoreCommand(dir: string): string {
  return `cp ${quote(dir)}/%f "%p"`;
}

/** For the shell, past Postgres, to which a percent sign begins a placeholder. */
function quote(path: string): string {
  return `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
}
