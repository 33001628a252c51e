import type { LotSnapshot, MemberSnapshot } from '@adal/events';
import { aMember } from '../builders';

export type Random = (below: number) => number;
const DAY_MS = 86_400_000;

export const uuid = (index: number): string => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** One of them. */
export function oneOf<T>(random: Random, values: readonly [T, ...T[]]): T {
  return values[random(values.length)] ?? values[0];
}

const BIRTHDAYS = ['1950-05-05', '1988-02-29', '1999-03-01', '2006-03-02', '2009-12-31', null] as const;
const CHILDREN = ['2024-02-10', '2022-02-28', '2019-06-01', '2016-02-29', '2010-01-01', '2001-01-01'] as const;
const CHANNELS = ['SMS', 'EMAIL', 'PUSH'] as const;

/** People who joined in the two years before `end`, half of them lately; each as much known as it happens. */
export function someMembers(random: Random, first: number, end: number): MemberSnapshot[] {
  return Array.from({ length: 40 }, (_, index) =>
    aMember({
      memberId: uuid(index),
      status: index % 13 === 12 ? 'CLOSED' : index % 11 === 10 ? 'BLOCKED' : 'ACTIVE',
      gender: oneOf(random, ['FEMALE', 'MALE', 'UNKNOWN']),
      language: oneOf(random, ['ru', 'kk', 'en']),
      channel: oneOf(random, ['POS', 'APP', 'ONLINE']),
      birthDate: oneOf(random, BIRTHDAYS),
      city: index % 4 === 0 ? null : (['Almaty', 'Moscow'][index % 2] ?? null),
      homeStoreId: index % 5 === 0 ? null : `S${1 + (index % 3)}`,
      registeredAt: new Date(random(2) === 0 ? end - random(25 * DAY_MS) : first - random(700 * DAY_MS)).toISOString(),
      phone: random(4) === 0 ? null : '+77010000000',
      email: random(2) === 0 ? null : 'a@b.kz',
      cards: Array.from({ length: random(3) }, (_card, card) => ({
        number: `C${index}-${card}`,
        kind: 'PLASTIC' as const,
        status: random(5) === 0 ? ('BLOCKED' as const) : ('ACTIVE' as const),
      })),
      consents: CHANNELS.filter(() => random(2) === 0).map((channel) => ({ channel, given: random(4) !== 0 })),
      children: CHILDREN.filter(() => random(4) === 0).map((birthDate) => ({
        birthDate,
        gender: oneOf(random, ['FEMALE', 'MALE', null]),
      })),
    }),
  );
}

/** What is left of points: waiting, spendable, near their end, and gone. */
export function someLots(random: Random, first: number): LotSnapshot[] {
  return Array.from({ length: 60 }, (_, index): LotSnapshot => {
    const activatesAt = first + (random(60) - 30) * DAY_MS + random(DAY_MS);
    const left = random(5) === 0 ? 0 : random(9_000);
    return {
      lotId: uuid(9_000 + index),
      memberId: uuid(random(40)),
      revision: 1,
      status: left === 0 ? 'SPENT' : activatesAt > first ? 'PENDING' : 'ACTIVE',
      leftMinor: left,
      activatesAt: new Date(activatesAt).toISOString(),
      expiresAt: random(4) === 0 ? null : new Date(activatesAt + random(40) * DAY_MS).toISOString(),
      source: 'PURCHASE',
      legalEntity: oneOf(random, ['MAIN', 'SECOND']),
    };
  });
}
