import { formatMilli, formatMinor, parseMilli, parseMinor } from '@adal/money';

/** What became of one kind of rows. */
export interface StepReport {
  readonly kind: string;
  read: number;
  landed: number;
  unchanged: number;
  /** Passed over: not of this kind, or repeated. */
  skipped: number;
  rejected: Record<string, number>;
  /** Σ amount (minor units) and Σ quantity (thousandths) of what was sent, and of what is in the system now. */
  sentAmount: bigint;
  sentQuantity: bigint;
  landedAmount: bigint;
  landedQuantity: bigint;
  rejectedAmount: bigint;
  rejectedQuantity: bigint;
  seconds: number;
}

/** A report with nothing in it yet. */
export function emptyReport(kind: string): StepReport {
  return {
    kind,
    read: 0,
    landed: 0,
    unchanged: 0,
    skipped: 0,
    rejected: {},
    sentAmount: 0n,
    sentQuantity: 0n,
    landedAmount: 0n,
    landedQuantity: 0n,
    rejectedAmount: 0n,
    rejectedQuantity: 0n,
    seconds: 0,
  };
}

/** All rejected rows. */
export const rejectedOf = (report: StepReport): number => Object.values(report.rejected).reduce((a, b) => a + b, 0);

/** Amount and quantity of a row as the importer reads them; zero where there is none. */
export function figuresOf(
  values: readonly (string | null)[],
  amountAt: number,
  quantityAt: number,
): { amount: bigint; quantity: bigint } {
  return { amount: parseMinor(values[amountAt] ?? '') ?? 0n, quantity: parseMilli(values[quantityAt] ?? '') ?? 0n };
}

/** True when every row and every sum of the file is accounted for. */
export function reconciles(report: StepReport): boolean {
  const rows = report.landed + report.unchanged + report.skipped + rejectedOf(report);
  return rows === report.read && report.sentAmount === report.landedAmount + report.rejectedAmount;
}

/** The report as lines for a person. */
export function describeReport(report: StepReport): string[] {
  const count = (value: number): string => value.toLocaleString('en');
  const rate = report.seconds > 0 ? Math.round(report.read / report.seconds) : 0;
  const lines = [
    `${report.kind}: ${count(report.read)} rows read in ${report.seconds.toFixed(1)} s (${count(rate)}/s)`,
    `  landed ${count(report.landed)} · unchanged ${count(report.unchanged)} · passed over ${count(report.skipped)} · rejected ${count(rejectedOf(report))}`,
  ];
  for (const [code, rows] of Object.entries(report.rejected)) lines.push(`    rejected ${code}: ${count(rows)}`);
  if (report.kind === 'receipts') {
    lines.push(
      `  amount: file ${formatMinor(report.sentAmount)} = in the system ${formatMinor(report.landedAmount)} + rejected ${formatMinor(report.rejectedAmount)}`,
      `  quantity: file ${formatMilli(report.sentQuantity)} = in the system ${formatMilli(report.landedQuantity)} + rejected ${formatMilli(report.rejectedQuantity)}`,
    );
  }
  lines.push(
    reconciles(report)
      ? '  every row and every sum is accounted for'
      : '  NOT RECONCILED: rows or sums are missing; run the import again',
  );
  return lines;
}
