import type { GatewayClient } from '../gateway-client';
import { showProgress } from '../progress';
import type { SourceRow } from './expression';
import { KINDS } from './kinds';
import { compileStep, type CompiledStep, type MappingStep } from './mapping';
import type { CsvRecord, CsvSource } from './read-csv';
import type { RejectedFile, Rejection } from './rejected-file';
import { figuresOf, rejectedOf, type StepReport } from './report';
import { toUnits, type ReadyRow, type ReceiptShape, type Unit } from './units';

/** Rows of one request; the importers take no more. */
const CHUNK_ROWS_MAX = 1_000;
/** Requests under way at once. Booking points keeps the order of the file: one at a time. */
const IN_FLIGHT = { plain: 3, ordered: 1 };

/** What a step is run with. */
export interface StepRun {
  readonly client: GatewayClient;
  readonly step: MappingStep;
  readonly source: CsvSource;
  readonly importId: string;
  readonly dryRun: boolean;
  readonly points: 'RECORD' | 'BOOK';
  readonly rejected: RejectedFile;
  readonly report: StepReport;
  /** Where an interrupted run had come to; zeros for a new one. */
  readonly done: { readonly chunks: number; readonly line: number };
  /** Called after each chunk, in order, when its figures are in the report. */
  onChunk(done: { chunks: number; line: number }): void;
}

interface Landed {
  readonly __typename: string;
  readonly message?: string;
  readonly landed: number;
  readonly unchanged: number;
  readonly amount: string;
  readonly quantity: string;
  readonly rejected: readonly Rejection[];
}

/** Reads the source once, maps, groups, sends chunks and counts what became of every row. */
export async function runStep(run: StepRun): Promise<void> {
  const { report, step, source } = run;
  const compiled = compileStep(step, source.header);
  const columns = step.numberLines ? [...compiled.columns, 'line_no'] : [...compiled.columns];
  const startedAt = Date.now();
  const progress = showProgress(step.kind.padEnd(9));
  const show = (): void =>
    progress.update(
      source.progress() * shareSettled(report),
      report.read,
      `${report.landed.toLocaleString('en')} landed, ${rejectedOf(report).toLocaleString('en')} rejected`,
    );
  // Reading starts anew, so what only reading counts starts at nothing; the rest goes on from the saved figures.
  Object.assign(report, { read: 0, skipped: 0 });
  const position = { line: 0 };
  const units = toUnits(mapRecords(source.records, compiled, run, position), receiptShape(step, columns));
  const underway: (() => Promise<void>)[] = [];
  const width = run.points === 'BOOK' && step.kind === 'receipts' ? IN_FLIGHT.ordered : IN_FLIGHT.plain;
  let chunkNo = 0;
  let lastIds: string[] = [];
  for await (const chunk of toChunks(units)) {
    chunkNo += 1;
    if (chunkNo <= run.done.chunks) continue;
    const [chunks, line, answer] = [chunkNo, position.line, sendChunk(run, columns, chunk)];
    lastIds = chunk.map((row) => row.values[columns.indexOf('member_id')] ?? '');
    // Awaited in order below; a failure meanwhile must not count as unhandled.
    answer.catch(() => undefined);
    underway.push(async () => {
      settle(run, columns, chunk, await answer);
      run.onChunk({ chunks, line });
      show();
    });
    if (underway.length >= width) await underway.shift()?.();
  }
  for (const finish of underway) await finish();
  if (step.kind === 'members' && !run.dryRun) await ledgerKnows(run.client, lastIds);
  progress.stop();
  report.seconds += (Date.now() - startedAt) / 1_000;
}

/** Longest wait for the ledger to hear of imported members. */
const HEARD_MS_MAX = 120_000;

