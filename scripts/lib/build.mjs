import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bin, root, run, step } from './run.mjs';

const stampsFile = path.join(root, '.cache', 'build.json');
const derived = new Set(['node_modules', 'dist', '.next', '.data', '.cache', 'generated', 'test-results', 'coverage']);
const subgraphs = ['members', 'ledger', 'promotions', 'communications', 'analytics'];
const backEnd = ['packages', 'subgraphs', 'gateway'];

// Each step is done again when the content of its inputs changed or an output is missing.

const typesStep = {
  name: 'compose the graph and generate its types',
  inputs: () => [
    ...files(['subgraphs', 'gateway', 'web'], /\.graphql$|codegen\.ts$/).filter(
      (file) => !file.endsWith('schema.graphql'),
    ),
    ...files(['web/src'], /\.tsx?$/),
    ...['codegen.ts', 'scripts/compose.mjs', 'package-lock.json'],
  ],
  outputs: [
    ...subgraphs.map((name) => `subgraphs/${name}/src/generated`),
    'web/src/graphql/generated',
    'supergraph.graphql',
  ],
  work: generate,
};

const compileStep = {
  name: 'compile',
  inputs: () => [...files(backEnd, /\.(ts|json|graphql)$/), 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'],
  outputs: [
    'packages/local/dist/main.js',
    'gateway/dist/main.js',
    ...subgraphs.map((name) => `subgraphs/${name}/dist/main.js`),
  ],
  work: () => run(path.join(bin, 'tsc'), ['-b']),
};

const webStep = {
  name: 'build the web',
  inputs: () => [
    ...files(['web'], /./),
    ...files(['packages/cli/src', 'packages/engine/src', 'packages/money/src'], /\.ts$/),
    'supergraph.graphql',
    'package-lock.json',
  ],
  outputs: ['web/.next/standalone/web/server.js'],
  work: buildWeb,
};

/** Brings everything that runs up to date with its sources. */
export async function ensureBuilt({ web }) {
  for (const one of web ? [typesStep, compileStep, webStep] : [typesStep, compileStep]) await ensureDone(one);
}

/** Generates the types that sources import, which is all that tests need that compile by themselves. */
export async function ensureTypes() {
  await ensureDone(typesStep);
}

async function ensureDone({ name, inputs, outputs, work }) {
  const upToDate = readStamps()[name] === stampOf(inputs());
  if (upToDate && outputs.every((file) => fs.existsSync(path.join(root, file)))) return;
  await step(name, work);
  writeStamp(name, stampOf(inputs()));
}

/** Prints the subgraphs' contracts, composes them, and generates the types of both sides. */
export async function generate() {
  await run('node', ['scripts/compose.mjs']);
  await run(path.join(bin, 'graphql-codegen'), ['--config', 'codegen.ts']);
}

async function buildWeb() {
  const web = path.join(root, 'web');
  await run(path.join(bin, 'next'), ['build'], { cwd: web, env: { NEXT_TELEMETRY_DISABLED: '1' } });
  const standalone = path.join(web, '.next', 'standalone', 'web');
  for (const folder of ['.next/static', 'public']) {
    const from = path.join(web, folder);
    if (fs.existsSync(from)) fs.cpSync(from, path.join(standalone, folder), { recursive: true });
  }
}

function files(folders, pattern) {
  return folders.flatMap((folder) => walk(folder)).filter((file) => pattern.test(file));
}

function walk(folder) {
  const entries = fs.readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !derived.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
    .flatMap((entry) => (entry.isDirectory() ? walk(path.join(folder, entry.name)) : path.join(folder, entry.name)))
    .sort();
}

function stampOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs)
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function readStamps() {
  return fs.existsSync(stampsFile) ? JSON.parse(fs.readFileSync(stampsFile, 'utf8')) : {};
}

function writeStamp(name, stamp) {
  fs.mkdirSync(path.dirname(stampsFile), { recursive: true });
  fs.writeFileSync(stampsFile, JSON.stringify({ ...readStamps(), [name]: stamp }, null, 2));
}
