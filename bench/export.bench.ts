// A segment of 46,500 members (--full: 465,000) exported in a browser through the web and the gateway of a running stack, beside
// writing the same rows to a file by SQL alone; what the page and the services hold meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '@adal/local';
import { newId } from '@adal/service';
import { eventually } from '@adal/testkit';
import { fillStore } from './analytics/fill-store.ts';
import { startChain, type Chain } from './chain.ts';
import { exportInBrowser } from './export/browser-export.ts';
import { exportDirectly } from './export/direct-export.ts';
import { growProfiles } from './export/grow-profiles.ts';
import { report, type Figure } from './report.ts';
import { memoryOf } from './till/watch-memory.ts';

const MEMBERS = 46_500 * (process.argv.includes('--full') ? 10 : 1);
/** Members are what counts here: they have bought, but not for years. */
const RECEIPTS = 100_000;
const BUYERS = 10;
const SETTLED_WITHIN_MS = 300_000;
const WATCHED = ['gateway', 'analytics', 'members'] as const;

const folder = mkdtempSync(join(tmpdir(), 'adal-bench-'));
const path = join(folder, 'facts.duckdb');
const number = (value: number): string => Math.round(value).toLocaleString('en');

const SAVE = `mutation Save($input: SaveSegmentInput!) { saveSegment(input: $input) { __typename
  ... on SegmentSaved { segment { size } } } }`;

/** A segment of all whom the store was filled with, once everybody has heard who is in it. */
async function saveSegment({ client, stack }: Chain): Promise<{ id: string; size: number }> {
  const id = newId();
  const definition = { kind: 'ENROLLED_AT', in: ['POS'] };
  await client.ask(SAVE, { input: { id, version: 0, name: 'Everybody', definition } });
  const size = await eventually(
    () =>
      withClient(stack.databaseUrl('promotions'), async (promotions) => {
        const { rows } = await promotions.query<{ n: number }>(
          'select count(*)::int as n from segment_member where segment_id = $1',
          [id],
        );
        return rows[0]?.n === MEMBERS ? MEMBERS : undefined;
      }),
    SETTLED_WITHIN_MS,
  );
  return { id, size };
}

async function heldMb({ stack }: Chain): Promise<number[]> {
  return Promise.all(WATCHED.map(async (name) => (await memoryOf(stack.urls[name])).rssMb));
}

async function measure(chain: Chain): Promise<Figure[]> {
  const { id, size } = await saveSegment(chain);
  const startedMs = performance.now();
  const written = await exportDirectly(chain.stack, id, join(folder, 'direct.csv'));
  const directSeconds = (performance.now() - startedMs) / 1_000;
  const held = await heldMb(chain);
  const exported = await exportInBrowser(chain, id);
  const heldAfter = await heldMb(chain);
  const { seconds, rows, members, bytes, counts, heapMb } = exported;
  if (written !== size || rows !== size || members !== size)
    throw new Error(`Of ${size} members ${written} were written directly, ${rows} rows of ${members} in the browser`);
  const grown = WATCHED.map((name, n) => `${name} ${number(held[n] ?? 0)} → ${number(heldAfter[n] ?? 0)} MB`);
  return [
    {
      what: `a segment of ${number(size)} members exported in the browser, CSV with card and name`,
      ratio: `${(seconds / directSeconds).toFixed(1)} × the same rows to a file by SQL alone`,
      aim: '',
      figures: `${number(rows / seconds)} rows/s, ${number(seconds)} s, ${(bytes / 1024 / 1024).toFixed(1)} MB; by SQL ${number(written / directSeconds)} rows/s; ${counts} counts seen on the way`,
    },
    {
      what: `what ${number(size)} rows leave in memory on their way`,
      ratio: `page's scripts ${(heapMb.most / heapMb.before).toFixed(2)} × before`,
      aim: '',
      figures: `page ${number(heapMb.before)} → at most ${number(heapMb.most)} MB; ${grown.join(', ')}`,
    },
  ];
}

try {
  await fillStore(path, { members: MEMBERS, receipts: RECEIPTS });
  const env = { DUCKDB_PATH: path, DUCKDB_MEMORY_LIMIT: '2GB' };
  const chain = await startChain(BUYERS, env, ['web']);
  try {
    await growProfiles(chain.stack, MEMBERS);
    await report('export', await measure(chain));
  } finally {
    await chain.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
