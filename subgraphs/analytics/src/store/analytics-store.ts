import type { CouponPoolRow, CouponUseRow, MemberCouponRow } from './coupon.tables';
import type {
  ChildRow,
  GroupMemberRow,
  HolidayRow,
  LineRow,
  LotRow,
  MemberAttributeRow,
  MemberRow,
  PointsRow,
  ProductRow,
  ReceiptRow,
  StoreRow,
} from './tables';

/**
 * Rows to add. No id occurs twice within one table of a batch; lines come with their receipts, children and attributes
 * with their member, in full.
 */
export interface Facts {
  readonly receipts: readonly ReceiptRow[];
  readonly lines: readonly LineRow[];
  readonly points: readonly PointsRow[];
  readonly members: readonly MemberRow[];
  readonly children: readonly ChildRow[];
  readonly memberAttributes: readonly MemberAttributeRow[];
  readonly stores: readonly StoreRow[];
  readonly products: readonly ProductRow[];
  readonly lots: readonly LotRow[];
  readonly groupMembers: readonly GroupMemberRow[];
  readonly holidays: readonly HolidayRow[];
  readonly couponPools: readonly CouponPoolRow[];
  readonly memberCoupons: readonly MemberCouponRow[];
  readonly couponUses: readonly CouponUseRow[];
}

/** How far a stream is taken in. A stream made anew has another birthday: its sequences start again. */
export interface StreamPosition {
  readonly stream: string;
  readonly streamCreatedAt: string;
  readonly sequence: number;
  /** When the last event taken in happened; null before the first. */
  readonly lastEventAt: Date | null;
}

/** What can be bound to a parameter. */
export type ParameterValue = string | number | readonly string[];

/**
 * A question in the common subset of both engines. Parameters are written `{name:Type}` with ClickHouse's types and
 * bound, never pasted.
 */
export interface Statement {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** A row of an answer: 64-bit integers come as decimal strings, days as YYYY-MM-DD. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A question that was stopped because it took longer than QUERY_MS_MAX. */
export class QueryTooLong extends Error {}

/** The longest a question may take, waiting for its turn included. */
export const QUERY_MS_MAX = 30_000;

/** Long work of the store on itself: filling what an older version did not keep, or putting tables in order. */
export interface StoreWork {
  readonly what: 'FILLING' | 'SORTING';
  /** 0 to 1. */
  readonly share: number;
}

/** The columnar store, embedded or a cluster. */
export interface AnalyticsStore {
  readonly kind: 'DUCKDB' | 'CLICKHOUSE';
  /**
   * Adds facts and moves the positions, as one step: after a crash either both are there or the batch comes again,
   * and a receipt, movement or snapshot that is there already is not added twice. Lines without a category or brand
   * take them from the products known, at once or when the product arrives.
   */
  append(facts: Facts, positions: readonly StreamPosition[]): Promise<void>;
  positions(): Promise<StreamPosition[]>;
  /** Makes features of the members touched since anew, and answers who they are. What a crash interrupts is done again. */
  refreshFeatures(): Promise<string[]>;
  /** Makes the features of all members anew. */
  rebuildFeatures(): Promise<void>;
  /** Puts tables in the order in which questions read them, as far as they are out of it. Facts are added meanwhile. */
  maintain(): Promise<void>;
  /** What the store does besides answering and adding; null when nothing. */
  work(): StoreWork | null;
  /** Names of files that were found damaged and set aside, oldest first, until somebody removes them. */
  damaged(): string[];
  /** Answers while facts are being added. Throws QueryTooLong. */
  query(statement: Statement): Promise<Row[]>;
  /** Writes the answer as a Parquet file and says how many rows it has. Absent where others can ask the engine themselves. */
  readonly writeParquet?: (statement: Statement, file: string) => Promise<number>;
  /** Moves everything away under another name, which it answers, and begins empty. Nothing is deleted. */
  setAside(reason: string): Promise<string>;
  close(): Promise<void>;
}
