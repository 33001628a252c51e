import type { SegmentNode } from './segment-definition';
import type { RfmScoring } from '../rfm';
import type { Binder } from '../../store/binder';

/** What a definition means depends on when it is asked, and on other definitions. */
export interface Moment {
  /** The chain's day. */
  readonly today: string;
  readonly now: Date;
  readonly zone: string;
  /** How an RFM grid scores today; null before its first bounds are made. */
  rfm(gridId: string): RfmScoring | null;
  /** The definition of another segment; null when there is none. */
  segment(id: string): SegmentNode | null;
}

/** Both ends inside; true when both are open. */
export function within(
  { bind }: Pick<Binder, 'bind'>,
  sql: string,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
): string {
  return allOf([
    ...(from === undefined ? [] : [`${sql} >= ${bind('Int64', from)}`]),
    ...(to === undefined ? [] : [`${sql} <= ${bind('Int64', to)}`]),
  ]);
}

/** Days that lie between two, both inside; true when both are open. */
export function betweenDays(
  { bind }: Pick<Binder, 'bind'>,
  sql: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): string {
  return allOf([
    ...(from === null ? [] : [`${sql} >= toDate(${bind('String', from)})`]),
    ...(to === null ? [] : [`${sql} <= toDate(${bind('String', to)})`]),
  ]);
}

/** True when nothing is asked. */
export const allOf = (tests: readonly string[]): string => (tests.length === 0 ? 'true' : tests.join(' AND '));
