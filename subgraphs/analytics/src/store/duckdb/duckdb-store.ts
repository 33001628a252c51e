import {
  QueryTooLong,
  QUERY_MS_MAX,
  type AnalyticsStore,
  type Row,
  type Statement,
  type StoreWork,
  type StreamPosition,
} from '../analytics-store';
import { appendFacts } from './duckdb-append';
import { fillDerived } from './duckdb-fill';
import { rebuildFeatures, refreshFeatures } from './duckdb-features';
import {
  damagedFiles,
  moveFile,
  noticeBroken,
  openDuckdbFile,
  type DuckdbFile,
  type DuckdbOptions,
} from './duckdb-file';
import { maintain, type Upkeep } from './duckdb-maintain';
import { ask } from './duckdb-query';
import { readerPool, type ReaderPool } from './reader-pool';

/** The embedded store: one file, owned by this process. */
export async function openDuckdbStore(options: DuckdbOptions): Promise<AnalyticsStore> {
  let file: DuckdbFile = await openDuckdbFile(options);
  const readers = readerPool(file.readers);
  const inTurn = oneAtATime();
  const inKeepersTurn = oneAtATime(); // Whoever needs both turns takes this one first.
  const alone = <T>(work: () => Promise<T>): Promise<T> => inKeepersTurn(() => inTurn(work));
  const noticing = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      noticeBroken(options, error);
      throw error;
    });
  const query = (statement: Statement): Promise<Row[]> =>
    noticing(askWithin(readers, statement, options.queryMsMax ?? QUERY_MS_MAX));
  const whileWriting: Upkeep['whileWriting'] = (write) => inTurn(() => write(file.writer));
  let closing = false;
  const stopping = (): boolean => closing;
  const { during, work } = workOf(noticing);
  // Before anything is appended: what an older version did not derive is derived now. Until it is, nothing can be stored.
  const filled = inTurn(() => during('FILLING', (report) => fillDerived(file.writer, report, stopping)));
  filled.catch(unfilledNotice(options));
  const closeFile = async (): Promise<void> => {
    await drain(readers, file.readers.length);
    file.close();
  };
  return {
    kind: 'DUCKDB',
    refreshFeatures: () => inKeepersTurn(() => noticing(refreshFeatures(file.keeper))),
    rebuildFeatures: () => inKeepersTurn(() => noticing(rebuildFeatures(file.keeper))),
    append: (facts, positions) =>
      inTurn(async () => {
        await filled;
        await noticing(appendFacts(file.writer, facts, positions));
      }),
    maintain: () =>
      inKeepersTurn(() =>
        during('SORTING', (report) => maintain({ keeper: file.keeper, whileWriting, report, stopping })),
      ),
    work,
    damaged: () => damagedFiles(options.path),
    positions: async () => (await query({ sql: POSITIONS, parameters: {} })).map(positionOf),
    query,
    writeParquet: (statement, file) => noticing(writeParquet(readers, statement, file)),
    setAside: (reason) =>
      alone(async () => {
        await closeFile();
        const kept = moveFile(options.path, reason);
        file = await openDuckdbFile(options);
        for (const reader of file.readers) readers.give(reader);
        return kept;
      }),
    close: () => {
      closing = true;
      file.keeper.interrupt();
      return alone(closeFile);
    },
  };
}

const unfilledNotice =
  ({ log }: DuckdbOptions) =>
  (error: unknown): void => {
    log.error({ err: error, alert: 'analytics-store-not-filled' }, 'The store could not be filled from its facts');
  };

/** What the store does to itself, as long as it does. */
function workOf(noticing: <T>(work: Promise<T>) => Promise<T>) {
  let now: StoreWork | null = null;
  return {
    work: (): StoreWork | null => now,
    during: (what: StoreWork['what'], run: (report: (share: number) => void) => Promise<void>): Promise<void> =>
      noticing(run((share) => (now = { what, share }))).finally(() => (now = null)),
  };
}

const POSITIONS =
  'SELECT stream, stream_created_at, sequence, epoch_ms(last_event_at) AS last_event_ms FROM stream_positions';

function positionOf(row: Row): StreamPosition {
  return {
    stream: String(row['stream']),
    streamCreatedAt: String(row['stream_created_at']),
    sequence: Number(row['sequence']),
    lastEventAt: row['last_event_ms'] === null ? null : new Date(Number(row['last_event_ms'])),
  };
}

const INTERRUPT_EVERY_MS = 100;

/** Runs a question on a reader of its own; past `msMax` it is interrupted. */
async function askWithin(readers: ReaderPool, statement: Statement, msMax: number): Promise<Row[]> {
  const deadline = Date.now() + msMax;
  const reader = await readers.take(msMax);
  if (!reader) throw new QueryTooLong();
  // Again until it ends: a question that still waits for a thread has nothing to interrupt yet.
  const interrupt = (): void => {
    reader.interrupt();
    timer = setTimeout(interrupt, INTERRUPT_EVERY_MS);
  };
  let timer = setTimeout(interrupt, Math.max(deadline - Date.now(), 1));
  try {
    return await ask(reader, statement);
  } catch (error) {
    if (Date.now() >= deadline) throw new QueryTooLong();
    throw error;
  } finally {
    clearTimeout(timer);
    readers.give(reader);
  }
}

/** Takes as long as it takes, beside the other readers. */
async function writeParquet(readers: ReaderPool, { sql, parameters }: Statement, file: string): Promise<number> {
  const reader = await readers.take(QUERY_MS_MAX);
  if (!reader) throw new QueryTooLong();
  try {
    const target = `'${file.replaceAll("'", "''")}'`;
    const [written] = await ask(reader, {
      sql: `COPY (${sql}) TO ${target} (FORMAT parquet, COMPRESSION zstd)`,
      parameters,
    });
    return Number(written?.['Count']);
  } finally {
    readers.give(reader);
  }
}

/** Waits until every question has its answer, and lets no other begin. */
async function drain(readers: ReaderPool, count: number): Promise<void> {
  for (let taken = 0; taken < count; taken += 1) await readers.take(QUERY_MS_MAX);
}

/** One writer: what comes while another writes waits for its turn. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
