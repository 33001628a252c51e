import fs from 'node:fs';
import path from 'node:path';
import { root, run, Sentence, step } from './run.mjs';

const NODE_MIN = 20;

/** Installs the packages of the lockfile unless exactly these are there. */
export async function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < NODE_MIN)
    throw new Sentence(`Adal needs Node ${NODE_MIN} or newer to start; this is ${process.versions.node}.`);
  if (isInstalled()) return;
  await step('install packages', () => run('npm', ['ci', '--no-audit', '--no-fund'])).catch((error) => {
    throw new Sentence(`npm ci failed:\n${reasonOf(error.output ?? error.message)}`);
  });
}

/** npm surrounds its reason with warnings and its manual. */
function reasonOf(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('npm error'));
  const manual = lines.findIndex((line) => line.includes('Clean install a project'));
  return lines.slice(0, manual === -1 ? undefined : manual).join('\n');
}

/** npm keeps a record of what it put into node_modules; packages for other platforms are missing there. */
function isInstalled() {
  const wanted = readJson('package-lock.json')?.packages;
  const present = readJson(path.join('node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  const others = Object.entries(wanted).filter(([name, entry]) => name.includes('node_modules/') && !entry.link);
  return others.every(
    ([name, entry]) => present[name]?.version === entry.version || (!present[name] && entry.optional),
  );
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
}
