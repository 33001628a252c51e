import { birthdaysBetween, bornBy, daysAhead, daysOf, plusDays } from './days.rules';
import { allOf, betweenDays, within, type Moment } from './moment';
import type { Condition, ConditionOf } from './segment-definition';
import type { SegmentPlan } from './segment-plan';

const COLUMNS = {
  CITY: 'city',
  GENDER: 'gender',
  HOME_STORE: 'home_store_id',
  LANGUAGE: 'language',
  ENROLLED_AT: 'channel',
  STATUS: 'status',
} as const;

type ProfileCondition = Extract<
  Condition,
  {
    kind:
      | keyof typeof COLUMNS
      | 'AGE'
      | 'REGISTERED'
      | 'CONSENT'
      | 'CONTACT'
      | 'ATTRIBUTE'
      | 'ATTRIBUTE_KNOWN'
      | 'ATTRIBUTE_RANGE'
      | 'CHILD'
      | 'CHILDREN'
      | 'BIRTHDAY';
  }
>;

/** What a member said of themselves, as of today. */
export function profileTest(plan: SegmentPlan, condition: ProfileCondition, at: Moment): string {
  switch (condition.kind) {
    case 'AGE':
      return ageTest(plan, condition, at);
    case 'REGISTERED':
      return betweenDays(plan, 'm.business_day', daysOf(condition.when, at.today));
    case 'CONSENT':
      return `m.consent_${condition.channel.toLowerCase()} = ${condition.given}`;
    case 'CONTACT':
      return `m.${condition.contact.toLowerCase()}_known = ${condition.known}`;
    case 'ATTRIBUTE':
      return attributeTest(plan, condition);
    case 'ATTRIBUTE_KNOWN':
      return `${attribute(plan, condition.key, "f.value <> ''")} ${condition.known ? '> 0' : '= 0'}`;
    case 'ATTRIBUTE_RANGE':
      return `${attribute(plan, condition.key, rangeTest(plan, condition))} > 0`;
    case 'CHILD':
      return `${plan.aggregate('children', `countIf(${childTest(plan, condition, at)})`, null)} > 0`;
    case 'CHILDREN':
      return within(plan, plan.aggregate('children', 'count()', null), condition);
    case 'BIRTHDAY':
      return birthdayTest(plan, condition, at);
    default:
      return `m.${COLUMNS[condition.kind]} IN ${plan.bind('Array(String)', condition.in)}`;
  }
}

function ageTest(plan: SegmentPlan, { from, to, unknown }: ConditionOf<'AGE'>, { today }: Moment): string {
  const known = `m.birth_date IS NOT NULL AND ${allOf(bornBetween(plan, 'm.birth_date', from, to, today))}`;
  return unknown ? `m.birth_date IS NULL OR (${known})` : known;
}

/** Of so many full years today. Of two bounds the older one comes first in time. */
function bornBetween(
  plan: SegmentPlan,
  sql: string,
  from: number | undefined,
  to: number | undefined,
  today: string,
): string[] {
  return [
    ...(from === undefined ? [] : [`${sql} <= toDate32(${plan.bind('String', bornBy(today, from))})`]),
    ...(to === undefined ? [] : [`${sql} > toDate32(${plan.bind('String', bornBy(today, to + 1))})`]),
  ];
}

function childTest(plan: SegmentPlan, { from, to, gender }: ConditionOf<'CHILD'>, { today }: Moment): string {
  return allOf([
    ...bornBetween(plan, 'f.birth_date', from, to, today),
    // Who is not born yet has no age.
    `f.birth_date < toDate32(${plan.bind('String', plusDays(today, 1))})`,
    ...(gender === undefined ? [] : [`f.gender = ${plan.bind('String', gender)}`]),
  ]);
}

function birthdayTest(plan: SegmentPlan, { of, when }: ConditionOf<'BIRTHDAY'>, { today }: Moment): string {
  const days = plan.bind('Array(String)', birthdaysBetween(daysAhead(when, today)).map(String));
  const isIn = (sql: string): string => `toString(toMonth(${sql}) * 100 + toDayOfMonth(${sql})) IN ${days}`;
  if (of === 'CHILD') return `${plan.aggregate('children', `countIf(${isIn('f.birth_date')})`, null)} > 0`;
  return `m.birth_date IS NOT NULL AND ifNull(${isIn('m.birth_date')}, false)`;
}

/** "" also stands for members of whom it is not known. */
function attributeTest(plan: SegmentPlan, { key, in: values }: ConditionOf<'ATTRIBUTE'>): string {
  const named = `${attribute(plan, key, `f.value IN ${plan.bind('Array(String)', values)}`)} > 0`;
  return values.includes('') ? `${named} OR ${attribute(plan, key, "f.value <> ''")} = 0` : named;
}

function rangeTest(plan: SegmentPlan, { type, from, to }: ConditionOf<'ATTRIBUTE_RANGE'>): string {
  // Days of ISO 8601 compare as texts do.
  const value = type === 'NUMBER' ? 'toFloat64OrNull(f.value)' : "nullIf(f.value, '')";
  const bound = (text: string): string =>
    type === 'NUMBER' ? `toFloat64OrNull(${plan.bind('String', text)})` : plan.bind('String', text);
  const tests = [
    ...(from === undefined ? [] : [`${value} >= ${bound(from)}`]),
    ...(to === undefined ? [] : [`${value} <= ${bound(to)}`]),
  ];
  return tests.length === 0 ? `${value} IS NOT NULL` : `ifNull(${tests.join(' AND ')}, false)`;
}

/** Whether the member's value of the key is one that the test wants: 1 or 0. */
function attribute(plan: SegmentPlan, key: string, test: string): string {
  const ofKey = `f.key = ${plan.bind('String', key)}`;
  return plan.aggregate('attributes', `countIf(${ofKey} AND ${test})`, ofKey);
}
