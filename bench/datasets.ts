// npm run datasets -- <folder>: imports public data sets through the gateway of a stack of its own, asks the graph for every number
// that the back office shows of them, and counts the same from the files without a line of Adal's code. Exits 1 when any differs.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { GatewayClient, runImport } from '@adal/cli';
import { repoRoot, startStack, type Stack } from '@adal/local';
import { openTrial, TRIED_STACK } from './chaos/trial.ts';
import { compare, record, type Compared } from './datasets/compare.ts';
import { memberQuestions } from './datasets/member-questions.ts';
import { metricQuestions } from './datasets/metric-questions.ts';
import type { Purchase } from './datasets/purchases.ts';
import { rfmQuestions } from './datasets/rfm-questions.ts';
import { segmentQuestions } from './datasets/segment-questions.ts';
import { DATA_SETS, type DataSet } from './datasets/sets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, record: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Say where the data sets are: npm run datasets -- <folder>, with a folder of its own for each.');
  process.exit(1);
}
const wanted = DATA_SETS.filter(({ name }) => values.only === undefined || name === values.only);
const QUESTIONS = [metricQuestions, rfmQuestions, segmentQuestions, memberQuestions];

const trial = openTrial('datasets');
let running: Stack | undefined;
await trial.end(
  async () => {
    const compared: Compared[] = [];
    for (const set of wanted) compared.push(await judge(set, folder));
    if (values.record) await record(compared);
    return compared.every(({ rows }) => rows.every(({ isEqual }) => isEqual));
  },
  async () => running?.stop(),
);

async function judge(set: DataSet, from: string): Promise<Compared> {
  const dataDir = join(trial.dataDir, set.name);
  const files = join(dataDir, 'files');
  // Importing writes what it rejects beside the file.
  cpSync(join(from, set.name), join(files, set.name), { recursive: true });
  running = await startStack({ ...TRIED_STACK, dataDir, signal: trial.signal });
  const client = new GatewayClient({ url: running.urls.graphql, ...running.admin });
  console.log(`${set.name}: importing.`);
  const mappingFile = join(repoRoot(), set.mapping);
  const print = (line: string): void => console.log(`  ${line}`);
  await runImport(client, {
    kind: 'receipts',
    file: join(files, set.file),
    mappingFile,
    dryRun: false,
    points: 'RECORD',
    print,
  });
  const purchases = await set.read(files);
  await untilTakenIn(client, purchases);
  const compared = await compare(
    set.name,
    client,
    QUESTIONS.flatMap((questions) => questions(set, purchases)),
  );
  await running.stop();
  return compared;
}

/** Analytics has every receipt, and what it makes of them. */
async function untilTakenIn(client: GatewayClient, purchases: readonly Purchase[]): Promise<void> {
  const isTakenIn = async (): Promise<boolean> => {
    const { analyticsStatus: status } = await client.ask<{ analyticsStatus: { receipts: number; waiting: number } }>(
      '{ analyticsStatus { receipts waiting } }',
    );
    return status.receipts >= purchases.length && status.waiting === 0;
  };
  while (!(await isTakenIn())) await sleep(500);
  // Members' features follow within a second.
  await sleep(3_000);
}
