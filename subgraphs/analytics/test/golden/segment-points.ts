import type { LotSnapshot, MemberSnapshot } from '@adal/events';
import { DateTime } from 'luxon';
import type { ConditionOf } from '../../src/features/segment-language/segment-definition';
import type { SegmentWorld } from './segment-brute-force';
import { isBetween, liesAhead } from './segment-days';

type PointsCondition = ConditionOf<'POINTS' | 'POINTS_ACTIVATING' | 'POINTS_EXPIRING'>;

/** Whether a member has so many points; without bounds: some at all. */
export function pointsHold(world: SegmentWorld, condition: PointsCondition, { memberId }: MemberSnapshot): boolean {
  const lots = world.lots.filter((lot) => lot.memberId === memberId && lotFits(world, condition, lot));
  const { from, to } = condition;
  const sum = lots.reduce((total, { leftMinor }) => total + leftMinor, 0);
  return isBetween(sum, from === undefined && to === undefined ? { from: 1 } : { from, to });
}

function lotFits({ today, now }: SegmentWorld, condition: PointsCondition, lot: LotSnapshot): boolean {
  const isAhead = lot.expiresAt === null || new Date(lot.expiresAt) > now;
  const isOn = (at: string, when: Parameters<typeof liesAhead>[1]): boolean =>
    liesAhead(DateTime.fromISO(at, { zone: 'Asia/Almaty' }).toFormat('yyyy-MM-dd'), when, today);
  switch (condition.kind) {
    case 'POINTS':
      return condition.state === 'PENDING' ? lot.status === 'PENDING' : lot.status === 'ACTIVE' && isAhead;
    case 'POINTS_ACTIVATING':
      return lot.status === 'PENDING' && isOn(lot.activatesAt, condition.when);
    case 'POINTS_EXPIRING':
      return lot.status !== 'EXPIRED' && lot.expiresAt !== null && isAhead && isOn(lot.expiresAt, condition.when);
  }
}
