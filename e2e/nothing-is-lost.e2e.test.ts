import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** A short `npm run chaos`: every service is killed once while tills sell, cancel, return and repeat themselves. */
test('whatever is killed while tills sell, nothing is lost and nothing is booked twice', async () => {
  test.setTimeout(10 * 60_000);
  const options = ['--minutes', '0.5', '--seed', '1', '--tills', '60', '--members', '60'];
  // The channel tells it when we are gone.
  const chaos = fork(join(__dirname, '..', 'bench', 'chaos.ts'), options, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said: string[] = [];
  for (const stream of [chaos.stdout, chaos.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)));
  const code = await new Promise((resolve) => chaos.once('exit', resolve));
  expect(code, said.join('')).toBe(0);
  expect(said.join('')).toContain('0 lost, 0 doubled');
});
