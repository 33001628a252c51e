// Segments over 46,500 members and 2 million receipts (--full: ten times as much) on a running stack: how long it takes until two hundred
// live ones are worked out, until a definition is counted, and from a till's receipt to the event that says who entered. --file <path>:
// the store that `analytics` made there is copied, for making it takes minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SegmentChanged } from '@adal/events';
import { connect } from '@nats-io/transport-node';
import { fillStore } from './analytics/fill-store.ts';
import { startChain, type Chain } from './chain.ts';
import { buyersOf, confirmSteadily, type Booked } from './ingest/steady-tills.ts';
import { percentile } from './load.ts';
import { report, type Figure } from './report.ts';
import { twoHundred, type Followed } from './segments/two-hundred.ts';

const { values } = parseArgs({
  options: { full: { type: 'boolean' }, file: { type: 'string' }, record: { type: 'boolean' } },
});
const TIMES = values.full ? 10 : 1;
const SIZE = { members: 46_500 * TIMES, receipts: 2_000_000 * TIMES };
/** Card holders who buy meanwhile. */
const BUYERS = 300;
const TILLS = { perSecond: 20, seconds: 60 };
const HEARD_WITHIN_MS = 30_000;
const COUNTS = 9;

const folder = mkdtempSync(join(tmpdir(), 'adal-bench-'));
const path = join(folder, 'facts.duckdb');
const number = (value: number): string => Math.round(value).toLocaleString('en');

const SAVE = `mutation Save($input: SaveSegmentInput!) { saveSegment(input: $input) { __typename } }`;
const PREVIEW = `query Preview($definition: JSON!) { previewSegment(definition: $definition) {
  __typename ... on SegmentPreview { count tookMs } } }`;

async function saveAll({ client }: Chain, segments: readonly Followed[]): Promise<Figure> {
  const tookMs: number[] = [];
  for (const segment of segments) {
    const startedMs = performance.now();
    const { saveSegment } = await client.ask<{ saveSegment: { __typename: string } }>(SAVE, {
      input: { ...segment, version: 0 },
    });
    if (saveSegment.__typename !== 'SegmentSaved') throw new Error(`Refused: ${saveSegment.__typename}`);
    tookMs.push(performance.now() - startedMs);
  }
  return {
    what: `a segment saved and worked out, ${number(SIZE.members)} members`,
    ratio: '',
    aim: '',
    figures: `p50 ${number(percentile(tookMs, 0.5))}, p95 ${number(percentile(tookMs, 0.95))} ms; ${segments.length} of them`,
  };
}

const FIVE = {
  kind: 'ALL',
  of: [
    { kind: 'GENDER', in: ['FEMALE'] },
    { kind: 'AGE', from: 25, to: 45 },
    { kind: 'CITY', in: ['City 1', 'City 2', 'City 3'] },
    {
      kind: 'PURCHASES',
      of: { categories: ['Department 1'] },
      when: { kind: 'LAST_DAYS', days: 365 },
      measure: 'AMOUNT',
      from: 100_000,
    },
    { kind: 'DAYS_SINCE', purchase: 'LAST', to: 180 },
  ],
};

async function countFive({ client }: Chain): Promise<Figure> {
  const tookMs: number[] = [];
  let members = 0;
  for (let n = 0; n < COUNTS; n += 1) {
    interface Answered {
      previewSegment: { count: number; tookMs: number };
    }
    const { previewSegment } = await client.ask<Answered>(PREVIEW, { definition: FIVE });
    tookMs.push(previewSegment.tookMs);
    members = previewSegment.count;
  }
  return {
    what: `five conditions counted among ${number(SIZE.members)} members`,
    ratio: '',
    aim: '≤ 150 ms',
    figures: `median ${number(percentile(tookMs, 0.5))} ms; ${number(members)} members`,
  };
}

/** When who entered one of the segments: by member, in order. */
async function hear(
  { stack }: Chain,
  segments: readonly Followed[],
): Promise<{ heard: Map<string, number[]>; stop(): Promise<void> }> {
  const ids = new Set(segments.map(({ id }) => id));
  const heard = new Map<string, number[]>();
  const nats = await connect({ servers: stack.urls.nats });
  nats.subscribe(SegmentChanged.subject, {
    callback: (_error, message) => {
      const { data } = message.json<{ data: { segmentId: string; joined: string[] } }>();
      if (!ids.has(data.segmentId)) return;
      for (const memberId of data.joined) heard.set(memberId, [...(heard.get(memberId) ?? []), performance.now()]);
    },
  });
  return { heard, stop: () => nats.close() };
}

async function measureChange(chain: Chain, times: readonly Followed[]): Promise<Figure> {
  // The first is nobody.
  const buyers = (await buyersOf(chain, BUYERS, 3)).slice(1);
  const ids = buyers.map(({ memberId }) => memberId ?? '');
  const { heard, stop } = await hear(chain, times);
  const booked = await confirmSteadily(chain, buyers, TILLS);
  const deadlineMs = performance.now() + HEARD_WITHIN_MS;
  const count = (): number => [...heard.values()].reduce((sum, { length }) => sum + length, 0);
  while (count() < booked.length && performance.now() < deadlineMs) await sleep(50);
  await stop();
  const waits = waitsOf(booked, ids, heard);
  if (waits.length < booked.length) throw new Error(`Of ${booked.length} receipts ${waits.length} were told of`);
  const confirmMs = percentile(
    booked.map(({ sentMs, answeredMs }) => answeredMs - sentMs),
    0.95,
  );
  const [p50, p95] = [percentile(waits, 0.5), percentile(waits, 0.95)];
  return {
    what: `receipt to segment.changed, ${TILLS.perSecond} confirms/s, 200 live segments, ${number(SIZE.members)} members`,
    ratio: `p95 ${(p95 / confirmMs).toFixed(1)} × p95 of the confirm itself`,
    aim: 'p95 ≤ 2 s',
    figures: `p50 ${number(p50)}, p95 ${number(p95)} ms from the till's request; ${booked.length} receipts`,
  };
}

/** The n-th receipt of a member is told by the n-th event that the member entered a segment. */
function waitsOf(booked: readonly Booked[], ids: readonly string[], heard: ReadonlyMap<string, number[]>): number[] {
  return booked.flatMap(({ sentMs }, n) => {
    const atMs = heard.get(ids[n % ids.length] ?? '')?.[Math.floor(n / ids.length)];
    return atMs === undefined ? [] : [atMs - sentMs];
  });
}

try {
  await fillStore(path, SIZE, values.file);
  const chain = await startChain(BUYERS, { DUCKDB_PATH: path, DUCKDB_MEMORY_LIMIT: '2GB', RATE_STAFF: '10000' });
  try {
    const { times, others } = twoHundred();
    const saved = await saveAll(chain, [...times, ...others]);
    await report(values.full ? 'segments-full' : 'segments', [
      saved,
      await countFive(chain),
      await measureChange(chain, times),
    ]);
  } finally {
    await chain.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
