export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export const DAY_MS = 86_400_000;
export const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
export const over = (above: number, below: number): number | null => (below === 0 ? null : above / below);
export const distinct = <T>(rows: readonly T[], of: (row: T) => unknown): number => new Set(rows.map(of)).size;
export const timeOf = ({ occurredAt }: { readonly occurredAt: string }): number => Date.parse(occurredAt);
export const during = ({ from, to }: Period, at: number): boolean => at >= from.getTime() && at < to.getTime();
