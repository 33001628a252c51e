import { daysAhead, daysOf, plusDays } from './days.rules';
import { allOf, betweenDays, within, type Moment } from './moment';
import type { Condition, ConditionOf } from './segment-definition';
import type { SegmentPlan } from './segment-plan';

export type CouponCondition = Extract<Condition, { kind: `COUPONS_${string}` }>;
type OwnCondition = Exclude<CouponCondition, ConditionOf<'COUPONS_REDEEMED'>>;

/** How many coupons a member has, had or used; without bounds: some at all. */
export function couponTest(plan: SegmentPlan, condition: CouponCondition, at: Moment): string {
  const { from, to } = condition;
  const test = allOf([
    ...(condition.pools?.length ? [`f.pool_id IN ${plan.bind('Array(String)', condition.pools)}`] : []),
    ...(condition.kind === 'COUPONS_REDEEMED' ? useTests(plan, condition, at) : ownTests(plan, condition, at)),
  ]);
  const coupons = plan.aggregate(
    condition.kind === 'COUPONS_REDEEMED' ? 'couponUses' : 'coupons',
    `countIf(${test})`,
    test,
  );
  return within(plan, coupons, from === undefined && to === undefined ? { from: 1 } : { from, to });
}

/** By the promotions that took it. */
function useTests(plan: SegmentPlan, condition: ConditionOf<'COUPONS_REDEEMED'>, { today }: Moment): string[] {
  const taken = condition.promotions?.map((id) => `indexOf(f.taken_by, ${plan.bind('String', id)}) > 0`) ?? [];
  return [
    'f.counts',
    ...(taken.length > 0 ? [`(${taken.join(' OR ')})`] : []),
    betweenDays(plan, 'f.used_on', daysOf(condition.when, today)),
  ];
}

/** By the promotions that issued it. */
function ownTests(plan: SegmentPlan, condition: OwnCondition, at: Moment): string[] {
  const { promotions } = condition;
  return [
    ...(promotions?.length ? [`f.promotion_id IN ${plan.bind('Array(String)', promotions)}`] : []),
    stateTest(plan, condition, at),
  ];
}

function stateTest(plan: SegmentPlan, condition: OwnCondition, { today }: Moment): string {
  const lastDay = (days: { readonly from: string | null; readonly to: string | null }): string =>
    `ifNull(${betweenDays(plan, 'f.last_day', days)}, false)`;
  switch (condition.kind) {
    case 'COUPONS_RECEIVED':
      return betweenDays(plan, 'f.issued_on', daysOf(condition.when, today));
    case 'COUPONS_USABLE':
      return usable(plan, today);
    case 'COUPONS_EXPIRING':
      return `${usable(plan, today)} AND ${lastDay(daysAhead(condition.when, today))}`;
    case 'COUPONS_EXPIRED': {
      const { from, to } = daysOf(condition.when, today);
      const yesterday = plusDays(today, -1);
      const over = { from, to: to === null || to > yesterday ? yesterday : to };
      return `f.status = 'OPEN' AND f.uses = 0 AND ${lastDay(over)}`;
    }
  }
}

/** Days are read of stores' calendars at tills, of the chain's here. */
function usable({ bind }: SegmentPlan, today: string): string {
  const day = `toDate(${bind('String', today)})`;
  const begun = ['f.valid_from', 'f.pool_from'].map((first) => `ifNull(${first} <= ${day}, true)`);
  return [`f.status = 'OPEN'`, `f.pool_status = 'OPEN'`, ...begun, `ifNull(f.last_day >= ${day}, true)`].join(' AND ');
}
