import type { Binder } from '../../store/binder';
import { isDayOff } from '../../store/calendar';
import { daysOf, plusDays } from './days.rules';
import { allOf, betweenDays, within, type Moment } from './moment';
import { namesGoods, type Condition, type ConditionOf, type Goods } from './segment-definition';
import type { Window } from './windows';
import type { SegmentPlan } from './segment-plan';

type PurchaseCondition = Extract<Condition, { kind: 'PURCHASES' | 'AVERAGE_RECEIPT' | 'DAYS_SINCE' | 'BRAND_SHARE' }>;

/** What a member bought, less what came back: a return counts on the day of the sale that it takes from. */
export function purchaseTest(plan: SegmentPlan, condition: PurchaseCondition, at: Moment): string {
  switch (condition.kind) {
    case 'PURCHASES':
      return within(plan, measured(plan, condition, at), condition);
    case 'AVERAGE_RECEIPT':
      return averageTest(plan, condition, at);
    case 'DAYS_SINCE':
      return daysSinceTest(plan, condition, at);
    case 'BRAND_SHARE':
      return shareTest(plan, condition, at);
  }
}

function measured(plan: SegmentPlan, { of, when, measure }: ConditionOf<'PURCHASES'>, at: Moment): string {
  const test = allOf([windowTest(plan, when, at), ...goodsTests(plan, of)]);
  // Lines are read when goods are asked for; receipts are a quarter of them.
  const byLine = namesGoods(of);
  if (measure !== 'RECEIPTS' && measure !== 'DAYS' && measure !== 'STORES') {
    const sum = `sumIf(${measure === 'AMOUNT' && byLine ? 'f.amount_minor' : SUMMED[measure]}, ${test})`;
    return plan.aggregate(byLine ? 'lines' : 'receipts', sum, test);
  }
  if (byLine) return plan.own(leftOf(test), COUNTED[measure]);
  const stands = `f.stands AND ${test}`;
  const counted = {
    RECEIPTS: `countIf(${stands})`,
    DAYS: `uniqExactIf(f.sale_day, ${stands})`,
    STORES: `uniqExactIf(f.sale_store_id, ${stands})`,
  };
  return plan.aggregate('receipts', counted[measure], test);
}

const COUNTED = { RECEIPTS: 'count()', DAYS: 'uniqExact(f.sale_day)', STORES: 'uniqExact(f.sale_store_id)' };

const SUMMED = {
  AMOUNT: 'f.payable_minor',
  QUANTITY: 'f.quantity_milli',
  POINTS_EARNED: 'f.points_earned_minor',
  POINTS_SPENT: 'f.points_spent_minor',
} as const;

/** Of these goods, the purchases of which something is left once all that came back is taken away. */
const leftOf = (test: string): string => `
  SELECT f.member_id AS member_id, min(f.sale_day) AS sale_day, min(f.sale_store_id) AS sale_store_id
    FROM member_lines AS f WHERE ${test}
    GROUP BY f.member_id, if(f.original_receipt_id = '', f.receipt_id, f.original_receipt_id) HAVING sum(f.quantity_milli) > 0`;

function windowTest(plan: SegmentPlan, when: Window, { today }: Moment): string {
  return betweenDays(plan, 'f.sale_day', daysOf(when, today));
}

/** What picks purchases, or lines, `f` of these goods, places and times: by the sale, so that what came back goes with it. */
export function goodsTests(plan: Pick<Binder, 'bind'>, of: Goods): string[] {
  const among = (sql: string, values: readonly string[] | undefined): string[] =>
    values ? [`${sql} IN ${plan.bind('Array(String)', values)}`] : [];
  return [
    ...among('f.sale_store_id', of.stores),
    ...(of.cities
      ? [
          `f.sale_store_id IN (SELECT s.store_id FROM stores AS s WHERE s.city IN ${plan.bind('Array(String)', of.cities)})`,
        ]
      : []),
    ...(of.categories ? [categoryTest(plan, of.categories)] : []),
    ...among('f.brand', of.brands),
    ...among('f.sku', of.skus),
    ...(of.weekdays
      ? [`toString(toDayOfWeek(f.sale_day)) IN ${plan.bind('Array(String)', of.weekdays.map(String))}`]
      : []),
    ...(of.dayKind ? [`${of.dayKind === 'DAY_OFF' ? '' : 'NOT '}${isDayOff('f.sale_day')}`] : []),
    ...(of.hours
      ? [`f.sale_hour >= ${plan.bind('Int64', of.hours.from)} AND f.sale_hour <= ${plan.bind('Int64', of.hours.to)}`]
      : []),
    ...(of.promoted === undefined ? [] : [`f.promo = ${of.promoted}`]),
  ];
}

function categoryTest(plan: Pick<Binder, 'bind'>, categories: readonly string[]): string {
  const below = categories
    .filter((category) => category !== '')
    .map((category) => `startsWith(f.category_path, ${plan.bind('String', `${category} > `)})`);
  return `(${[`f.category_path IN ${plan.bind('Array(String)', categories)}`, ...below].join(' OR ')})`;
}

function averageTest(plan: SegmentPlan, { when, from, to }: ConditionOf<'AVERAGE_RECEIPT'>, at: Moment): string {
  const sum = measured(plan, { kind: 'PURCHASES', of: {}, when, measure: 'AMOUNT' }, at);
  const count = measured(plan, { kind: 'PURCHASES', of: {}, when, measure: 'RECEIPTS' }, at);
  return allOf([
    `${count} > 0`,
    ...(from === undefined ? [] : [`${sum} >= ${plan.bind('Int64', from)} * ${count}`]),
    ...(to === undefined ? [] : [`${sum} <= ${plan.bind('Int64', to)} * ${count}`]),
  ]);
}

function daysSinceTest(
  plan: SegmentPlan,
  { purchase, from, to }: ConditionOf<'DAYS_SINCE'>,
  { today }: Moment,
): string {
  const day = purchase === 'LAST' ? 'b.last_day' : 'b.first_day';
  const days = {
    from: to === undefined ? null : plusDays(today, -to),
    to: from === undefined ? null : plusDays(today, -from),
  };
  return `${plan.feature('purchases')} > 0 AND ifNull(${betweenDays(plan, day, days)}, false)`;
}

function shareTest(plan: SegmentPlan, { brand, by, when, from }: ConditionOf<'BRAND_SHARE'>, at: Moment): string {
  const measure = by === 'AMOUNT' ? ('AMOUNT' as const) : ('RECEIPTS' as const);
  const ofBrand = measured(plan, { kind: 'PURCHASES', of: { brands: [brand] }, when, measure }, at);
  const all = measured(plan, { kind: 'PURCHASES', of: {}, when, measure }, at);
  return `${all} > 0 AND ${ofBrand} * 1000 >= ${plan.bind('Int64', from)} * ${all}`;
}
