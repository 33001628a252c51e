import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNatsServer } from './nats-server';
import { repoRoot } from './repo-root';
import { runProcess, type Running } from './run-process';

export interface NatsOptions {
  storeDir: string;
  /** 0 or absent: a free one. */
  port?: number;
  onLine?: (line: string) => void;
}

export interface Nats extends Running {
  readonly port: number;
  readonly url: string;
}

const START_WITHIN_MS = 20_000;

/** Starts a nats-server with JetStream on 127.0.0.1. */
export async function startNats({ storeDir, port = 0, onLine = () => {} }: NatsOptions): Promise<Nats> {
  mkdirSync(storeDir, { recursive: true });
  const listening = Promise.withResolvers<number>();
  const lines: string[] = [];
  const running = runProcess({
    command: findNatsServer(join(repoRoot(), '.data', 'tools')),
    args: ['-a', '127.0.0.1', '-p', `${port || -1}`, '-js', '-sd', storeDir],
    onLine: (line) => {
      if (lines.push(line) > 50) lines.shift();
      const announced = /Listening for client connections on .*:(\d+)/.exec(line)?.[1];
      if (announced) listening.resolve(Number(announced));
      onLine(line);
    },
  });
  const late = sleep(START_WITHIN_MS, 'too slow', { ref: false });
  const outcome = await Promise.race([listening.promise, running.exited, late]);
  if (typeof outcome === 'number') return { ...running, port: outcome, url: `nats://127.0.0.1:${outcome}` };
  await running.stop();
  throw new Error(`NATS did not start in ${storeDir} (${outcome}):\n${lines.slice(-5).join('\n')}`);
}
