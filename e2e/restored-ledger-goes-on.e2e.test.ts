import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** bench/restore.ts: a backup under load, the loss of the database with its last minute, a restore, and what tills do then. */
test('a base backup and the archived log go on where they end, and tills bring what was lost', async () => {
  test.setTimeout(5 * 60_000);
  const drill = fork(join(__dirname, '..', 'bench', 'restore.ts'), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said: string[] = [];
  for (const stream of [drill.stdout, drill.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)));
  const code = await new Promise((resolve) => drill.once('exit', resolve));
  expect(code, said.join('')).toBe(0);
  expect(said.join('')).toContain('0 lost, 0 doubled');
});
