import { localTimeAt } from './local-time';
import { compileCondition } from './conditions';
import type { MemberCondition } from './promotion';
import { aBasket, aMember } from './test-builders';

/** The key of the failing condition at noon in Almaty. */
function failing(
  condition: MemberCondition,
  facts: Parameters<typeof aMember>[0] | null,
  date = '2026-11-22',
): string | null {
  const local = localTimeAt(Date.parse(`${date}T12:00:00+05:00`), 'Asia/Almaty');
  const member = facts === null ? null : aMember(facts);
  return compileCondition(condition)(aBasket({ local, member }))?.key ?? null;
}

const woman: MemberCondition = { kind: 'GENDER', gender: 'FEMALE' };
const adult: MemberCondition = { kind: 'AGE', from: 18, to: 40 };
const birthday: MemberCondition = { kind: 'BIRTHDAY', daysBefore: 3, daysAfter: 7 };
const locals: MemberCondition = { kind: 'CITY', cities: ['Almaty', 'Алматы'] };

it('knows everyone from members', () => {
  expect(failing({ kind: 'EVERYONE' }, null)).toBeNull();
  expect(failing({ kind: 'IDENTIFIED' }, null)).toBe('member.unidentified');
  expect(failing({ kind: 'IDENTIFIED' }, {})).toBeNull();
});

it.each([
  ['FEMALE', null],
  ['MALE', 'member.gender'],
  [null, 'member.gender_unknown'],
] as const)('tells %s from a condition for women', (gender, key) => expect(failing(woman, { gender })).toBe(key));

it.each([
  ['алматы ', null],
  ['Astana', 'member.city'],
  [null, 'member.city_unknown'],
])('tells a member from %s', (city, key) => expect(failing(locals, { city })).toBe(key));

it.each([
  ['2008-11-22', null],
  ['2008-11-23', 'member.age_below'],
  ['1985-11-23', null],
  ['1985-11-22', 'member.age_above'],
  [null, 'member.birth_date_unknown'],
])('counts the full years of someone born on %s', (birthDate, key) => expect(failing(adult, { birthDate })).toBe(key));

it.each([
  ['1990-11-25', '2026-11-22', null],
  ['1990-11-26', '2026-11-22', 'member.birthday_far'],
  ['1990-11-15', '2026-11-22', null],
  ['1990-11-14', '2026-11-22', 'member.birthday_far'],
  ['1990-01-02', '2026-12-30', null],
  ['1990-12-30', '2026-01-06', null],
  ['1992-02-29', '2026-03-01', null],
  ['1992-02-29', '2026-02-25', 'member.birthday_far'],
])('finds the birthday of someone born on %s near %s', (birthDate, date, key) =>
  expect(failing(birthday, { birthDate }, date)).toBe(key),
);

it('combines conditions', () => {
  const youngWoman = { gender: 'FEMALE', birthDate: '2000-01-01' } as const;
  expect(failing({ kind: 'ALL', of: [woman, adult] }, youngWoman)).toBeNull();
  expect(failing({ kind: 'ALL', of: [woman, adult] }, { gender: 'FEMALE' })).toBe('member.birth_date_unknown');
  expect(failing({ kind: 'ANY', of: [adult, woman] }, { gender: 'FEMALE' })).toBeNull();
  expect(failing({ kind: 'ANY', of: [woman, adult] }, {})).toBe('member.gender_unknown');
  expect(failing({ kind: 'NOT', of: woman }, youngWoman)).toBe('member.excluded');
  expect(failing({ kind: 'NOT', of: woman }, { gender: 'MALE' })).toBeNull();
});
