import type { Condition } from './condition';
import type { Check, GoodsRegistry } from './facts';
import { compileBasket, compileLines } from './basket-checks';
import { compileBought, compileBoughtWithout, daysSinceLast } from './history-checks';
import {
  hasChild,
  hasAttribute,
  isAged,
  isInBucket,
  isInList,
  isInSegment,
  isNearBirthday,
  isOfGender,
  isRegistered,
  livesIn,
  ofMember,
} from './member-checks';
import { hasCoupon, isFirstPurchase, isNthPurchase, isOnChannel, isPaidBy, isStore } from './purchase-checks';
import { isHoliday, isInHours, isInPeriod, isOnWeekday } from './time-checks';

/** Turns a condition into a check. */
export function compileCondition(condition: Condition, goods: GoodsRegistry): Check {
  switch (condition.kind) {
    case 'ALL':
      return allOf(condition.of.map((part) => compileCondition(part, goods)));
    case 'ANY':
      return anyOf(condition.of.map((part) => compileCondition(part, goods)));
    case 'NOT':
      return not(condition.of, compileCondition(condition.of, goods));
    case 'LINES':
      return compileLines(condition, goods);
    case 'BASKET':
      return compileBasket(condition);
    case 'PERIOD':
      return isInPeriod(condition);
    case 'WEEKDAYS':
      return isOnWeekday(condition.in);
    case 'HOURS':
      return isInHours(condition.in);
    case 'HOLIDAY':
      return isHoliday(condition);
    case 'TENDER':
      return isPaidBy(condition.in);
    case 'CHANNEL':
      return isOnChannel(condition.in);
    case 'STORE':
      return isStore(condition);
    case 'COUPON':
      return hasCoupon(condition.poolId);
    default:
      return compileMemberCondition(condition);
  }
}

type OfMember = Exclude<
  Condition,
  {
    kind:
      | 'ALL'
      | 'ANY'
      | 'NOT'
      | 'LINES'
      | 'BASKET'
      | 'PERIOD'
      | 'WEEKDAYS'
      | 'HOURS'
      | 'HOLIDAY'
      | 'TENDER'
      | 'CHANNEL'
      | 'STORE'
      | 'COUPON';
  }
>;

function compileMemberCondition(condition: OfMember): Check {
  switch (condition.kind) {
    case 'IDENTIFIED':
      return ofMember(() => null);
    case 'GENDER':
      return isOfGender(condition.gender);
    case 'CITY':
      return livesIn(condition.in);
    case 'AGE':
      return isAged(condition);
    case 'BIRTHDAY':
      return isNearBirthday(condition);
    case 'CHILD':
      return hasChild(condition);
    case 'ATTRIBUTE':
      return hasAttribute(condition);
    case 'SEGMENT':
      return isInSegment(condition.in);
    case 'MEMBER_LIST':
      return isInList(condition.in);
    case 'REGISTERED':
      return isRegistered(condition);
    case 'BUCKET':
      return isInBucket(condition);
    case 'NTH_PURCHASE':
      return isNthPurchase(condition);
    case 'FIRST_PURCHASE':
      return isFirstPurchase();
    case 'BOUGHT':
      return compileBought(condition);
    case 'DAYS_SINCE_LAST':
      return daysSinceLast(condition);
    case 'BOUGHT_WITHOUT':
      return compileBoughtWithout(condition);
  }
}

export function allOf(checks: readonly Check[]): Check {
  const [only] = checks;
  if (only !== undefined && checks.length === 1) return only;
  return (facts) => {
    for (const check of checks) {
      const failure = check(facts);
      if (failure !== null) return failure;
    }
    return null;
  };
}

/** When every alternative fails, the first one speaks for them all. */
function anyOf(checks: readonly Check[]): Check {
  return (facts) => {
    let first = null;
    for (const check of checks) {
      const failure = check(facts);
      if (failure === null) return null;
      first ??= failure;
    }
    return first;
  };
}

function not(condition: Condition, check: Check): Check {
  const excluded = { key: 'condition.excluded' as const, args: {}, condition };
  return (facts) => (check(facts) === null ? excluded : null);
}