/** Waits until the ledger has heard of the last members, so that receipts imported next find them. */
async function ledgerKnows(client: GatewayClient, memberIds: readonly string[]): Promise<void> {
  const deadline = Date.now() + HEARD_MS_MAX;
  let known = -1;
  while (Date.now() < deadline) {
    const { membersKnown } = await client.ask<{ membersKnown: number }>(
      'query Known($ids: [ID!]!) { membersKnown(externalIds: $ids) }',
      { ids: memberIds },
    );
    // Rejected members never become known: it is enough that the count has come to rest above nothing.
    if (membersKnown === memberIds.length || (membersKnown > 0 && membersKnown === known)) return;
    known = membersKnown;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Rows of the file that are of this step; rejections of the file itself are written at once. */
async function* mapRecords(
  records: AsyncIterable<CsvRecord>,
  compiled: CompiledStep,
  run: StepRun,
  position: { line: number },
): AsyncGenerator<ReadyRow> {
  const { report, rejected } = run;
  const [amountAt, quantityAt] = [compiled.columns.indexOf('amount'), compiled.columns.indexOf('quantity')];
  const rejectNew = (row: SourceRow, rejection: Rejection, values: readonly string[] = []): void => {
    // Up to there the interrupted run has written and counted them.
    if (rejection.line <= run.done.line) return;
    countRejected(report, figuresOf(values, amountAt, quantityAt));
    reject(report, rejected, row, rejection);
  };
  for await (const record of records) {
    report.read += 1;
    position.line = record.line;
    if ('fault' in record) {
      rejectNew({ raw: record.raw }, { line: record.line, column: null, ...record.fault });
      continue;
    }
    const mapped = compiled.map(record.row, record.line);
    if ('skip' in mapped) report.skipped += 1;
    else if (!mapped.reject) yield { line: record.line, values: mapped.values, source: record.row };
    else rejectNew(record.row, { line: record.line, column: null, ...mapped.reject }, mapped.values);
  }
}

async function* toChunks(units: AsyncIterable<Unit>): AsyncGenerator<Unit> {
  let chunk: Unit = [];
  for await (const unit of units) {
    if (chunk.length > 0 && chunk.length + unit.length > CHUNK_ROWS_MAX) {
      yield chunk;
      chunk = [];
    }
    chunk.push(...unit);
  }
  if (chunk.length > 0) yield chunk;
}

async function sendChunk(run: StepRun, columns: readonly string[], chunk: Unit): Promise<Landed> {
  const { mutation } = KINDS[run.step.kind];
  const document = `mutation Import($input: ImportInput!) { result: ${mutation}(input: $input) {
    __typename ... on UserError { message }
    ... on ImportLanded { landed unchanged amount quantity rejected { line column code reason } } } }`;
  const { result } = await run.client.ask<{ result: Landed }>(document, {
    input: {
      importId: run.importId,
      columns,
      rows: chunk.map((row) => ({ line: row.line, values: row.values })),
      dryRun: run.dryRun,
      ...(run.step.kind === 'receipts' ? { points: run.points } : {}),
    },
  });
  if (result.__typename === 'ImportLanded') return result;
  return { ...result, landed: 0, unchanged: 0, amount: '0', quantity: '0', rejected: refuseAll(chunk, result.message) };
}

/** Counts a chunk's answer. */
function settle(run: StepRun, columns: readonly string[], chunk: Unit, answer: Landed): void {
  const { report } = run;
  report.landed += answer.landed;
  report.unchanged += answer.unchanged;
  const at = { amount: columns.indexOf('amount'), quantity: columns.indexOf('quantity') };
  const rejections = new Map(answer.rejected.map((rejection) => [rejection.line, rejection]));
  for (const row of chunk) {
    const figures = figuresOf(row.values, at.amount, at.quantity);
    const rejection = rejections.get(row.line);
    if (rejection) {
      countRejected(report, figures);
      reject(report, run.rejected, row.source, rejection);
    } else {
      report.sentAmount += figures.amount;
      report.sentQuantity += figures.quantity;
    }
  }
  const landed = figuresOf([answer.amount, answer.quantity], 0, 1);
  report.landedAmount += landed.amount;
  report.landedQuantity += landed.quantity;
}

/** A rejected row is part of the file's sums. */
function countRejected(report: StepReport, figures: { amount: bigint; quantity: bigint }): void {
  report.sentAmount += figures.amount;
  report.sentQuantity += figures.quantity;
  report.rejectedAmount += figures.amount;
  report.rejectedQuantity += figures.quantity;
}

/** Share of the rows read so far whose fate is known: below one while scattered receipts wait in their buckets. */
function shareSettled(report: StepReport): number {
  return (report.landed + report.unchanged + report.skipped + rejectedOf(report)) / Math.max(1, report.read);
}

function reject(report: StepReport, file: RejectedFile, row: SourceRow, rejection: Rejection): void {
  report.rejected[rejection.code] = (report.rejected[rejection.code] ?? 0) + 1;
  file.write(row, rejection);
}

const refuseAll = (chunk: Unit, reason = 'The chunk was refused.'): Rejection[] =>
  chunk.map((row) => ({ line: row.line, column: null, code: 'CHUNK_REFUSED', reason }));

function receiptShape(step: MappingStep, columns: readonly string[]): ReceiptShape | null {
  if (step.kind !== 'receipts') return null;
  return {
    idAt: columns.indexOf('receipt_id'),
    lineNoAt: columns.indexOf('line_no'),
    numberLines: step.numberLines,
    firstAt: step.firstOfReceipt.map((column) => columns.indexOf(column)).filter((index) => index >= 0),
    grouped: step.grouped,
  };
}
