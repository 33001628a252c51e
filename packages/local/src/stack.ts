import { join, resolve } from 'node:path';
import type { Keys } from './keys';
import { openLogs, type Logs } from './logs';
import { planStack, SUBGRAPHS, type ServiceName, type StackPlan, type Subgraph } from './stack-plan';
import { stackServices } from './stack-services';
import { supervise, type Supervisor } from './supervisor';

export interface StackOptions {
  /** Everything the stack writes is in here. */
  dataDir: string;
  /** 'default' takes the fixed ports (or their variables), 'free' any free ones. */
  ports?: 'default' | 'free';
  /** Default: all. What these need comes with them. */
  services?: readonly ServiceName[];
  log?: 'pretty' | 'quiet';
  durable?: boolean;
  watch?: boolean;
  /** Where Postgres copies its write-ahead log to, for backups; else the variable WAL_ARCHIVE, else nowhere. */
  walArchive?: string;
  /** Forgets what `dataDir` holds, once it is sure that the stack can start. */
  reset?: boolean;
  env?: Record<string, string>;
  /** Interrupts the start and stops what has started; of no effect later. */
  signal?: AbortSignal;
}

export interface Stack {
  readonly urls: StackPlan['urls'];
  readonly keys: Keys;
  readonly admin: StackPlan['admin'];
  readonly logs: Logs;
  databaseUrl(subgraph: Subgraph): string;
  /** kill -9; the service comes back by itself. */
  kill(name: ServiceName): Promise<void>;
  /** Resolves once it serves again. */
  restart(name: ServiceName): Promise<void>;
  /** Stops everything in order: web, gateway, subgraphs, then mail, NATS and Postgres. */
  stop(): Promise<void>;
}

const ALL: readonly ServiceName[] = [...SUBGRAPHS, 'gateway', 'web', 'mail'];

/** Runs the built services, or some of them, each as a process that is kept alive, and resolves when all serve. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, ports = 'free', services = ALL, reset = false, signal } = options;
  const plan = await planStack({ dataDir, ports, services, reset });
  const logs = openLogs(join(dataDir, 'logs'), options.log ?? 'quiet');
  const { durable = true, watch = false, env = {}, walArchive = process.env['WAL_ARCHIVE'] } = options;
  const archive = walArchive === undefined ? {} : { walArchive: resolve(walArchive) };
  const { specs, databaseUrl } = stackServices(plan, { durable, watch, env, ...archive }, logs);
  const supervisor = supervise(specs, logs.say);
  await startUnlessAborted(supervisor, signal);
  const { urls, keys, admin } = plan;
  const { kill, restart, stop } = supervisor;
  return { urls, keys, admin, logs, databaseUrl, kill, restart, stop };
}

async function startUnlessAborted(supervisor: Supervisor, signal: AbortSignal | undefined): Promise<void> {
  const stop = () => void supervisor.stop();
  signal?.addEventListener('abort', stop);
  await supervisor.start().finally(() => signal?.removeEventListener('abort', stop));
  if (!signal?.aborted) return;
  await supervisor.stop();
  throw new Error('Interrupted while starting');
}
