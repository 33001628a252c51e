import { badInput } from './access';

/** Most rows of a page. */
export const PAGE_MAX = 500;

/** A page of rows in Relay's shape. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** Checks `first`: 1 to 500. */
export function pageSize(first: number | null | undefined, fallback = 50): number {
  const size = first ?? fallback;
  if (size < 1 || size > PAGE_MAX) throw badInput(`first must be between 1 and ${PAGE_MAX}.`);
  return size;
}

/** Keyset values → opaque cursor. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Opaque cursor → keyset values; refuses what is not a cursor of `length` values. */
export function decodeCursor(cursor: string | null | undefined, length: number): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const scalar = (key: unknown): key is string | number => typeof key === 'string' || typeof key === 'number';
    if (Array.isArray(keys) && keys.length === length && keys.every(scalar)) return keys;
  } catch {
    // Falls through to the sentence below.
  }
  throw badInput('after is not a cursor of this list.');
}

/** Makes a connection of up to size + 1 rows: the extra row only tells that more follow. */
export function connectionOf<T>(
  rows: readonly T[],
  size: number,
  after: string | null | undefined,
  keysOf: (row: T) => (string | number)[],
): Connection<T> {
  const edges = rows.slice(0, size).map((node) => ({ cursor: encodeCursor(keysOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
