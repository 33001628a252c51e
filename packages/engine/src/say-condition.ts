import { formatMilli, formatMinor } from '@adal/money';
import type { Bounds, Condition } from './condition';
import { CONDITION_TEXTS as T } from './condition-texts';
import { say, sayChannels, sayWeekdays, type Language, type Texts3 } from './language';
import { hundredthsText } from './reason';
import { sayAttribute, sayGoods, sayNames } from './say-goods';
import { windowText } from './time-checks';

/** A condition as people say it. */
export function sayCondition(condition: Condition, language: Language): string {
  switch (condition.kind) {
    case 'ALL':
    case 'ANY': {
      const parts = condition.of.map((part) => {
        const text = sayCondition(part, language);
        return part.kind === 'ALL' || part.kind === 'ANY' ? `(${text})` : text;
      });
      return parts.join(say(condition.kind === 'ALL' ? T.AND : T.OR, language));
    }
    case 'NOT':
      return say(T.NOT, language, { what: sayCondition(condition.of, language) });
    case 'LINES':
    case 'BASKET':
    case 'BOUGHT':
    case 'BOUGHT_WITHOUT':
    case 'DAYS_SINCE_LAST':
      return sayMeasured(condition, language);
    case 'PERIOD':
    case 'WEEKDAYS':
    case 'HOURS':
    case 'HOLIDAY':
      return sayTime(condition, language);
    case 'NTH_PURCHASE':
    case 'FIRST_PURCHASE':
    case 'TENDER':
    case 'CHANNEL':
    case 'STORE':
    case 'COUPON':
      return sayPurchase(condition, language);
    default:
      return sayMember(condition, language);
  }
}

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

function sayMeasured(
  condition: Of<'LINES' | 'BASKET' | 'BOUGHT' | 'BOUGHT_WITHOUT' | 'DAYS_SINCE_LAST'>,
  language: Language,
): string {
  switch (condition.kind) {
    case 'LINES':
      return say(T.LINES, language, {
        goods: sayGoods(condition.goods, language),
        bounds: sayBounds(condition, condition.measure, language),
      });
    case 'BASKET':
      return say(T.BASKET, language, { bounds: sayBounds(condition, condition.measure, language) });
    case 'BOUGHT':
      return say(T.BOUGHT, language, {
        goods: sayGoods(condition.goods, language),
        bounds: sayBounds(condition, condition.measure, language),
        days: String(condition.withinDays),
      });
    case 'BOUGHT_WITHOUT':
      return say(T.BOUGHT_WITHOUT, language, {
        goods: sayGoods(condition.goods, language),
        accessory: sayGoods(condition.accessory, language),
        days: String(condition.withinDays),
      });
    case 'DAYS_SINCE_LAST':
      return say(T.DAYS_SINCE_LAST, language, { bounds: sayBounds(condition, 'NONE', language) });
  }
}

const UNITS: Record<string, Texts3> = {
  SUM: T.NO_UNIT,
  QUANTITY: T.UNITS,
  COUNT: T.LINES_UNIT,
  LINES: T.LINES_UNIT,
  RECEIPTS: T.RECEIPTS_UNIT,
};

function sayBounds({ atLeast, atMost }: Bounds, measure: string, language: Language): string {
  const text = measure === 'SUM' ? formatMinor : measure === 'QUANTITY' ? formatMilli : String;
  const range = sayRange(atLeast === null ? null : text(atLeast), atMost === null ? null : text(atMost), language);
  return `${range}${say(UNITS[measure] ?? T.NO_UNIT, language)}`;
}

function sayRange(from: string | null, to: string | null, language: Language): string {
  const text = from === null ? T.AT_MOST : to === null ? T.AT_LEAST : T.BETWEEN;
  return say(text, language, { from: from ?? '', to: to ?? '' });
}

