import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../gateway-client';
import {
  columnsOf,
  columnsOfTest,
  compile,
  compileTest,
  expressionSchema,
  testSchema,
  type SourceRow,
} from './expression';
import { KINDS, kindSchema, type ImportKind } from './kinds';

const stepSchema = z.strictObject({
  kind: kindSchema,
  /** Another file, beside the one on the command line. */
  file: z.string().optional(),
  /** Rows written here instead of read from a file. */
  rows: z.array(z.record(z.string(), z.string())).optional(),
  columns: z.record(z.string(), expressionSchema).optional(),
  /** Rows to pass over without a word: they are not of this kind (a receipt without a customer is no member). */
  skip: testSchema.optional(),
  /** Rows to reject, the first that holds: they come back in the rejected file and are counted by code. */
  reject: z.array(z.strictObject({ when: testSchema, code: z.string(), reason: z.string() })).default([]),
  /** Columns of the result that identify it; later rows with the same values are passed over. */
  distinct: z.array(z.string()).optional(),
  /** Receipts only: false when the lines of one receipt are not next to each other in the file. */
  grouped: z.boolean().default(true),
  /** Receipts only: columns that all lines take from the receipt's first line. */
  firstOfReceipt: z.array(z.string()).default([]),
  /** Receipts only: number the lines by their order in the receipt. */
  numberLines: z.boolean().default(false),
});

const mappingSchema = z.strictObject({
  name: z.string(),
  notes: z.array(z.string()).default([]),
  steps: z.array(stepSchema).min(1),
});

/** One kind of rows made of one file. */
export type MappingStep = z.infer<typeof stepSchema>;
/** A mapping file. */
export type Mapping = z.infer<typeof mappingSchema>;

/** Reads and checks a mapping file; a fault is a sentence that names the place. */
export function readMapping(file: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorError(
      `${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new OperatorError(
    `${file}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  );
}

/** The mapping of a file that already has our columns. */
export function plainStep(kind: ImportKind): MappingStep {
  return { kind, reject: [], grouped: true, firstOfReceipt: [], numberLines: false };
}

/** What became of a row on its way through a step. */
export type MappedRow = { skip: true } | { values: string[]; reject?: { code: string; reason: string } };

/** A compiled step: the columns it sends, and how a row of the file becomes their values. */
export interface CompiledStep {
  readonly columns: readonly string[];
  map(row: SourceRow, line: number): MappedRow;
}

/** Compiles a step against the file's header; throws a sentence when a column it reads is not there. */
export function compileStep(step: MappingStep, header: readonly string[]): CompiledStep {
  const expressions = step.columns ?? Object.fromEntries(header.map((column) => [column, column]));
  const read = [...Object.values(expressions).flatMap(columnsOf), ...(step.skip ? columnsOfTest(step.skip) : [])];
  const missing = [...new Set(read)].filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new OperatorError(`The file has no column ${missing.join(', ')}; its columns are ${header.join(', ')}.`);
  }
  const columns = Object.keys(expressions);
  const required = KINDS[step.kind].required.filter((column) => !columns.includes(column));
  if (required.length > 0) {
    throw new OperatorError(
      `${step.kind} need the column ${required.join(', ')}; a mapping (--mapping) can derive it.`,
    );
  }
  const values = Object.values(expressions).map(compile);
  const skip = step.skip ? compileTest(step.skip) : null;
  const rejections = step.reject.map((rule) => ({
    test: compileTest(rule.when),
    code: rule.code,
    reason: rule.reason,
  }));
  const distinct = step.distinct?.map((column) => columns.indexOf(column)) ?? null;
  const seen = new Set<string>();
  return {
    columns,
    map: (row, line) => {
      if (skip?.(row)) return { skip: true };
      const mapped = values.map((value) => value(row, line));
      const rejected = rejections.find((rule) => rule.test(row));
      if (rejected) return { values: mapped, reject: { code: rejected.code, reason: rejected.reason } };
      if (distinct) {
        const key = distinct.map((index) => mapped[index]).join('\u0000');
        if (seen.has(key)) return { skip: true };
        seen.add(key);
      }
      return { values: mapped };
    },
  };
}
