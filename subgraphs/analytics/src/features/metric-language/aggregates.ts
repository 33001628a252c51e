import type { Amount } from './build-metrics';

export const SALE = "f.kind = 'SALE'";
export const RETURN = "f.kind = 'RETURN'";

type From = Amount['from'];

/** Columns of receipts and of lines that are added up; rollups have the same, unless lines alone know it. */
export interface Columns {
  readonly receipts: string;
  readonly lines?: string;
  /** Where goods by day do not know the column of lines, or know it by another name. */
  readonly salesBySku?: string | null;
}

/** A sum over all that can tell it. */
export function summed({ receipts, lines, salesBySku = lines ?? null }: Columns, only?: string): From {
  const sum =
    (column: string) =>
    (condition: string): string =>
      `sumIf(${column}, ${only ? `${only} AND ` : ''}${condition})`;
  return {
    salesByHour: sum(receipts),
    ...(salesBySku === null ? {} : { salesBySku: sum(salesBySku) }),
    receipts: sum(receipts),
    ...(lines === undefined ? {} : { lines: sum(lines) }),
  };
}

/** How many receipts; by goods a receipt counts once for each. */
export const receiptsOf = (only: string): From => ({
  salesByHour: (condition) => `sumIf(f.receipts, ${only} AND ${condition})`,
  receipts: (condition) => `countIf(${only} AND ${condition})`,
  lines: (condition) => `uniqExactIf(f.receipt_id, ${only} AND ${condition})`,
});

/** How many different values. */
export const distinct = (value: string, only: string): NonNullable<From['lines']> => {
  return (condition) => `uniqExactIf(${value}, ${only} AND ${condition})`;
};
