import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

const LAST_WORDS_MS = 2_000;

/** A process that somebody must stop. */
export interface Running {
  readonly pid: number;
  /** Resolves with the reason ("exit code 1", "signal SIGKILL") once the process is gone; never rejects. */
  readonly exited: Promise<string>;
  /** Asks it to stop, waits for its time limit, then kills it. Safe to call twice. */
  stop(): Promise<void>;
  /** kill -9, for tests of crashes. */
  kill(): void;
}

export interface ProcessOptions {
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Run as this user; only root can. */
  user?: { uid: number; gid: number };
  /** What asks this program to stop in order. */
  stopSignal?: 'SIGTERM' | 'SIGINT';
  stopWithinMs?: number;
  /** What it gets when we die without a word. */
  deathSignal?: 'SIGKILL' | 'SIGINT';
  /** Gives a Node program a channel whose end tells it that we are gone, for systems without setpriv. */
  channel?: boolean;
  /** Leaves the processor to others that want it. */
  givesWay?: boolean;
  onLine?: (line: string) => void;
}

/**
 * Starts a program that cannot outlive us: on Linux the kernel signals it when this process dies, even by kill -9. It
 * leads its own process group, so Ctrl-C in a terminal reaches only us and we can stop things in order.
 */
export function runProcess(options: ProcessOptions): Running {
  const { stopSignal = 'SIGTERM', stopWithinMs = 10_000, deathSignal = 'SIGKILL', onLine = () => {} } = options;
  const [command = options.command, ...args] = [...guard(deathSignal, options.user), options.command, ...options.args];
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe', ...(options.channel ? (['ipc'] as const) : [])],
    detached: true,
  });
  if (options.givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', onLine);
  const exited = whenExited(child);
  return {
    pid: child.pid ?? -1,
    exited,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(stopSignal);
      const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** The setpriv call that ties a child's life to ours and, for root, drops to another user. Empty where there is none. */
export function guard(deathSignal: string, user?: { uid: number; gid: number }): string[] {
  if (!setprivWorks()) {
    if (user)
      throw new Error('Postgres refuses to run as root and setpriv (util-linux) is missing: run as another user.');
    return [];
  }
  const asUser = user ? ['--reuid', `${user.uid}`, '--regid', `${user.gid}`, '--clear-groups'] : [];
  return ['setpriv', ...asUser, '--pdeathsig', deathSignal.replace('SIG', ''), '--'];
}

let setprivFound: boolean | undefined;

function setprivWorks(): boolean {
  setprivFound ??= spawnSync('setpriv', ['--help'], { encoding: 'utf8' }).stdout?.includes('--pdeathsig') ?? false;
  return setprivFound;
}

function whenExited(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      killGroup(child.pid);
      const reason = signal ? `signal ${signal}` : `exit code ${code}`;
      // Its last words may still be on the way; whoever else holds the pipe is not waited for.
      const late = setTimeout(() => resolve(reason), LAST_WORDS_MS);
      child.once('close', () => {
        clearTimeout(late);
        resolve(reason);
      });
    });
  });
}

/** What the program itself started (a bundler's workers, say) goes with it. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody was left in the group.
  }
}
