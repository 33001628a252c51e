import { z } from 'zod';
import { divideScaled, multiplyScaled, readScaled, wholeId, writeScaled, type Scaled } from './decimal';

/** A test of one row. Texts are compared after trimming; numbers are exact. */
export type Test =
  | { column: string; equals: string }
  | { column: string; startsWith: string }
  | { column: string; is: 'blank' | 'negative' | 'zero' | 'number' }
  | { not: Test }
  | { all: Test[] }
  | { any: Test[] };

/** How a column is made of the file's columns. A plain string names a column of the file; the line's number in the file may stand for an id. */
export type Expression =
  | string
  | { value: string }
  | { line: true }
  | { wholeId: Expression }
  | { join: Expression[]; separator: string }
  | { first: Expression[] }
  | { add: Expression[]; decimals: number }
  | { subtract: [Expression, Expression]; decimals: number }
  | { multiply: [Expression, Expression]; decimals: number }
  | { divide: [Expression, Expression]; decimals: number }
  | { absolute: Expression }
  | { when: Test; then: Expression; else: Expression };

export const testSchema: z.ZodType<Test> = z.lazy(() =>
  z.union([
    z.strictObject({ column: z.string(), equals: z.string() }),
    z.strictObject({ column: z.string(), startsWith: z.string() }),
    z.strictObject({ column: z.string(), is: z.enum(['blank', 'negative', 'zero', 'number']) }),
    z.strictObject({ not: testSchema }),
    z.strictObject({ all: z.array(testSchema) }),
    z.strictObject({ any: z.array(testSchema) }),
  ]),
);

const decimals = z.int().min(0).max(6);
export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ value: z.string() }),
    z.strictObject({ line: z.literal(true) }),
    z.strictObject({ wholeId: expressionSchema }),
    z.strictObject({ join: z.array(expressionSchema), separator: z.string() }),
    z.strictObject({ first: z.array(expressionSchema) }),
    z.strictObject({ add: z.array(expressionSchema), decimals }),
    z.strictObject({ subtract: z.tuple([expressionSchema, expressionSchema]), decimals }),
    z.strictObject({ multiply: z.tuple([expressionSchema, expressionSchema]), decimals }),
    z.strictObject({ divide: z.tuple([expressionSchema, expressionSchema]), decimals }),
    z.strictObject({ absolute: expressionSchema }),
    z.strictObject({ when: testSchema, then: expressionSchema, else: expressionSchema }),
  ]),
);

/** A row of the file by column name. */
export type SourceRow = Readonly<Record<string, string>>;

/** Makes a value of a row and its line in the file, counted from 1 with the header. */
type Read = (row: SourceRow, line: number) => string;

/** Every column of the file that an expression reads. */
export function columnsOf(expression: Expression): string[] {
  if (typeof expression === 'string') return [expression];
  if ('value' in expression || 'line' in expression) return [];
  if ('wholeId' in expression) return columnsOf(expression.wholeId);
  if ('absolute' in expression) return columnsOf(expression.absolute);
  if ('when' in expression)
    return [...columnsOfTest(expression.when), ...columnsOf(expression.then), ...columnsOf(expression.else)];
  return operandsOf(expression).flatMap(columnsOf);
}

/** Every column of the file that a test reads. */
export function columnsOfTest(test: Test): string[] {
  if ('column' in test) return [test.column];
  if ('not' in test) return columnsOfTest(test.not);
  return ('all' in test ? test.all : test.any).flatMap(columnsOfTest);
}

/** Compiles an expression once; a number that cannot be read makes a blank, so that the importer names the column. */
export function compile(expression: Expression): Read {
  if (typeof expression === 'string') return (row) => (row[expression] ?? '').trim();
  if ('value' in expression) return () => expression.value;
  if ('line' in expression) return (_row, line) => String(line);
  if ('wholeId' in expression) return after(compile(expression.wholeId), wholeId);
  if ('absolute' in expression) return after(compile(expression.absolute), (text) => text.replace(/^\s*-/, ''));
  if ('when' in expression) {
    const [test, then, otherwise] = [compileTest(expression.when), compile(expression.then), compile(expression.else)];
    return (row, line) => (test(row) ? then(row, line) : otherwise(row, line));
  }
  const operands = operandsOf(expression).map(compile);
  if ('join' in expression)
    return (row, line) =>
      operands
        .map((one) => one(row, line))
        .filter(Boolean)
        .join(expression.separator);
  if ('first' in expression) return (row, line) => operands.map((one) => one(row, line)).find(Boolean) ?? '';
  return (row, line) => {
    const numbers = operands.map((one) => readScaled(one(row, line)));
    const result = numbers.some((number) => number === null) ? null : calculate(expression, numbers as Scaled[]);
    return result === null ? '' : writeScaled(result, expression.decimals);
  };
}

/** Compiles a test once. */
export function compileTest(test: Test): (row: SourceRow) => boolean {
  if ('not' in test) return negate(compileTest(test.not));
  if ('all' in test || 'any' in test) {
    const parts = ('all' in test ? test.all : test.any).map(compileTest);
    return 'all' in test ? (row) => parts.every((part) => part(row)) : (row) => parts.some((part) => part(row));
  }
  const text = (row: SourceRow): string => (row[test.column] ?? '').trim();
  if ('equals' in test) return (row) => text(row) === test.equals;
  if ('startsWith' in test) return (row) => text(row).startsWith(test.startsWith);
  if (test.is === 'blank') return (row) => text(row) === '';
  return (row) => {
    const number = readScaled(text(row));
    if (number === null) return false;
    return test.is === 'number' || (test.is === 'zero' ? number === 0n : number < 0n);
  };
}

type Arithmetic = Extract<Expression, { decimals: number }>;

function operandsOf(expression: Arithmetic | { join: Expression[] } | { first: Expression[] }): Expression[] {
  if ('join' in expression) return expression.join;
  if ('first' in expression) return expression.first;
  if ('add' in expression) return expression.add;
  if ('subtract' in expression) return expression.subtract;
  return 'multiply' in expression ? expression.multiply : expression.divide;
}

function calculate(expression: Arithmetic, [left = 0n, right = 0n, ...more]: Scaled[]): Scaled | null {
  if ('add' in expression) return [left, right, ...more].reduce((a, b) => a + b, 0n);
  if ('subtract' in expression) return left - right;
  return 'multiply' in expression ? multiplyScaled(left, right) : divideScaled(left, right);
}

const after =
  (read: Read, change: (text: string) => string): Read =>
  (row, line) =>
    change(read(row, line));
const negate = (test: (row: SourceRow) => boolean) => (row: SourceRow) => !test(row);
