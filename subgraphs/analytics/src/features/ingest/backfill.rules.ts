import type { StreamPosition } from '../../store/analytics-store';

/** What stores of older versions were not filled with, and can be at any time. */
const LATER = [
  'ledger.crossings',
  'promotions.holidays',
  'promotions.coupon-pools',
  'promotions.coupons',
  'promotions.coupon-uses',
] as const;

/** What owners tell again, what others are filled from first: lines take their category from products. */
export const BACKFILLS = [
  'ledger.stores',
  'promotions.products',
  'members.members',
  'analytics.groups',
  'ledger.receipts',
  'ledger.returns',
  'ledger.movements',
  'ledger.lots',
  ...LATER,
] as const;

/** How far the store is filled with what one owner tells again. */
export interface BackfillPlace {
  /** `ledger.receipts`: the owner and what it tells. */
  readonly source: string;
  /** Where the next page begins; null at first. */
  readonly after: string | null;
  readonly isDone: boolean;
  readonly rows: number;
  /** Rows there are, about. */
  readonly about: number;
}

const PREFIX = 'backfill.';

/** Beside the positions in streams, so that it is lost and set aside with the facts. */
export function positionOf({ source, rows, ...rest }: BackfillPlace): StreamPosition {
  return { stream: PREFIX + source, streamCreatedAt: JSON.stringify(rest), sequence: rows, lastEventAt: null };
}

/** Places among the store's positions. */
export function placesAmong(positions: readonly StreamPosition[]): BackfillPlace[] {
  return positions.filter(isBackfill).map(({ stream, streamCreatedAt, sequence }) => ({
    ...(JSON.parse(streamCreatedAt) as Pick<BackfillPlace, 'after' | 'isDone' | 'about'>),
    source: stream.slice(PREFIX.length),
    rows: sequence,
  }));
}

export const isBackfill = ({ stream }: StreamPosition): boolean => stream.startsWith(PREFIX);

/**
 * Where filling begins: nowhere, unless the store knows nothing at all; but what owners have told since a later version
 * is asked of them by a store of an older one too.
 */
export function beginningOf(positions: readonly StreamPosition[], sources: readonly string[]): BackfillPlace[] {
  const known = new Set(placesAmong(positions).map(({ source }) => source));
  const asked =
    positions.length === 0
      ? sources
      : sources.filter((source) => LATER.some((one) => one === source) && !known.has(source));
  return asked.map((source) => ({ source, after: null, isDone: false, rows: 0, about: 0 }));
}
