import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GatewayClient } from '../gateway-client';
import { dropState, loadState, saveState } from './import-state';
import type { ImportKind } from './kinds';
import { plainStep, readMapping, type Mapping, type MappingStep } from './mapping';
import { openCsv, type CsvSource } from './read-csv';
import { RejectedFile } from './rejected-file';
import { describeReport, emptyReport, reconciles, rejectedOf, type StepReport } from './report';
import { runStep } from './run-step';

/** An import as the operator asks for it. */
export interface ImportRequest {
  readonly kind: ImportKind;
  readonly file: string;
  readonly mappingFile?: string;
  readonly dryRun: boolean;
  readonly points: 'RECORD' | 'BOOK';
  /** Where the finished lines go. */
  print(line: string): void;
}

/**
 * Imports a file: streaming, resumable, idempotent. Answers false when a sum does not reconcile.
 * Beside the file it writes `<file>.rejected.csv` (when rows came back) and `<file>.report.json`.
 */
export async function runImport(client: GatewayClient, request: ImportRequest): Promise<boolean> {
  const mapping: Mapping = request.mappingFile
    ? readMapping(request.mappingFile)
    : { name: path.basename(request.file), notes: [], steps: [plainStep(request.kind)] };
  const importId = await fingerprint(request);
  const stateFile = `${request.file}.import-state.json`;
  const state = request.dryRun ? null : loadState(stateFile, importId);
  if (state)
    request.print(`Going on where the last run stopped: step ${state.step + 1}, chunk ${state.done.chunks + 1}.`);
  const rejected = new RejectedFile(`${request.file}.rejected.csv`, state !== null);
  const reports: StepReport[] = state?.reports ?? [];
  for (const [index, step] of mapping.steps.entries()) {
    if (state && index < state.step) continue;
    const report = (reports[index] ??= emptyReport(step.kind));
    await runStep({
      client,
      step,
      source: await sourceOf(step, request.file),
      importId: `${importId}-${index}`,
      dryRun: request.dryRun,
      points: request.points,
      rejected,
      report,
      done: state?.step === index ? state.done : { chunks: 0, line: 0 },
      onChunk: (done) => {
        if (!request.dryRun) saveState(stateFile, { importId, step: index, done, reports });
      },
    });
    describeReport(report).forEach(request.print);
  }
  await rejected.close();
  dropState(stateFile);
  mapping.notes.forEach((note) => request.print(`note: ${note}`));
  if (reports.some((report) => rejectedOf(report) > 0)) request.print(`Rejected rows with reasons: ${rejected.path}`);
  writeReport(`${request.file}.report.json`, mapping.name, reports);
  if (request.dryRun) request.print('Dry run: nothing was changed.');
  return reports.every(reconciles);
}

async function sourceOf(step: MappingStep, mainFile: string): Promise<CsvSource> {
  if (!step.rows) return openCsv(step.file ? path.join(path.dirname(mainFile), step.file) : mainFile);
  const rows = step.rows;
  const records = (async function* () {
    for (const [index, row] of rows.entries()) yield { line: index + 2, row };
  })();
  return { header: Object.keys(rows[0] ?? {}), records, progress: () => 1 };
}

/** The same content gives the same import, so that sending a file twice changes nothing. */
async function fingerprint(request: ImportRequest): Promise<string> {
  const hash = createHash('sha256').update(`${request.kind}\n${request.points}\n`);
  if (request.mappingFile) await pipeline(createReadStream(request.mappingFile), hash, { end: false });
  await pipeline(createReadStream(request.file), hash, { end: false }).catch(() => undefined);
  return hash.digest('hex').slice(0, 32);
}

function writeReport(file: string, name: string, reports: readonly StepReport[]): void {
  const text = JSON.stringify(
    { name, steps: reports },
    (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    2,
  );
  writeFileSync(file, `${text}\n`);
}
