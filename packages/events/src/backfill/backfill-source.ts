import type { DataSource } from 'typeorm';
import { chunksOf, type ChunkLimits } from '../chunks';
import type { Envelope, EventOrigin } from '../envelope';

/** Facts that their owner tells again, page by page, made anew of its tables: streams keep 30 days. */
export interface BackfillSource {
  /** What is told, as a plural: `receipts`. */
  readonly kind: string;
  /** Tables whose rows are passed: how many there are, about, is known of them. */
  readonly tables: readonly string[];
  /**
   * What comes after a place that an earlier page answered; null begins. The order never changes, and one page costs the
   * owner little. Whatever is booked before the first page is told here; what comes meanwhile is in the stream.
   */
  page(db: DataSource, after: string | null, origin: EventOrigin): Promise<BackfillPage>;
}

/** A part of it: events as they would have been told, small enough for one message. */
export interface BackfillPage {
  readonly events: readonly Envelope[];
  /** Rows it passed, told or not. */
  readonly rows: number;
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null;
}

/** Makes a page of the first of these rows that fit one message. `rowsMax`: what was asked for; less is the end. */
export function backfillPage<R>(
  rows: readonly R[],
  rowsMax: number,
  placeOf: (row: R) => string,
  tell: (rows: readonly R[]) => readonly Envelope[],
  limits?: ChunkLimits,
): BackfillPage {
  const [told = []] = chunksOf(rows, limits);
  const last = told.at(-1);
  const isEnd = last === undefined || (told.length === rows.length && rows.length < rowsMax);
  return { events: last === undefined ? [] : tell(told), rows: told.length, next: isEnd ? null : placeOf(last) };
}
