import { watch } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './run-process';
import type { Stack } from './stack';
import { SUBGRAPHS, type ServiceName, type Subgraph } from './stack-plan';
import { supervise, type Supervisor } from './supervisor';

const SETTLED_AFTER_MS = 400;

/**
 * `npm run dev`: compiles on change and restarts the services whose code came out different; a change of the graph's
 * contracts is composed and generated first. The web reloads by itself.
 */
export async function startReload(root: string, stack: Stack): Promise<Supervisor> {
  const onLine = stack.logs.lineOf('compiler');
  const bin = (name: string) => join(root, 'node_modules', '.bin', name);
  const compiler = supervise(
    [
      {
        name: 'compiler',
        needs: [],
        start: async () =>
          runProcess({ command: bin('tsc'), args: ['-b', '--watch', '--preserveWatchOutput'], cwd: root, onLine }),
      },
    ],
    stack.logs.say,
  );
  await compiler.start();
  const restart = (name: ServiceName) =>
    void stack.restart(name).catch((error: Error) => stack.logs.say('error', error.message));
  watchBuilds(root, restart);
  watchContracts(root, async (changed) => {
    const generated = await runProcess({ command: 'npm', args: ['run', 'codegen'], cwd: root, onLine }).exited;
    if (generated === 'exit code 0') [...changed, 'gateway' as const].forEach(restart);
  });
  return compiler;
}

/** Names the services whose compiled code changed; shared packages concern them all. */
function watchBuilds(root: string, restart: (service: ServiceName) => void): void {
  const backEnd: ServiceName[] = [...SUBGRAPHS, 'gateway'];
  const folders: [string, ServiceName[]][] = [
    ...SUBGRAPHS.map((name): [string, ServiceName[]] => [join('subgraphs', name), [name]]),
    ['gateway', ['gateway']],
    ...['engine', 'events', 'money', 'service'].map((name): [string, ServiceName[]] => [
      join('packages', name),
      backEnd,
    ]),
  ];
  const changed = new Set<ServiceName>();
  const settled = afterQuiet(() => {
    changed.forEach(restart);
    changed.clear();
  });
  for (const [folder, concerned] of folders) {
    watch(join(root, folder, 'dist'), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.js')) return;
      concerned.forEach((name) => changed.add(name));
      settled();
    });
  }
}

/** The SDL is read at start: a subgraph whose SDL changed starts again, and the gateway with the new supergraph. */
function watchContracts(root: string, generate: (changed: Subgraph[]) => Promise<void>): void {
  const changed = new Set<Subgraph>();
  const settled = afterQuiet(() => {
    void generate([...changed]);
    changed.clear();
  });
  for (const name of SUBGRAPHS) {
    watch(join(root, 'subgraphs', name, 'src'), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.graphql')) return;
      changed.add(name);
      settled();
    });
  }
}

/** A compiler writes many files: acts once it has been quiet for a moment. */
function afterQuiet(act: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, SETTLED_AFTER_MS);
  };
}
