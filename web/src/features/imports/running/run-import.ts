import type { Client } from 'urql';
import type { ImportAnswerFragment, ImportInput } from '@/graphql/generated/graphql';
import { kindsOfFile, type ImportKind } from '../kinds';
import { compileMapping, isPlain, type Mapping } from '../mapping';
import { readCsv, type CsvRecord } from '../reading/csv-records';
import { openFile, type Encoding } from '../reading/open-file';
import { toChunks, type ReadyRow } from './chunks';
import { importIdOf } from './import-id';
import { Rejected } from './rejected';
import { emptyReport, toThousandths, type ImportReport } from './report';

/** What a person decided about a file. */
export interface ImportPlan {
  file: File;
  encoding: Encoding;
  kind: ImportKind;
  mapping: Mapping;
  points: 'RECORD' | 'BOOK';
  dryRun: boolean;
}

export interface ImportRun {
  client: Client;
  plan: ImportPlan;
  signal: AbortSignal;
  onProgress: (report: ImportReport, bytes: number) => void;
}

type Landed = Extract<ImportAnswerFragment, { __typename: 'ImportLanded' }>;

/** Requests under way at once. Booking points keeps the order of the file: one at a time. */
const inFlight = { plain: 3, ordered: 1 };
const attemptsMax = 5;
const firstPauseMs = 500;

/** Reads a file once, sends it in requests that may be repeated, and counts what became of every row. */
export async function runImport(run: ImportRun): Promise<{ report: ImportReport; rejected: Rejected }> {
  const { plan, signal } = run;
  const startedAt = Date.now();
  const report = emptyReport(plan.kind, plan.dryRun);
  let bytes = 0;
  const csv = await readCsv(await openFile(plan.file, plan.encoding, (count) => (bytes += count)));
  const { columns, valuesOf } = compileMapping(plan.mapping, csv.header);
  const rejected = new Rejected(csv.header);
  const input = { importId: await idOf(plan, csv.header), columns, dryRun: plan.dryRun, ...pointsOf(plan) };
  const receiptIdAt = plan.kind === 'receipts' ? columns.indexOf('receipt_id') : undefined;
  const rows = readyRows(csv.records, valuesOf, report, rejected);
  const ordered = plan.kind === 'receipts' && plan.points === 'BOOK' && !plan.dryRun;
  const underway: Promise<void>[] = [];
  for await (const chunk of toChunks(rows, receiptIdAt)) {
    signal.throwIfAborted();
    const settled = sendChunk(run, input, chunk).then((answer) => {
      settle(report, rejected, columns, chunk, answer);
      report.seconds = (Date.now() - startedAt) / 1000;
      run.onProgress({ ...report }, bytes);
    });
    // Awaited in order below; a failure meanwhile must not count as unhandled.
    settled.catch(() => undefined);
    underway.push(settled);
    if (underway.length >= (ordered ? inFlight.ordered : inFlight.plain)) await underway.shift();
  }
  await Promise.all(underway);
  signal.throwIfAborted();
  return { report, rejected };
}

async function* readyRows(
  records: AsyncGenerator<CsvRecord>,
  valuesOf: (fields: string[]) => string[],
  report: ImportReport,
  rejected: Rejected,
): AsyncGenerator<ReadyRow> {
  for await (const record of records) {
    report.read += 1;
    if ('fields' in record) yield { line: record.line, values: valuesOf(record.fields), source: record.fields };
    else {
      countRejected(report, record.fault.code);
      rejected.add([record.raw], { line: record.line, column: null, ...record.fault });
    }
  }
}

async function sendChunk({ client, plan, signal }: ImportRun, shared: Omit<ImportInput, 'rows'>, chunk: ReadyRow[]) {
  const input = { ...shared, rows: chunk.map(({ line, values }) => ({ line, values })) };
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const { data, error } = await client.mutation(kindsOfFile[plan.kind].document, { input }).toPromise();
    if (data !== undefined) return data.answer;
    // What is refused once is refused always; what did not arrive is sent again, which changes nothing twice.
    if (attempt >= attemptsMax || error?.networkError === undefined) throw error ?? new Error('No answer');
    await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** attempt));
  }
}

function settle(
  report: ImportReport,
  rejected: Rejected,
  columns: string[],
  chunk: ReadyRow[],
  answer: ImportAnswerFragment,
) {
  const landed: Landed = answer.__typename === 'ImportLanded' ? answer : refusedWhole(chunk, answer);
  const [amountAt, quantityAt] = [columns.indexOf('amount'), columns.indexOf('quantity')];
  const reasons = new Map(landed.rejected.map((rejection) => [rejection.line, rejection]));
  for (const { line, values, source } of chunk) {
    const amount = toThousandths(values[amountAt] ?? '');
    const quantity = toThousandths(values[quantityAt] ?? '');
    report.amount.sent += amount;
    report.quantity.sent += quantity;
    const reason = reasons.get(line);
    if (reason === undefined) continue;
    report.amount.rejected += amount;
    report.quantity.rejected += quantity;
    countRejected(report, reason.code);
    rejected.add(source, reason);
  }
  report.landed += landed.landed;
  report.unchanged += landed.unchanged;
  report.amount.landed += toThousandths(landed.amount);
  report.quantity.landed += toThousandths(landed.quantity);
}

function refusedWhole(chunk: ReadyRow[], { code, message }: { code: string; message: string }): Landed {
  const rejected = chunk.map(({ line }) => ({ line, column: null, code, reason: message }));
  return {
    __typename: 'ImportLanded',
    read: chunk.length,
    landed: 0,
    unchanged: 0,
    amount: '0',
    quantity: '0',
    rejected,
  };
}

function countRejected(report: ImportReport, code: string) {
  report.rejected[code] = (report.rejected[code] ?? 0) + 1;
}

function pointsOf({ kind, points }: ImportPlan): Pick<ImportInput, 'points'> {
  return kind === 'receipts' ? { points } : {};
}

function idOf({ file, kind, points, mapping }: ImportPlan, header: string[]): Promise<string> {
  const how = isPlain(mapping, header) ? '' : JSON.stringify(mapping);
  return importIdOf(file, `${kind}\n${points}\n${how}`);
}
