import type { EntityManager } from 'typeorm';
import type { CouponState } from './coupon.entity';

export interface StateChange {
  readonly poolNo: number;
  readonly from: CouponState;
  readonly to: CouponState;
}

/** Keeps the pools' figures, in the transaction that changes the states. */
export async function countStates(tx: EntityManager, changes: readonly StateChange[]): Promise<void> {
  const figures = [...Map.groupBy(changes, ({ poolNo }) => poolNo)].map(([no, own]) => ({
    no,
    redeemed: moved(own, 'REDEEMED'),
    expired: moved(own, 'EXPIRED'),
    revoked: moved(own, 'REVOKED'),
  }));
  for (const { no, redeemed, expired, revoked } of figures.sort((left, right) => left.no - right.no)) {
    if (redeemed === 0 && expired === 0 && revoked === 0) continue;
    await tx.query(
      'update coupon_pool set redeemed = redeemed + $2, expired = expired + $3, revoked = revoked + $4 where no = $1',
      [no, redeemed, expired, revoked],
    );
  }
}

const moved = (changes: readonly StateChange[], state: CouponState): number =>
  changes.reduce((sum, { from, to }) => sum + Number(to === state) - Number(from === state), 0);
