import type { DemoStore } from './chain';
import type { Random } from './random';

/** A card holder of the demo chain. */
export interface DemoMember {
  readonly id: string;
  readonly card: string;
  readonly phone: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly gender: 'female' | 'male' | '';
  readonly city: string;
  readonly homeStore: DemoStore;
  readonly children: string;
  readonly maritalStatus: string;
  readonly hasCar: string;
  readonly pets: string;
  /** Days before today on which the member joined; more than 365 for old members. */
  readonly joinedDaysAgo: number;
  /** Days before today on which the member stopped coming; 0 for who still comes. */
  readonly leftDaysAgo: number;
  /** Purchases a year. */
  readonly rate: number;
  readonly language: 'ru' | 'kk' | 'en';
  readonly channel: string;
  readonly consents: { readonly sms: boolean; readonly email: boolean; readonly push: boolean };
}

const FEMALE = [
  'Айгерім',
  'Айнұр',
  'Динара',
  'Гүлнар',
  'Әсел',
  'Жанар',
  'Мадина',
  'Сәуле',
  'Анна',
  'Елена',
  'Ольга',
  'Наталья',
  'Ирина',
  'Светлана',
];
const MALE = [
  'Арман',
  'Бауыржан',
  'Дәурен',
  'Ерлан',
  'Нұрлан',
  'Санжар',
  'Тимур',
  'Қайрат',
  'Алексей',
  'Дмитрий',
  'Сергей',
  'Андрей',
];
const FAMILY = [
  'Ахмет',
  'Сейіт',
  'Оспан',
  'Жұмабек',
  'Қасым',
  'Нұрпейіс',
  'Смағұл',
  'Иванов',
  'Ким',
  'Петров',
  'Цой',
  'Мусин',
  'Ли',
  'Абдрахман',
];
const LATIN = 'aigerim ainur dinara gulnar asel zhanar madina saule anna elena olga natalya irina svetlana'.split(' ');

/** Makes the card holders. `today` fixes ages and joining dates. */
export function makeMembers(random: Random, stores: readonly DemoStore[], count: number, today: Date): DemoMember[] {
  const homes = stores.map((store) => [store, store.weight] as const);
  return Array.from({ length: count }, (_, index) => makeMember(random, random.weighted(homes), index + 1, today));
}

function makeMember(random: Random, homeStore: DemoStore, number: number, today: Date): DemoMember {
  const gender = random.weighted([
    ['female', 62],
    ['male', 35],
    ['', 3],
  ] as const);
  const firstName = random.pick(gender === 'male' ? MALE : FEMALE);
  const joinedDaysAgo = random.chance(0.65) ? random.whole(366, 1_500) : random.whole(1, 365);
  const hasEmail = random.chance(0.7);
  return {
    id: `M${String(number).padStart(6, '0')}`,
    card: withCheckDigit(`27000${String(number).padStart(7, '0')}`),
    phone: random.chance(0.94) ? `+7701${String(1_000_000 + number * 7).slice(-7)}` : '',
    email: hasEmail ? `${random.pick(LATIN)}.${number}@example.kz` : '',
    firstName,
    lastName: random.pick(FAMILY),
    birthDate: random.chance(0.85) ? dateDaysBefore(today, random.whole(18 * 365, 68 * 365)) : '',
    gender,
    city: homeStore.city,
    homeStore,
    children: random.chance(0.35) ? makeChildren(random, today) : '',
    maritalStatus: random.weighted([
      ['married', 5],
      ['single', 3],
      ['', 2],
    ] as const),
    hasCar: random.weighted([
      ['yes', 4],
      ['no', 4],
      ['', 2],
    ] as const),
    pets: random.weighted([
      ['cat', 3],
      ['dog', 2],
      ['', 7],
    ] as const),
    joinedDaysAgo,
    leftDaysAgo: random.chance(0.22) ? random.whole(30, Math.max(31, Math.min(joinedDaysAgo, 330))) : 0,
    rate: Math.min(40, 0.5 - Math.log(1 - random.share()) * 6),
    language: random.weighted([
      ['ru', 58],
      ['kk', 38],
      ['en', 4],
    ] as const),
    channel: random.weighted([
      ['TILL', 70],
      ['SITE', 15],
      ['APP', 12],
      ['CALL_CENTRE', 3],
    ] as const),
    consents: { sms: random.chance(0.8), email: hasEmail && random.chance(0.7), push: random.chance(0.3) },
  };
}

function makeChildren(random: Random, today: Date): string {
  return Array.from(
    { length: random.whole(1, 3) },
    () => `${dateDaysBefore(today, random.whole(200, 15 * 365))}:${random.pick(['f', 'm'])}`,
  ).join(';');
}

/** Twelve digits → EAN-13. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The calendar date so many days before an instant, in UTC. */
export function dateDaysBefore(today: Date, days: number): string {
  return new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}
