import type { Basket, MemberFacts } from './basket';
import type { LocalTime } from './local-time';
import type { Gender, MemberCondition } from './promotion';
import { reason, type Reason } from './reason';

/** Null when the basket passes; otherwise the first thing that fails. */
export type Check = (basket: Basket) => Reason | null;

/** Turns a condition into a check. */
export function compileCondition(condition: MemberCondition): Check {
  switch (condition.kind) {
    case 'ALL':
      return allOf(condition.of.map(compileCondition));
    case 'ANY':
      return anyOf(condition.of.map(compileCondition));
    case 'NOT':
      return not(compileCondition(condition.of));
    case 'EVERYONE':
      return () => null;
    case 'IDENTIFIED':
      return ofMember(() => null);
    case 'GENDER':
      return ofMember((member) => checkGender(member, condition.gender));
    case 'CITY':
      return ofMember(livesIn(condition.cities));
    case 'AGE':
      return ofMember((member, local) => checkAge(member, local, condition));
    case 'BIRTHDAY':
      return ofMember((member, local) => checkBirthday(member, local, condition));
  }
}

export function allOf(checks: readonly Check[]): Check {
  return (basket) => {
    for (const check of checks) {
      const failure = check(basket);
      if (failure !== null) return failure;
    }
    return null;
  };
}

/** When every alternative fails, the first one speaks for them all. */
function anyOf(checks: readonly Check[]): Check {
  return (basket) => {
    let first: Reason | null = null;
    for (const check of checks) {
      const failure = check(basket);
      if (failure === null) return null;
      first ??= failure;
    }
    return first;
  };
}

const EXCLUDED = reason('member.excluded');
const UNIDENTIFIED = reason('member.unidentified');
const GENDER_UNKNOWN = reason('member.gender_unknown');
const CITY_UNKNOWN = reason('member.city_unknown');
const BIRTH_DATE_UNKNOWN = reason('member.birth_date_unknown');

const not =
  (check: Check): Check =>
  (basket) =>
    check(basket) === null ? EXCLUDED : null;

const ofMember =
  (check: (member: MemberFacts, local: LocalTime) => Reason | null): Check =>
  (basket) =>
    basket.member === null ? UNIDENTIFIED : check(basket.member, basket.local);

function checkGender(member: MemberFacts, gender: Gender): Reason | null {
  if (member.gender === null) return GENDER_UNKNOWN;
  return member.gender === gender ? null : reason('member.gender', { gender });
}

function livesIn(cities: readonly string[]): (member: MemberFacts) => Reason | null {
  const names = new Set(cities.map(cityKey));
  const elsewhere = reason('member.city', { cities: cities.join(', ') });
  return ({ city }) => {
    if (city === null) return CITY_UNKNOWN;
    return names.has(cityKey(city)) ? null : elsewhere;
  };
}

const cityKey = (city: string): string => city.trim().toLowerCase();

function checkAge(
  member: MemberFacts,
  local: LocalTime,
  range: { from: number | null; to: number | null },
): Reason | null {
  const born = parseBirthDate(member);
  if (born === null) return BIRTH_DATE_UNKNOWN;
  const hadBirthday = local.month > born.month || (local.month === born.month && local.day >= born.day);
  const age = local.year - born.year - (hadBirthday ? 0 : 1);
  if (range.from !== null && age < range.from) return reason('member.age_below', { from: String(range.from) });
  if (range.to !== null && age > range.to) return reason('member.age_above', { to: String(range.to) });
  return null;
}

const MS_PER_DAY = 86_400_000;

function checkBirthday(
  member: MemberFacts,
  local: LocalTime,
  window: { daysBefore: number; daysAfter: number },
): Reason | null {
  const born = parseBirthDate(member);
  if (born === null) return BIRTH_DATE_UNKNOWN;
  const today = Date.UTC(local.year, local.month - 1, local.day);
  // The window may reach over New Year, so the neighbouring birthdays count too. In a common year the 29th of February
  // becomes the 1st of March, as Date.UTC has it.
  for (const year of [local.year - 1, local.year, local.year + 1]) {
    const daysSince = (today - Date.UTC(year, born.month - 1, born.day)) / MS_PER_DAY;
    if (daysSince >= -window.daysBefore && daysSince <= window.daysAfter) return null;
  }
  return reason('member.birthday_far', {
    daysBefore: String(window.daysBefore),
    daysAfter: String(window.daysAfter),
  });
}

function parseBirthDate(member: MemberFacts): { year: number; month: number; day: number } | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(member.birthDate ?? '');
  return parts === null ? null : { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}
