// npm run check: the fast gate. Stops at the first thing that is wrong, with the reason.
import path from 'node:path';
import { generate } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, main, root, run, step } from './lib/run.mjs';

const tool =
  (name, ...args) =>
  () =>
    run(path.join(bin, name), args);
const contracts = [
  'supergraph.graphql',
  'subgraphs/*/schema.graphql',
  'packages/events/README.md',
  'docs/events',
  'docs/mechanics.md',
  'docs/bi-views.md',
];

const sources = ['packages/*/src', 'subgraphs/*/src', 'subgraphs/*/test', 'gateway/src', 'web/src'];

async function webTypes() {
  await run(path.join(bin, 'next'), ['typegen'], { cwd: path.join(root, 'web') });
  await run(path.join(bin, 'tsc'), ['--noEmit', '-p', 'web']);
}

const steps = [
  // A lockfile written by `npm install` may still be one that `npm ci` refuses.
  ['the lockfile installs', () => run('npm', ['ci', '--dry-run', '--no-audit'])],
  ['the graph composes, types are generated', generate],
  ['types', tool('tsc', '-b')],
  ['types of the tests and stories', tool('tsc', '-p', 'tsconfig.all.json')],
  ['types of the benchmarks', tool('tsc', '-p', 'bench')],
  ['types of the web', webTypes],
  ['lint', tool('eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/')],
  ['format', tool('prettier', '--check', '--log-level', 'warn', '.')],
  ['layers', tool('depcruise', '--config', '.dependency-cruiser.cjs', ...sources)],
  ['dead code', tool('knip', '--no-gitignore')],
  ["the repository's own rules", tool('jest', '-c', 'packages/tidy/jest.config.ts')],
  ['the event pages are written', () => run(process.execPath, ['scripts/docs-events.mjs'])],
  ['the page of mechanics is written', () => run(process.execPath, ['scripts/docs-mechanics.mjs'])],
  ['the page of the views for BI is written', () => run(process.execPath, ['scripts/docs-views.mjs'])],
  ['the Kubernetes manifests', () => run(process.execPath, ['scripts/check-k8s.mjs'])],
  ['committed contracts are current', () => run('git', ['diff', '--exit-code', '--', ...contracts])],
];

main(async () => {
  await ensureInstalled();
  for (const [name, work] of steps) await step(name, work);
});
