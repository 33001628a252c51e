import { formatMilli, formatMinor } from '@adal/money';
import type { Bounds, Condition } from './condition';
import { say, sayChannels, sayWeekdays, type Language, type Texts3 } from './language';
import { hundredthsText } from './reason';
import { sayAttribute, sayGoods, sayNames } from './say-goods';
import { windowText } from './time-checks';

const T = {
  AND: ['; ', '; ', '; '],
  OR: [' or ', ' или ', ' немесе '],
  NOT: ['not: {what}', 'кроме случая: {what}', 'мына жағдайдан басқа: {what}'],
  LINES: ['{goods}: {bounds}', '{goods}: {bounds}', '{goods}: {bounds}'],
  BASKET: ['the basket has {bounds}', 'в чеке {bounds}', 'чекте {bounds}'],
  BOUGHT: [
    'bought {goods}, {bounds} in {days} days',
    'покупал(а) {goods}, {bounds} за {days} дн.',
    '{days} күнде {goods} сатып алған, {bounds}',
  ],
  BOUGHT_WITHOUT: [
    'bought {goods} in the last {days} days without {accessory}',
    'за {days} дн. купил(а) {goods} без {accessory}',
    'соңғы {days} күнде {goods} алған, бірақ {accessory} алмаған',
  ],
  DAYS_SINCE_LAST: [
    '{bounds} days since the last purchase',
    'дней с прошлой покупки: {bounds}',
    'соңғы сатып алудан бері күн: {bounds}',
  ],
  NTH: ['purchase number {n}', 'покупка № {n}', '№ {n} сатып алу'],
  EVERY: ['every {n}th purchase', 'каждая {n}-я покупка', 'әр {n}-ші сатып алу'],
  FIRST: ['the first purchase', 'первая покупка', 'бірінші сатып алу'],
  TENDER: ['paid by {names}', 'оплата: {names}', 'төлем: {names}'],
  CHANNEL: ['bought {names}', 'покупка {names}', 'сатып алу {names}'],
  STORE: ['in {names}', 'магазины: {names}', 'дүкендер: {names}'],
  COUPON: ['with a coupon of {pool}', 'по купону {pool}', '{pool} купонымен'],
  FROM: ['from {at} UTC', 'с {at} UTC', '{at} UTC бастап'],
  UNTIL: ['until {at} UTC', 'до {at} UTC', '{at} UTC дейін'],
  WEEKDAYS: ['on {names}', 'по дням: {names}', 'мына күндері: {names}'],
  HOURS: ['at {names}', 'в часы {names}', '{names} аралығында'],
  HOLIDAY: [
    'from {before} days before {names} to {after} days after',
    'за {before} дн. до и {after} дн. после: {names}',
    '{names}: {before} күн бұрын және {after} күн кейін',
  ],
  ANY_HOLIDAY: ['a holiday', 'праздник', 'мереке'],
  IDENTIFIED: ['members', 'участники', 'қатысушылар'],
  FEMALE: ['women', 'женщины', 'әйелдер'],
  MALE: ['men', 'мужчины', 'ерлер'],
  AGE: ['aged {bounds}', 'возраст: {bounds}', 'жасы: {bounds}'],
  BIRTHDAY: [
    'from {before} days before the birthday to {after} days after',
    'за {before} дн. до дня рождения и {after} дн. после',
    'туған күнге {before} күн қалғанда және {after} күн кейін',
  ],
  CHILD: ['with {child} of {from} to {to}', 'есть {child} {from}–{to} лет', '{from}–{to} жастағы {child} бар'],
  CHILD_ANY: ['a child', 'ребёнок', 'баласы'],
  CHILD_FEMALE: ['a daughter', 'дочь', 'қызы'],
  CHILD_MALE: ['a son', 'сын', 'ұлы'],
  CHILD_BIRTHDAY: [
    ', whose birthday is within {days} days',
    ', день рождения в пределах {days} дн.',
    ', туған күні {days} күн ішінде',
  ],
  CITY: ['from {names}', 'из городов: {names}', 'қалалар: {names}'],
  SEGMENT: ['in segment {names}', 'сегмент: {names}', 'сегмент: {names}'],
  MEMBER_LIST: ['in list {names}', 'список: {names}', 'тізім: {names}'],
  WITHIN: [
    'registered within {days} days',
    'регистрация не раньше {days} дн. назад',
    'тіркелгеніне {days} күннен аспаған',
  ],
  BEFORE: [
    'registered at least {days} days ago',
    'регистрация не позже {days} дн. назад',
    'тіркелгеніне кемінде {days} күн болған',
  ],
  BUCKET: ['a random {share}% of members', 'случайные {share}% участников', 'қатысушылардың кездейсоқ {share}%'],
  AT_LEAST: ['at least {from}', 'от {from}', 'кемінде {from}'],
  AT_MOST: ['at most {to}', 'не более {to}', 'ең көбі {to}'],
  BETWEEN: ['{from} to {to}', 'от {from} до {to}', '{from}–{to}'],
  UNITS: [' pcs', ' шт.', ' дана'],
  LINES_UNIT: [' lines', ' поз.', ' жол'],
  RECEIPTS_UNIT: [' receipts', ' чек.', ' чек'],
  NO_UNIT: ['', '', ''],
} satisfies Record<string, Texts3>;

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
