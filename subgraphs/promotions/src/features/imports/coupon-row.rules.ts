import { isKeepable, type ImportRejection, type ImportRow } from '@adal/service';
import { normaliseCode } from '../coupon-pools';

export const REQUIRED_COLUMNS = ['pool', 'code'];
const OPTIONAL_COLUMNS = ['member_id', 'valid_from', 'valid_until'];
export const isCouponColumn = (column: string): boolean =>
  REQUIRED_COLUMNS.includes(column) || OPTIONAL_COLUMNS.includes(column);

/** A code of another system as a file has it. */
export interface CouponRow {
  readonly line: number;
  /** Name or id of the pool. */
  readonly pool: string;
  readonly code: string;
  /** The chain's own id, or ours. */
  readonly memberId: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads one row, or says what is wrong with it. */
export function readCouponRow(row: ImportRow): CouponRow | ImportRejection {
  const { line } = row;
  const reject = (column: string, code: string, reason: string): ImportRejection => ({ line, column, code, reason });
  const pool = row.field('pool');
  if (pool === null) return reject('pool', 'POOL_MISSING', 'A code needs the name or id of its pool.');
  const code = normaliseCode(row.field('code') ?? '');
  if (!/^[^\p{Cc}]{3,64}$/u.test(code) || !isKeepable(code))
    return reject('code', 'CODE_INVALID', 'A code has 3 to 64 visible characters.');
  const days = { validFrom: row.field('valid_from'), validUntil: row.field('valid_until') };
  if (days.validFrom !== null && !isDay(days.validFrom)) return reject('valid_from', 'DAY_INVALID', DAY_FAULT);
  if (days.validUntil !== null && !isDay(days.validUntil)) return reject('valid_until', 'DAY_INVALID', DAY_FAULT);
  if (days.validFrom !== null && days.validUntil !== null && days.validUntil < days.validFrom) {
    return reject('valid_until', 'DAYS_REVERSED', 'The last day is before the first one.');
  }
  return { line, pool, code, memberId: row.field('member_id'), ...days };
}

const DAY_FAULT = 'A day such as 2026-11-22.';
const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
