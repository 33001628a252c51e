import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceSpec } from './keep-alive';
import { startNodeService } from './node-service';
import { freePort } from './ports';
import { supervise } from './supervisor';

const dir = mkdtempSync(join(tmpdir(), 'adal-supervisor-'));
const script = join(dir, 'service.js');
const events = join(dir, 'events');
const said: string[] = [];
const say = (_level: string, msg: string) => void said.push(msg);

writeFileSync(
  script,
  `const { appendFileSync } = require('node:fs');
  const tell = (what) => appendFileSync(${JSON.stringify(events)}, process.env.NAME + ' ' + what + '\\n');
  require('node:http').createServer((_, response) => response.end(String(process.pid))).listen(process.env.PORT, '127.0.0.1', () => tell('up'));
  process.on('SIGTERM', () => { tell('down'); process.exit(0); });`,
);

async function service(name: string, needs: string[]): Promise<ServiceSpec & { url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = { script: [script], cwd: dir, env: { NAME: name, PORT: `${port}` }, readyUrl: url, onLine: () => {} };
  return { name, needs, url, start: (signal) => startNodeService(options, signal) };
}

const pidOf = async (url: string) => Number(await (await fetch(url)).text());

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

beforeEach(() => {
  said.length = 0;
  writeFileSync(events, '');
});
afterAll(() => rmSync(dir, { recursive: true }));

it('starts in the order of needs and stops in the reverse', async () => {
  const supervisor = supervise(
    [await service('web', ['gateway']), await service('gateway', ['ledger']), await service('ledger', [])],
    say,
  );
  await supervisor.start();
  await supervisor.stop();
  expect(readFileSync(events, 'utf8').trim().split('\n')).toEqual([
    'ledger up',
    'gateway up',
    'web up',
    'web down',
    'gateway down',
    'ledger down',
  ]);
});

it('starts a killed service again and says so', async () => {
  const ledger = await service('ledger', []);
  const supervisor = supervise([ledger], say);
  await supervisor.start();
  const before = await pidOf(ledger.url);
  await supervisor.kill('ledger');
  await supervisor.restart('ledger');
  expect(await pidOf(ledger.url)).not.toBe(before);
  expect(said).toContain('ledger crashed (signal SIGKILL); starting it again in 0.5 s');
  await supervisor.stop();
});

it('restarts a living service on request without calling it a crash', async () => {
  const ledger = await service('ledger', []);
  const supervisor = supervise([ledger], say);
  await supervisor.start();
  const before = await pidOf(ledger.url);
  await supervisor.restart('ledger');
  expect(await pidOf(ledger.url)).not.toBe(before);
  expect(said.join()).not.toContain('crashed');
  await supervisor.stop();
});

it('stops what runs and gives the last words when one cannot start', async () => {
  const ledger = await service('ledger', []);
  const broken: ServiceSpec = {
    name: 'gateway',
    needs: ['ledger'],
    start: (signal) =>
      startNodeService(
        {
          script: ['-e', 'console.error("PORT is missing"); process.exit(1)'],
          cwd: dir,
          env: {},
          readyUrl: 'http://127.0.0.1:9',
          onLine: () => {},
        },
        signal,
      ),
  };
  await expect(supervise([ledger, broken], say).start()).rejects.toThrow('PORT is missing');
  await expect(fetch(ledger.url)).rejects.toThrow();
});

it('can be stopped while a service is still starting', async () => {
  const never = {
    script: ['-e', 'setInterval(() => {}, 1000)'],
    cwd: dir,
    env: {},
    readyUrl: 'http://127.0.0.1:9',
    onLine: () => {},
  };
  const supervisor = supervise([{ name: 'slow', needs: [], start: (signal) => startNodeService(never, signal) }], say);
  const started = supervisor.start().catch((error: Error) => error);
  await sleep(200);
  await supervisor.stop();
  expect(await started).toBeInstanceOf(Error);
});

it('leaves no service behind when the supervisor itself is killed', async () => {
  const port = await freePort();
  const orphan = { command: process.execPath, args: [script], env: { NAME: 'orphan', PORT: `${port}` } };
  const code = `require(${JSON.stringify(join(__dirname, 'run-process.ts'))}).runProcess(${JSON.stringify(orphan)})`;
  const parent = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
  const pid = await eventually(() => pidOf(`http://127.0.0.1:${port}`));
  parent.kill('SIGKILL');
  await eventually(() => !isAlive(pid));
});

/** @adal/testkit stands on this package, so it cannot be used here. */
async function eventually<T>(check: () => Promise<T> | T): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const value = await Promise.resolve()
      .then(check)
      .catch(() => undefined);
    if (value) return value;
    await sleep(50);
  }
  throw new Error(`Still not so: ${check.toString()}`);
}
