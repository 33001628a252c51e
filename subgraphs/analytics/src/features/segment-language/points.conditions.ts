import { daysAhead, momentsOf } from './days.rules';
import { within, type Moment } from './moment';
import type { Condition, ConditionOf } from './segment-definition';
import type { SegmentPlan } from './segment-plan';

type PointsCondition = Extract<Condition, { kind: 'POINTS' | 'POINTS_ACTIVATING' | 'POINTS_EXPIRING' }>;

/** What is in a member's wallet: points that are left of lots. */
export function pointsTest(plan: SegmentPlan, condition: PointsCondition, at: Moment): string {
  return within(plan, sumOf(plan, testOf(plan, condition, at)), boundsOf(condition));
}

const sumOf = (plan: SegmentPlan, test: string): string =>
  plan.aggregate('lots', `sumIf(f.left_minor, ${test})`, `f.left_minor > 0`);

/** Without bounds: some at all. */
function boundsOf({ from, to }: PointsCondition): { from?: number | undefined; to?: number | undefined } {
  return from === undefined && to === undefined ? { from: 1 } : { from, to };
}

/** What is bound is used: an engine refuses parameters that a question does not name. */
function testOf(plan: SegmentPlan, condition: PointsCondition, at: Moment): string {
  const instant = (moment: Date): string => `fromUnixTimestamp64Milli(${plan.bind('Int64', moment.getTime())})`;
  if (condition.kind === 'POINTS') return stateTest(condition, instant(at.now));
  const [begin, end] = momentsOf(daysAhead(condition.when, at.today), at.zone).map(instant);
  // What should have been turned over by now, and will be within the hour, counts as if it were.
  return condition.kind === 'POINTS_ACTIVATING'
    ? `f.status = 'PENDING' AND f.activates_at >= ${begin} AND f.activates_at < ${end}`
    : `f.status <> 'EXPIRED' AND ifNull(f.expires_at >= ${begin} AND f.expires_at < ${end} AND f.expires_at > ${instant(at.now)}, false)`;
}

function stateTest({ state }: ConditionOf<'POINTS'>, now: string): string {
  return state === 'PENDING'
    ? `f.status = 'PENDING' AND f.activates_at > ${now}`
    : `(f.status = 'ACTIVE' OR (f.status = 'PENDING' AND f.activates_at <= ${now})) AND ifNull(f.expires_at > ${now}, true)`;
}
