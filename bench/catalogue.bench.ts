// The operator's import of 200,000 products through the gateway, against COPY of the same file into a bare table of the same
// Postgres; then the same file again, which changes nothing; then searches over them as one types.
import { join } from 'node:path';
import { runImport } from '@adal/cli';
import { startChain } from './chain.ts';
import { copyFile } from './catalogue/copy-file.ts';
import { saveRules } from './catalogue/save-rules.ts';
import { PRODUCT_COLUMNS, writeProducts } from './catalogue/write-products.ts';
import { rateOf } from './rate.ts';
import { report, type Figure } from './report.ts';

const PRODUCTS = 200_000;
const RULES = 20;
const SEARCH = { seconds: 3, concurrency: 1 };
const MEMBERS = 20;

const chain = await startChain(MEMBERS, { RATE_STAFF: '1000000' });
const { client, dataDir, stack } = chain;
const file = join(dataDir, 'products.csv');

/** Rows a second, and the memory that was added at most, in MB; throws when a row was refused. */
async function importRate(): Promise<{ perSecond: number; seconds: number; heapMb: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
  const startedMs = performance.now();
  const said: string[] = [];
  const options = { kind: 'products', file, dryRun: false, points: 'RECORD' } as const;
  const isClean = await runImport(client, { ...options, print: (line) => said.push(line) });
  clearInterval(watch);
  if (!isClean || said.some((line) => line.includes('rejected.csv'))) throw new Error(said.join('\n'));
  const seconds = (performance.now() - startedMs) / 1_000;
  return { perSecond: PRODUCTS / seconds, seconds, heapMb: (most - before) / 2 ** 20 };
}

const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  'the beginning of a SKU': ['BENCH-10', 'bench-1234', 'BENCH-199'],
  'words of the name': ['ботинки', 'крем үлкен', 'winter jacket', 'көйлек 42'],
  'words with a typing error': ['батинки', 'кросовки', 'wintr jaket', 'көйлк'],
  'a brand': ['brand77', 'nordstep'],
  'a barcode': ['4870000123456', '4870000199'],
};

async function searchFigure(name: string, words: readonly string[]): Promise<Figure> {
  const query =
    'query Find($search: String) { products(search: $search, first: 20) { edges { node { sku name price } } } }';
  let turn = 0;
  const find = async (): Promise<void> => {
    const { products } = await client.ask<{ products: { edges: unknown[] } }>(query, {
      search: words[(turn += 1) % words.length],
    });
    if (products.edges.length === 0) throw new Error(`Nothing found by ${name}`);
  };
  for (const _ of words) await find();
  const { p50Ms, p95Ms } = await rateOf(SEARCH, find);
  const figures = `p50 ${p50Ms.toFixed(1)}, p95 ${p95Ms.toFixed(1)} ms through the gateway, 20 rows`;
  return { what: `find by ${name}`, ratio: '', aim: 'p95 ≤ 50 ms', figures };
}

try {
  await writeProducts(file, PRODUCTS);
  const bare = PRODUCTS / (await copyFile(stack.databaseUrl('promotions'), file, PRODUCT_COLUMNS));
  const figureOf = async (what: string, aim: string): Promise<Figure> => {
    const { perSecond, seconds, heapMb } = await importRate();
    const figures = `${Math.round(perSecond).toLocaleString('en')} rows/s, ${seconds.toFixed(1)} s, ${Math.round(heapMb)} MB more at most`;
    return { what, ratio: `${(perSecond / bare).toFixed(3)} × rows/s of bare COPY`, aim, figures };
  };
  const count = PRODUCTS.toLocaleString('en');
  const figures = [await figureOf(`${count} products, new`, '≤ 60 s'), await figureOf('the same file again', '')];
  const seconds = await saveRules(client, RULES);
  const rule = `${((seconds / RULES) * 1_000).toFixed(0)} ms each`;
  figures.push({ what: `${RULES} product sets by rule over ${count}`, ratio: '', aim: '', figures: rule });
  for (const [name, words] of Object.entries(SEARCHES)) figures.push(await searchFigure(name, words));
  await report('catalogue', figures);
} finally {
  await chain.stop();
}
