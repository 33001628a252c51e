import type { ImportRejection } from '@adal/service';

/** What became of a chunk. */
export interface ImportLanded {
  readonly __typename: 'ImportLanded';
  readonly read: number;
  readonly landed: number;
  readonly unchanged: number;
  readonly rejected: ImportRejection[];
  readonly amount: bigint;
  readonly quantity: bigint;
}

/** Answers a chunk: every row landed, was there already, or comes back. */
export function landed(
  read: number,
  count: number,
  rejected: readonly ImportRejection[],
  sums = { amount: 0n, quantity: 0n },
): ImportLanded {
  return {
    __typename: 'ImportLanded',
    read,
    landed: count,
    unchanged: read - count - rejected.length,
    rejected: rejected.toSorted((one, other) => one.line - other.line),
    ...sums,
  };
}
