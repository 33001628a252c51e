// npm test [-- word …]: rules, laws, integration and end-to-end stories; words narrow to the files whose path has them all.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt, ensureTypes } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { endProcessesOf } from './lib/leftovers.mjs';
import { bin, main, root, runInTerminal } from './lib/run.mjs';

// Marks every process of this run, whoever started it.
const runId = randomUUID();
const env = { ADAL_RUN: runId, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
const words = process.argv.slice(2).map((word) => word.toLowerCase());

main(async () => {
  await ensureInstalled();
  await ensureTypes();
  const results = [await runJest()];
  const stories = storiesNamed(words);
  if (stories.length > 0) results.push(await runStories(stories).catch(notRun));
  const left = await endProcessesOf(runId);
  console.log(left.length === 0 ? 'No process was left behind.' : `Left behind, and now ended: ${left.join(', ')}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed') + (left.length > 0 ? 1 : 0);
  if (sum('passed') + failed === 0) console.log(`No test matches ${words.join(' ')}.`);
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed > 0 || sum('passed') === 0 ? 1 : 0;
});

async function runJest() {
  const report = freshReport('jest.json');
  const pattern = words.map((word) => `(?=.*${escapeRegExp(word)})`).join('');
  const filter = words.length > 0 ? ['--testPathPatterns', `^${pattern}`] : [];
  const code = await runInTerminal(
    path.join(bin, 'jest'),
    ['--passWithNoTests', '--json', '--outputFile', report, ...filter],
    { env: { ...env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' } },
  );
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function storiesNamed(all) {
  const files = fs.readdirSync(path.join(root, 'e2e')).filter((file) => file.endsWith('.e2e.test.ts'));
  return files.filter((file) => all.every((word) => `e2e/${file}`.includes(word)));
}

/** Jest compiles by itself; the stories run against the built services. */
async function runStories(stories) {
  await ensureBuilt({ web: true });
  await ensureBrowser();
  const report = freshReport('playwright.json');
  const code = await runInTerminal(
    path.join(bin, 'playwright'),
    [
      'test',
      '--config',
      'e2e/playwright.config.ts',
      '--reporter',
      'list,json',
      ...stories.map((file) => `e2e/${file}`),
    ],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, orderly: true },
  );
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const failed = stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0);
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Stories that could not even begin count as one failure, with the reason. */
function notRun(error) {
  console.error(error.output?.trim() ?? error.stack);
  return { passed: 0, failed: 1 };
}

function freshReport(name) {
  const file = path.join(root, '.cache', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}

function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
