import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process under measurement. */
export interface Child {
  /** Processor milliseconds it has used so far. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** Runs a script that calls `reportCpu` and waits until it says that it is ready; answers what it said. */
export async function startChild(
  script: string,
  env: Record<string, string>,
): Promise<Child & { readonly said: string }> {
  const child = fork(script, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const next = async <T>(key: string): Promise<T> => {
    const over = exited.then(([code]) => Promise.reject(new Error(`${script} ended with ${code}`)));
    const [message] = (await Promise.race([once(child, 'message'), over])) as [Record<string, T>];
    return message[key] as T;
  };
  return {
    said: await next<string>('ready'),
    cpuMs: () => {
      child.send('cpu');
      return next<number>('cpuMs');
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** In the process under measurement: says that it is ready, then its processor time whenever asked. */
export function reportCpu(ready: string): void {
  process.on('message', (message) => {
    if (message !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1_000 });
    if (process.env.SPLIT) console.error('user', (user / 1e3) | 0, 'sys', (system / 1e3) | 0);
  });
  // A benchmark that fails leaves nothing behind.
  process.once('disconnect', () => process.exit());
  process.send?.({ ready });
}
