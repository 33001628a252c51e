import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'adal-test-';
const own: string[] = [];

/** A folder named after this process, so that a later run can tell whose it was. Open to the user Postgres runs as. */
export function throwawayDir(): string {
  const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(dir, 0o755);
  own.push(dir);
  return dir;
}

/** Removes what this process made. */
export function removeOwn(): void {
  for (const dir of own.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** Removes the folders of runs that were killed before they could clean up. */
export function removeLeftovers(): void {
  const leftovers = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX) && !isAlive(ownerOf(name)));
  for (const name of leftovers) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

function ownerOf(name: string): number {
  return Number(name.slice(PREFIX.length).split('-')[0]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
