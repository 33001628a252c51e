import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** A receipt as its data set prints it: days and hours of the shop's clock, money in cents, pieces in thousandths. */
export interface Purchase {
  readonly id: string;
  readonly member: string | null;
  readonly isReturn: boolean;
  readonly store: string;
  readonly day: string;
  readonly hour: number;
  readonly lines: PurchaseLine[];
}

export interface PurchaseLine {
  readonly sku: string;
  /** Names from the top, joined by " > "; "" when the data set does not say. */
  readonly category: string;
  readonly brand: string;
  readonly cents: number;
  readonly milli: number;
}

export type Row = Readonly<Record<string, string>>;

/** Rows of a gzipped CSV file. */
export async function* rowsOf(file: string): AsyncGenerator<Row> {
  const rows = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  for await (const row of rows) yield row as Row;
}

/** A decimal number exactly, in units of so many decimals. */
export function scaled(text: string, decimals: number): number {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  const value = Number(whole + part.padEnd(decimals, '0').slice(0, decimals));
  return sign === '-' ? -value : value;
}

/** Half away from zero. */
export const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** Adds a line to its receipt, which the first of its lines opens. */
export function addLine(to: Map<string, Purchase>, head: Omit<Purchase, 'lines'>, line: PurchaseLine): void {
  const purchase = to.get(head.id) ?? { ...head, lines: [] };
  if (purchase.lines.push(line) === 1) to.set(head.id, purchase);
}
