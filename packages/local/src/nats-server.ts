import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of a nats-server: the one on PATH, else the one unpacked here before, else Debian's package unpacked into
 * `toolsDir` (nothing is installed into the system and no root is needed). Throws a sentence that says what to do.
 */
export function findNatsServer(toolsDir: string, say: (text: string) => void = () => {}): string {
  const unpacked = join(toolsDir, 'nats', 'usr', 'sbin', 'nats-server');
  const found = onPath('nats-server') ?? (existsSync(unpacked) ? unpacked : undefined);
  if (found) return found;
  if (onPath('apt-get') && onPath('dpkg')) {
    say('unpacking nats-server from Debian');
    if (unpackDebian(toolsDir)) return unpacked;
  }
  throw new Error(
    'NATS was not found: install nats-server (Debian: apt-get install nats-server; macOS: brew install nats-server) or set NATS_URL.',
  );
}

function onPath(program: string): string | undefined {
  const paths = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return paths.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** First with the package lists the system has, then with fresh ones of our own, which need no root. */
function unpackDebian(toolsDir: string): boolean {
  const work = join(toolsDir, 'nats.new');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'state', 'lists', 'partial'), { recursive: true });
  mkdirSync(join(work, 'cache', 'archives', 'partial'), { recursive: true });
  const ownLists = [
    '-o',
    `Dir::State=${work}/state`,
    '-o',
    'Dir::State::status=/var/lib/dpkg/status',
    '-o',
    `Dir::Cache=${work}/cache`,
  ];
  const run = (command: string, args: string[]) => execFileSync(command, args, { cwd: work, stdio: 'ignore' });
  const attempts = [
    () => run('apt-get', ['download', 'nats-server']),
    () => {
      run('apt-get', [...ownLists, 'update']);
      run('apt-get', [...ownLists, 'download', 'nats-server']);
    },
  ];
  if (!attempts.some(succeeds)) return false;
  const archive = readdirSync(work).find((file) => file.endsWith('.deb'));
  if (!archive) return false;
  run('dpkg', ['-x', archive, join(work, 'tree')]);
  renameSync(join(work, 'tree'), join(toolsDir, 'nats'));
  rmSync(work, { recursive: true, force: true });
  return true;
}

function succeeds(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