function sayTime(condition: Of<'PERIOD' | 'WEEKDAYS' | 'HOURS' | 'HOLIDAY'>, language: Language): string {
  switch (condition.kind) {
    case 'PERIOD': {
      const { from, until } = condition;
      return [
        from === null ? '' : say(T.FROM, language, { at: instantText(from) }),
        until === null ? '' : say(T.UNTIL, language, { at: instantText(until) }),
      ]
        .filter((text) => text !== '')
        .join(' ');
    }
    case 'WEEKDAYS':
      return say(T.WEEKDAYS, language, { names: sayWeekdays(condition.in, language) });
    case 'HOURS':
      return say(T.HOURS, language, { names: condition.in.map(windowText).join(', ') });
    case 'HOLIDAY':
      return say(T.HOLIDAY, language, {
        names: condition.names.length > 0 ? sayNames(condition.names, language) : say(T.ANY_HOLIDAY, language),
        before: String(condition.daysBefore),
        after: String(condition.daysAfter),
      });
  }
}

const instantText = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

function sayPurchase(
  condition: Of<'NTH_PURCHASE' | 'FIRST_PURCHASE' | 'TENDER' | 'CHANNEL' | 'STORE' | 'COUPON'>,
  language: Language,
): string {
  switch (condition.kind) {
    case 'NTH_PURCHASE':
      return condition.n === null
        ? say(T.EVERY, language, { n: String(condition.every) })
        : say(T.NTH, language, { n: String(condition.n) });
    case 'FIRST_PURCHASE':
      return say(T.FIRST, language);
    case 'TENDER':
      return say(T.TENDER, language, { names: sayNames(condition.in, language) });
    case 'CHANNEL':
      return say(T.CHANNEL, language, { names: sayChannels(condition.in, language) });
    case 'STORE': {
      const { storeIds, cities, banners, brands } = condition;
      const lists = [storeIds, cities, banners, brands].filter((list) => list.length > 0);
      return say(T.STORE, language, { names: lists.map((list) => sayNames(list, language)).join('; ') });
    }
    case 'COUPON':
      return say(T.COUPON, language, { pool: condition.poolId });
  }
}

type OfMember = Of<
  | 'IDENTIFIED'
  | 'GENDER'
  | 'AGE'
  | 'BIRTHDAY'
  | 'CHILD'
  | 'CITY'
  | 'ATTRIBUTE'
  | 'SEGMENT'
  | 'MEMBER_LIST'
  | 'REGISTERED'
  | 'BUCKET'
>;

function sayMember(condition: OfMember, language: Language): string {
  switch (condition.kind) {
    case 'IDENTIFIED':
      return say(T.IDENTIFIED, language);
    case 'GENDER':
      return say(T[condition.gender], language);
    case 'AGE': {
      const text = (age: number | null): string | null => (age === null ? null : String(age));
      return say(T.AGE, language, { bounds: sayRange(text(condition.from), text(condition.to), language) });
    }
    case 'BIRTHDAY': {
      const { daysBefore, daysAfter } = condition;
      return say(T.BIRTHDAY, language, { before: String(daysBefore), after: String(daysAfter) });
    }
    case 'CHILD': {
      const { ageFrom, ageTo, gender, birthdayWithin } = condition;
      const child = say(T[`CHILD_${gender ?? 'ANY'}`], language);
      const near = birthdayWithin === null ? '' : say(T.CHILD_BIRTHDAY, language, { days: String(birthdayWithin) });
      return `${say(T.CHILD, language, { child, from: String(ageFrom), to: String(ageTo) })}${near}`;
    }
    case 'CITY':
    case 'SEGMENT':
    case 'MEMBER_LIST':
      return say(T[condition.kind], language, { names: sayNames(condition.in, language) });
    case 'ATTRIBUTE':
      return sayAttribute(condition, language);
    case 'REGISTERED':
      return [
        condition.withinDays === null ? '' : say(T.WITHIN, language, { days: String(condition.withinDays) }),
        condition.beforeDays === null ? '' : say(T.BEFORE, language, { days: String(condition.beforeDays) }),
      ]
        .filter((text) => text !== '')
        .join('; ');
    case 'BUCKET':
      return say(T.BUCKET, language, { share: hundredthsText(condition.toShare - condition.fromShare) });
  }
}
