import type { LotSnapshot } from '@adal/events';
import { aReceipt } from '../builders';
import { ofMovement, type Movement } from './points-movements';
import { aWorld } from './world';

const told = aWorld(20_240_229);
/** Every other sale earns some of its points by a promotion, every fourth by two. */
const promotionsOf = (index: number, earned: number) =>
  ['P1', 'P2'].slice(0, index % 4 === 0 ? 2 : index % 2).map((promotionId) => ({
    ...{ promotionId, version: 1, variant: null, heldOut: false, pointsMinor: Math.floor(earned / 3) },
  }));
/** What it has, but lots: those are of this file alone. */
export const world = {
  ...told,
  lots: [],
  receipts: told.receipts.map((receipt, index) =>
    receipt.kind === 'SALE' ? { ...receipt, promotions: promotionsOf(index, receipt.pointsEarnedMinor) } : receipt,
  ),
};
export const [first, second] = world.members;
export const NOW = new Date('2024-03-04T12:00:00Z');
const DAY_MS = 86_400_000;

/** A movement that no receipt made. */
export const moved = (amountMinor: number, businessDay: string) => ({
  ...{
    entryId: `00000000-0000-7000-a000-${String(Math.abs(amountMinor)).padStart(12, '0')}`,
    memberId: first?.memberId ?? '',
    legalEntity: 'SOUTH',
  },
  ...{ amountMinor, businessDay, occurredAt: `${businessDay}T06:00:00Z` },
});
/** A return. Of what it had earned and nobody had, 40 stay, for money was kept back; 30 had expired and no longer have. */
export const returned = aReceipt({
  ...{ purchaseId: 'withheld', kind: 'RETURN', memberId: second?.memberId ?? '', businessDay: '2024-03-01' },
  ...{ pointsEarnedMinor: -100, pointsSpentMinor: 0, lines: [], occurredAt: '2024-03-01T06:00:00Z' },
  promotions: ['P1', 'P3'].map((promotionId) => ({
    ...{ promotionId, version: 1, variant: null, heldOut: false, pointsMinor: -30 },
  })),
});
const lot = (index: number, over: Partial<LotSnapshot>): LotSnapshot => ({
  ...{
    lotId: `00000000-0000-7000-9000-${String(index).padStart(12, '0')}`,
    memberId: first?.memberId ?? '',
    revision: 1,
  },
  ...{ status: 'ACTIVE', leftMinor: 100, activatesAt: '2024-01-01T00:00:00Z', source: 'PURCHASE', legalEntity: 'MAIN' },
  ...{ expiresAt: new Date(NOW.getTime() + index * 4 * DAY_MS).toISOString(), ...over },
});
export const lots = [
  ...Array.from({ length: 30 }, (_, index) => lot(index, index % 3 === 0 ? { memberId: second?.memberId ?? '' } : {})),
  lot(31, { expiresAt: null }),
  lot(32, { leftMinor: 0, expiresAt: new Date(NOW.getTime() + DAY_MS).toISOString() }),
  lot(33, { status: 'EXPIRED', expiresAt: new Date(NOW.getTime() + DAY_MS).toISOString() }),
];

/** Every movement, one by one, as the events say it. */
export const movements: readonly Movement[] = [
  ...[...world.receipts, returned]
    .filter(({ pointsBooked }) => pointsBooked)
    .flatMap(({ kind, businessDay: day, storeId: store, legalEntity: entity, memberId, ...receipt }) => {
      const at = { day, memberId, store, entity };
      const [earned, spent] = [Math.abs(receipt.pointsEarnedMinor), Math.abs(receipt.pointsSpentMinor)];
      const isReturn = kind === 'RETURN';
      const kept = receipt.purchaseId === 'withheld' ? { withheld: 40, revived: 30 } : { withheld: 0, revived: 0 };
      // What stays earned is 40 of 100: of each promotion's 30, and of the programme's 40, four tenths.
      const given = (receipt.promotions ?? []).map(({ promotionId: promotion, pointsMinor = 0 }) => ({
        ...{ ...at, kind: isReturn ? 'EARNED_BACK' : 'EARNED', promotion },
        amount: isReturn ? -pointsMinor * 0.6 : pointsMinor,
      }));
      return [
        ...given,
        {
          ...{ ...at, kind: isReturn ? 'EARNED_BACK' : 'EARNED' },
          amount: earned - kept.withheld - given.reduce((all, { amount }) => all + amount, 0),
        },
        { ...at, kind: isReturn ? 'SPENT_BACK' : 'SPENT', amount: spent },
        { ...at, kind: 'EXPIRED', amount: -kept.revived },
      ];
    }),
  ...world.expired.map((one) => ofMovement(one, 'EXPIRED')),
  ...world.granted.map(({ reason, movement }) => ofMovement(movement, reason)),
  ...world.activated.map((one) => ofMovement(one, 'ACTIVATED')),
  ...world.deducted.map((one) => ofMovement({ ...one, amountMinor: -one.amountMinor }, 'ADJUSTMENT')),
  ofMovement(moved(-70, '2024-02-28'), 'GRANT'),
  ofMovement(moved(50, '2024-02-28'), 'ACTIVATED'),
  ofMovement({ ...moved(60, '2024-02-29'), legalEntity: 'MAIN' }, 'CROSSED'),
  ofMovement(moved(-60, '2024-02-29'), 'CROSSED'),
];
