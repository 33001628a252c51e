import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDemoLoaded, liveTills, loadDemo, writeDemoFile, type DemoFile, type DemoOptions } from './demo';
import { startReload } from './reload';
import { repoRoot } from './repo-root';
import { startStack, type Stack } from './stack';
import { supervise } from './supervisor';

interface Flags {
  reset: boolean;
  empty: boolean;
  watch: boolean;
  'no-sim': boolean;
}

/** `npm start`: the whole house in one terminal, until Ctrl-C. */
async function main(ended: AbortSignal): Promise<void> {
  const flags = readFlags();
  const root = repoRoot();
  const dataDir = join(root, '.data');
  const { reset, watch } = flags;
  const stack = await startStack({ dataDir, ports: 'default', log: 'pretty', watch, reset, signal: ended });
  const reload = watch ? await startReload(root, stack) : undefined;
  const demo: DemoOptions = { root, dataDir, urls: stack.urls, admin: stack.admin, onLine: stack.logs.lineOf('demo') };
  const tills = await startDemo(demo, flags, stack, ended);
  announce(writeDemoFile(demo), stack);
  await new Promise((resolve) => (ended.aborted ? resolve(ended) : ended.addEventListener('abort', resolve)));
  await Promise.all([reload?.stop(), tills?.stop()]);
  await stack.stop();
}

function readFlags(): Flags {
  const options = {
    reset: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    'no-sim': { type: 'boolean', default: false },
  } as const;
  return parseArgs({ options, args: process.argv.slice(2) }).values;
}

/** Aborts at Ctrl-C, at a request to stop and when whoever started us is gone; asked again, we leave at once. */
function onEnd(): AbortSignal {
  const ended = new AbortController();
  const end = () => {
    if (ended.signal.aborted) process.exit(1);
    ended.abort();
  };
  for (const reason of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(reason, end);
  return ended.signal;
}

/** Fills an empty installation and lets its tills sell. A demo that fails does not take the stack with it. */
async function startDemo(demo: DemoOptions, flags: Flags, { logs }: Stack, ended: AbortSignal) {
  if (flags.empty || ended.aborted) return undefined;
  try {
    if (!isDemoLoaded(demo.dataDir)) await loadDemo(demo, ended);
  } catch (error) {
    if (!ended.aborted)
      logs.say('error', 'The demo did not load', { err: error instanceof Error ? error.message : error });
    return undefined;
  }
  if (flags['no-sim'] || ended.aborted) return undefined;
  const tills = supervise([liveTills(demo)], logs.say);
  await tills.start();
  return tills;
}

function announce(demo: DemoFile, { urls }: Stack): void {
  const logins = demo.staff.map(({ email, password, role }) => `  ${role.padEnd(16)} ${email}  ${password}`);
  const lines = [
    '',
    `  Back office      ${urls.web}`,
    `  Gateway          ${urls.graphql}`,
    `  Mail             ${urls.mail}`,
    '',
    ...logins,
    ...(demo.partnerKey ? [`  partner key      ${demo.partnerKey}`] : []),
    '',
    '  All of this is in .data/demo.json. Ctrl-C stops everything.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const ended = onEnd();
main(ended).then(
  () => process.exit(0),
  (error: Error) => {
    // An interrupted start is no failure: everything has stopped by now.
    if (!ended.aborted) process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
