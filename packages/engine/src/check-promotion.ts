import type { Effect, MemberCondition, Promotion, Schedule, Scope } from './promotion';
import type { Programme } from './programme';
import { categoryPaths } from './scope-index';

const PERCENT_100 = 10_000n;
const FACTOR_ONE = 100n;
const FACTOR_MAX = 10_000n;
const MINUTES_PER_DAY = 1_440;
const AGE_MAX = 150;
const BIRTHDAY_DAYS_MAX = 180;
const CONDITION_DEPTH_MAX = 10;

/** Why a promotion cannot be compiled, in one sentence; null when it can. */
export function checkPromotion(promotion: Promotion): string | null {
  if (!Number.isSafeInteger(promotion.priority)) return 'The priority must be an integer.';
  return checkEffect(promotion.effect) ?? checkSchedule(promotion.schedule) ?? checkCondition(promotion.audience, 1);
}

/** Why programme settings cannot be compiled, in one sentence; null when they can. */
export function checkProgramme(programme: Programme): string | null {
  if (!isPercent(programme.earnPercent)) return 'The share earned must be from 0 to 100 %.';
  if (!isPercent(programme.payPercent)) return 'The share payable by points must be from 0 to 100 %.';
  if (programme.rounding.unitMinor < 1n) return 'Points must be rounded to at least 0.01.';
  if (!isDays(programme.activationDelayDays)) return 'The activation delay must be whole days, zero or more.';
  if (programme.lifetimeDays !== null && !(isDays(programme.lifetimeDays) && programme.lifetimeDays > 0)) {
    return 'The lifetime of points must be at least one whole day.';
  }
  return null;
}

const isPercent = (percent: bigint): boolean => percent >= 0n && percent <= PERCENT_100;
const isDays = (days: number): boolean => Number.isSafeInteger(days) && days >= 0 && days <= 36_500;

function checkEffect(effect: Effect): string | null {
  const scopeFault = checkScope(effect.scope);
  if (scopeFault !== null) return scopeFault;
  switch (effect.kind) {
    case 'PERCENT_OFF':
      return effect.percent > 0n && effect.percent <= PERCENT_100
        ? null
        : 'The discount must be above 0 and at most 100 %.';
    case 'AMOUNT_OFF':
      if (effect.amountMinor <= 0n) return 'The amount off must be above zero.';
      return effect.thresholdMinor >= 0n ? null : 'The threshold must not be negative.';
    case 'POINTS_MULTIPLIER':
      return effect.factor > FACTOR_ONE && effect.factor <= FACTOR_MAX
        ? null
        : 'The multiplier must be above 1 and at most 100.';
  }
}

/** A blank category would silently mean all goods. */
function checkScope({ skus, brands, categories }: Scope): string | null {
  const isBlank = [...skus, ...brands].some((name) => name.trim() === '');
  return isBlank || categories.some((category) => categoryPaths(category).length === 0)
    ? 'A SKU, brand or category of the goods is blank.'
    : null;
}

function checkSchedule(schedule: Schedule): string | null {
  if (schedule.from !== null && schedule.until !== null && schedule.from >= schedule.until) {
    return 'The promotion ends before it starts.';
  }
  if (schedule.weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    return 'A day of the week must be from 1 (Monday) to 7 (Sunday).';
  }
  const isMinute = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_PER_DAY;
  for (const { fromMinute, untilMinute } of schedule.windows) {
    if (!isMinute(fromMinute) || !isMinute(untilMinute)) return 'A time window must lie within a day.';
    if (fromMinute === untilMinute) return 'A time window must not be empty.';
  }
  return null;
}

function checkCondition(condition: MemberCondition, depth: number): string | null {
  if (depth > CONDITION_DEPTH_MAX) return `Conditions are nested deeper than ${CONDITION_DEPTH_MAX} levels.`;
  switch (condition.kind) {
    case 'ALL':
    case 'ANY': {
      if (condition.of.length === 0) return 'A group of conditions is empty.';
      return condition.of.map((part) => checkCondition(part, depth + 1)).find((fault) => fault !== null) ?? null;
    }
    case 'NOT':
      return checkCondition(condition.of, depth + 1);
    case 'AGE':
      return checkAge(condition.from ?? 0, condition.to ?? AGE_MAX);
    case 'BIRTHDAY':
      return [condition.daysBefore, condition.daysAfter].every((days) => isDays(days) && days <= BIRTHDAY_DAYS_MAX)
        ? null
        : `A birthday window must be from 0 to ${BIRTHDAY_DAYS_MAX} days on each side.`;
    case 'CITY':
      return condition.cities.length > 0 ? null : 'A city condition must name a city.';
    case 'EVERYONE':
    case 'IDENTIFIED':
    case 'GENDER':
      return null;
  }
}

function checkAge(from: number, to: number): string | null {
  const valid = [from, to].every((age) => Number.isInteger(age) && age >= 0 && age <= AGE_MAX);
  return valid && from <= to
    ? null
    : `An age range must lie within 0 and ${AGE_MAX} years and not end before it starts.`;
}
