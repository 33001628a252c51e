import type { ImportKind } from '../kinds';

/** What became of a file, row by row and sum by sum. Sums are exact: thousandths of a unit. */
export interface ImportReport {
  kind: ImportKind;
  dryRun: boolean;
  read: number;
  landed: number;
  unchanged: number;
  rejected: Record<string, number>;
  amount: Sum;
  quantity: Sum;
  seconds: number;
}

interface Sum {
  sent: bigint;
  landed: bigint;
  rejected: bigint;
}

export function emptyReport(kind: ImportKind, dryRun: boolean): ImportReport {
  const nothing = (): Sum => ({ sent: 0n, landed: 0n, rejected: 0n });
  return {
    kind,
    dryRun,
    read: 0,
    landed: 0,
    unchanged: 0,
    rejected: {},
    amount: nothing(),
    quantity: nothing(),
    seconds: 0,
  };
}

export function rejectedRows({ rejected }: ImportReport): number {
  return Object.values(rejected).reduce((sum, rows) => sum + rows, 0);
}

/** True when every row is accounted for, and for receipts every tiyn and gram as well. */
export function reconciles(report: ImportReport): boolean {
  const rows = report.landed + report.unchanged + rejectedRows(report) === report.read;
  const sums = [report.amount, report.quantity].every(({ sent, landed, rejected }) => sent === landed + rejected);
  return rows && (report.kind !== 'receipts' || sums);
}

/** "2.55" or "-0.125" in thousandths; zero for what is no number, as the services sum it. */
export function toThousandths(text: string): bigint {
  const match = /^([+-]?)(\d+)(?:[.,](\d{1,3})\d*)?$/.exec(text.trim());
  if (match === null) return 0n;
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole + fraction.padEnd(3, '0'));
  return sign === '-' ? -value : value;
}

export function fromThousandths(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(4, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
