export const pageSize = 50;

/** A place in a list that is read by cursor: the cursor it begins after, and how many rows lie before it. */
export interface KeysetPlace {
  after: string | undefined;
  at: number;
}

/** Reads the place from an address; a table that shares its page with another puts a prefix before its keys. */
export function keysetPlace(params: URLSearchParams, prefix = ''): KeysetPlace {
  const at = Number(params.get(`${prefix}at`) ?? 0);
  const after = params.get(`${prefix}after`) ?? undefined;
  return after === undefined || !Number.isSafeInteger(at) || at <= 0 ? { after: undefined, at: 0 } : { after, at };
}

/** An address without the place: what a changed filter starts from. */
export function firstPage(prefix = ''): Record<string, undefined> {
  return { [`${prefix}after`]: undefined, [`${prefix}at`]: undefined };
}
