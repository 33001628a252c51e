/** A member or receipt with what changed for them; days and stores only of receipts. */
export interface TopRow {
  readonly id: string;
  /** Gain in minor units, money and points together; negative is a loss. */
  readonly gain: bigint;
  readonly money: bigint;
  readonly points: bigint;
  readonly memberId: string | null;
  readonly storeId: string | null;
  readonly at: number | null;
}

/** The rows with the largest change, largest first; equal ones by id, so that lists of parts merge to the list of the whole. */
export type TopList = TopRow[];

/** Rows of a list. */
const TOP_ROWS = 50;

/** Puts a row where it belongs; drops it when the list is full of larger ones. */
export function offer(list: TopList, row: TopRow): void {
  const last = list[TOP_ROWS - 1];
  if (last !== undefined && compare(row, last) > 0) return;
  let place = list.length;
  for (let above = list[place - 1]; above !== undefined && compare(row, above) < 0; above = list[place - 1]) place -= 1;
  list.splice(place, 0, row);
  if (list.length > TOP_ROWS) list.pop();
}

function compare(left: TopRow, right: TopRow): number {
  const [one, other] = [magnitude(left.gain), magnitude(right.gain)];
  if (one !== other) return one > other ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
