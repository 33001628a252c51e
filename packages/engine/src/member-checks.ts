import { formatMilli } from '@adal/money';
import type { Child, Gender, MemberFacts } from './basket';
import { bucketOf } from './bucket';
import { cityKey } from './clause';
import type { MemberCondition } from './condition';
import type { Check, Facts } from './facts';
import type { AttributeTest } from './goods';
import type { LocalTime } from './local-time';
import { compileAttribute } from './match-goods';
import { reason, type Reason } from './reason';
import { dayNumber, MS_PER_DAY } from './time-checks';

type ConditionOf<Kind extends MemberCondition['kind']> = Omit<Extract<MemberCondition, { kind: Kind }>, 'kind'>;

const UNIDENTIFIED = reason('member.unidentified');
const GENDER_UNKNOWN = reason('member.gender_unknown');
const CITY_UNKNOWN = reason('member.city_unknown');
const BIRTH_DATE_UNKNOWN = reason('member.birth_date_unknown');

export const ofMember =
  (check: (member: MemberFacts, facts: Facts) => Reason | null): Check =>
  (facts) =>
    facts.basket.member === null ? UNIDENTIFIED : check(facts.basket.member, facts);

export function isOfGender(gender: Gender): Check {
  const other = reason('member.gender', { gender });
  return ofMember((member) => {
    if (member.gender === null) return GENDER_UNKNOWN;
    return member.gender === gender ? null : other;
  });
}

export function livesIn(cities: readonly string[]): Check {
  const keys = new Set(cities.map(cityKey));
  const elsewhere = reason('member.city', { names: cities.join(', ') });
  return ofMember(({ city }) => {
    if (city === null) return CITY_UNKNOWN;
    return keys.has(cityKey(city)) ? null : elsewhere;
  });
}

export function isAged({ from, to }: ConditionOf<'AGE'>): Check {
  return ofMember(({ birthDate }, { basket }) => {
    const born = parseDay(birthDate);
    if (born === null) return BIRTH_DATE_UNKNOWN;
    const age = ageOn(basket.local, born);
    if (from !== null && age < from) return reason('member.age_below', { from: String(from) });
    return to !== null && age > to ? reason('member.age_above', { to: String(to) }) : null;
  });
}

export function isNearBirthday({ daysBefore, daysAfter }: ConditionOf<'BIRTHDAY'>): Check {
  const far = reason('member.birthday_far', { daysBefore: String(daysBefore), daysAfter: String(daysAfter) });
  return ofMember(({ birthDate }, { basket }) => {
    const born = parseDay(birthDate);
    if (born === null) return BIRTH_DATE_UNKNOWN;
    return isBirthdayNear(basket.local, born, daysBefore, daysAfter) ? null : far;
  });
}

export function hasChild({ ageFrom, ageTo, gender, birthdayWithin }: ConditionOf<'CHILD'>): Check {
  const none = reason('member.child', { from: String(ageFrom), to: String(ageTo) });
  const isSuch = (child: Child, local: LocalTime): boolean => {
    const born = parseDay(child.birthDate);
    if (born === null || (gender !== null && child.gender !== gender)) return false;
    const age = ageOn(local, born);
    if (age < ageFrom || age > ageTo) return false;
    return birthdayWithin === null || isBirthdayNear(local, born, birthdayWithin, birthdayWithin);
  };
  return ofMember(({ children }, { basket }) => (children.some((one) => isSuch(one, basket.local)) ? null : none));
}

export function hasAttribute(attribute: AttributeTest): Check {
  const test = compileAttribute(attribute);
  const other = reason('member.attribute', { key: attribute.key });
  return ofMember(({ attributes }) => (test(attributes) ? null : other));
}

export function isInSegment(ids: readonly string[]): Check {
  const wanted = new Set(ids);
  const outside = reason('member.segment');
  return ofMember(({ segments }) => (segments.some((id) => wanted.has(id)) ? null : outside));
}

export function isInList(ids: readonly string[]): Check {
  const wanted = new Set(ids);
  const outside = reason('member.list');
  return ofMember(({ lists }) => (lists.some((id) => wanted.has(id)) ? null : outside));
}

export function isRegistered({ withinDays, beforeDays }: ConditionOf<'REGISTERED'>): Check {
  const unknown = reason('member.registration_unknown');
  return ofMember(({ registeredAt }, { basket }) => {
    if (registeredAt === null) return unknown;
    const days = Math.floor((basket.at - registeredAt) / MS_PER_DAY);
    if (withinDays !== null && days > withinDays) {
      return reason('member.registered_within', { days: String(withinDays) });
    }
    const isTooNew = beforeDays !== null && days < beforeDays;
    return isTooNew ? reason('member.registered_before', { missing: String(beforeDays - days) }) : null;
  });
}

export function isInBucket({ salt, fromShare, toShare }: ConditionOf<'BUCKET'>): Check {
  const outside = reason('member.bucket', { share: formatMilli((toShare - fromShare) * 10n) });
  return ofMember(({ id }) => {
    const bucket = BigInt(bucketOf(id, salt));
    return bucket >= fromShare && bucket < toShare ? null : outside;
  });
}

interface Day {
  year: number;
  month: number;
  day: number;
}

function parseDay(text: string | null): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  return parts === null ? null : { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

function ageOn(local: LocalTime, born: Day): number {
  const hadBirthday = local.month > born.month || (local.month === born.month && local.day >= born.day);
  return local.year - born.year - (hadBirthday ? 0 : 1);
}

function isBirthdayNear(local: LocalTime, born: Day, daysBefore: number, daysAfter: number): boolean {
  const today = dayNumber(local);
  // The window may reach over New Year, so the neighbouring birthdays count too. In a common year the 29th of February
  // becomes the 1st of March, as Date.UTC has it.
  for (const year of [local.year - 1, local.year, local.year + 1]) {
    const since = today - Date.UTC(year, born.month - 1, born.day) / MS_PER_DAY;
    if (since >= -daysBefore && since <= daysAfter) return true;
  }
  return false;
}
