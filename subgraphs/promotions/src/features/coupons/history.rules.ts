import type { Coupon, CouponChange } from './coupon.entity';

export type HistoryLine = Pick<CouponChange, 'what' | 'at' | 'purchaseId' | 'memberId' | 'authorName'>;

/** Adds what bulk work does not write for each code: its making by a batch, and the end of its last day. */
export function withDerived(
  { state, expiresOn }: Pick<Coupon, 'state' | 'expiresOn'>,
  written: readonly HistoryLine[],
  batch: { startedAt: Date; authorName: string } | null,
): HistoryLine[] {
  const nobody = { purchaseId: null, memberId: null, authorName: null };
  const ended =
    state === 'EXPIRED' && expiresOn !== null
      ? [{ ...nobody, what: 'EXPIRED' as const, at: new Date(Date.parse(expiresOn) + MS_PER_DAY) }]
      : [];
  const made =
    batch === null ? [] : [{ ...nobody, what: 'ISSUED' as const, at: batch.startedAt, authorName: batch.authorName }];
  return [...ended, ...written, ...made];
}

const MS_PER_DAY = 86_400_000;
