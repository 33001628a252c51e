// Everything in scripts/ that runs before `npm ci` must work on Node 20 and without packages.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const bin = path.join(root, 'node_modules', '.bin');

const children = new Set();

/** Whatever ends us ends what we started; those that stop in order by themselves are asked to, and waited for. */
function stop(signal) {
  for (const { child, orderly } of children) child.kill(orderly ? signal : 'SIGKILL');
  if (![...children].some(({ orderly }) => orderly)) process.exit(130);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));

// Neither npm's death nor that of the shell between it and us reaches us (npm hands a SIGTERM to that shell alone): both
// are our order to stop.
if (process.env.npm_lifecycle_event) {
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, 500).unref();
}

function parentOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[1];
  } catch {
    return '';
  }
}

/** The environment of our tools: Node 24 from node_modules comes first on PATH. */
function toolEnv(extra = {}) {
  return { ...process.env, ...extra, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
}

/** A failed command; `output` is what it printed. */
class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/** Runs a command to its end and returns what it printed. Its output appears only when it fails. */
export async function run(command, args, { cwd = root, env = {} } = {}) {
  let output = '';
  const child = spawn(command, args, { cwd, env: toolEnv(env), stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await ended(child, false);
  if (code !== 0) throw new CommandFailed([path.basename(command), ...args].join(' '), code, output);
  return output;
}

/** Runs a command in our terminal and returns its exit code. `orderly` ones stop by themselves when asked. */
export async function runInTerminal(command, args, { cwd = root, env = {}, orderly = false } = {}) {
  // Its own process group and a channel: Ctrl-C reaches it once, through us, and it notices when we are gone.
  const stdio = orderly ? ['ignore', 'inherit', 'inherit', 'ipc'] : ['ignore', 'inherit', 'inherit'];
  return ended(spawn(command, args, { cwd, env: toolEnv(env), stdio, detached: orderly }), orderly);
}

async function ended(child, orderly) {
  const entry = { child, orderly };
  children.add(entry);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      children.delete(entry);
      resolve(code ?? signal);
    });
  });
}

/** Says what is being done, counts the seconds while it lasts, and how long it took. */
export async function step(name, work) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  ${name} …`);
  const ticker = live && setInterval(() => process.stdout.write(`\r  ${name} … ${seconds()} `), 1_000);
  try {
    const result = await work();
    process.stdout.write(`${live ? '\r' : ''}✓ ${name} ${seconds()}   \n`);
    return result;
  } catch (error) {
    process.stdout.write(`${live ? '\r' : ''}✗ ${name} ${seconds()}   \n`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/** Runs a script's main: a failure is its reason in plain text and exit code 1. */
export function main(work) {
  work().then(
    (code = 0) => process.exit(typeof code === 'number' ? code : 1),
    (error) => {
      if (error.output) process.stderr.write(`${error.output.trim()}\n`);
      process.stderr.write(
        `${error instanceof CommandFailed || error instanceof Sentence ? error.message : error.stack}\n`,
      );
      process.exit(1);
    },
  );
}

/** An error that is a sentence for the user and needs no stack. */
export class Sentence extends Error {}
