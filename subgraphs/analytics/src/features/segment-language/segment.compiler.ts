import { couponTest } from './coupon.conditions';
import type { Moment } from './moment';
import { pointsTest } from './points.conditions';
import { profileTest } from './profile.conditions';
import { purchaseTest } from './purchase.conditions';
import { scoredMembers } from '../rfm';
import type { ConditionOf, Condition, SegmentNode } from './segment-definition';
import type { SegmentPlan } from './segment-plan';

/**
 * A boolean expression over the row of a member; never null. What it needs of the store is added to the plan. A segment
 * that is gone, or that names itself by way of others, holds for nobody.
 */
export function compileSegment(
  plan: SegmentPlan,
  node: SegmentNode,
  at: Moment,
  inside: readonly string[] = [],
): string {
  const compile = (part: SegmentNode): string => compileSegment(plan, part, at, inside);
  switch (node.kind) {
    case 'NOT':
      return `NOT ${compile(node.of)}`;
    case 'ALL':
      return node.of.length === 0 ? 'true' : `(${node.of.map(compile).join(' AND ')})`;
    case 'ANY':
      return node.of.length === 0 ? 'false' : `(${node.of.map(compile).join(' OR ')})`;
    case 'SEGMENT': {
      const other = inside.includes(node.id) ? null : at.segment(node.id);
      return other ? compileSegment(plan, other, at, [...inside, node.id]) : 'false';
    }
    default:
      return `(${testOf(plan, node, at)})`;
  }
}

function testOf(plan: SegmentPlan, condition: Exclude<Condition, { kind: 'SEGMENT' }>, at: Moment): string {
  switch (condition.kind) {
    case 'PURCHASES':
    case 'AVERAGE_RECEIPT':
    case 'DAYS_SINCE':
    case 'BRAND_SHARE':
      return purchaseTest(plan, condition, at);
    case 'POINTS':
    case 'POINTS_ACTIVATING':
    case 'POINTS_EXPIRING':
      return pointsTest(plan, condition, at);
    case 'COUPONS_RECEIVED':
    case 'COUPONS_REDEEMED':
    case 'COUPONS_USABLE':
    case 'COUPONS_EXPIRING':
    case 'COUPONS_EXPIRED':
      return couponTest(plan, condition, at);
    case 'GROUP':
      return groupTest(plan, condition);
    case 'RFM':
      return rfmTest(plan, condition, at);
    default:
      return profileTest(plan, condition, at);
  }
}

function groupTest(plan: SegmentPlan, { id }: ConditionOf<'GROUP'>): string {
  const ofGroup = `f.group_id = ${plan.bind('String', id)}`;
  return `${plan.aggregate('groups', `countIf(${ofGroup} AND f.member)`, ofGroup)} > 0`;
}

function rfmTest(plan: SegmentPlan, { grid, cells }: ConditionOf<'RFM'>, at: Moment): string {
  const scoring = at.rfm(grid);
  if (!scoring) return 'false';
  return `${plan.own(scoredMembers(plan.bind, scoring), `countIf(f.cell IN ${plan.bind('Array(String)', cells)})`)} > 0`;
}
