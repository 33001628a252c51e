import { DateTime } from 'luxon';
import {
  body,
  chartOf,
  figure,
  inWords,
  NO_TEXT,
  ratio,
  type ReportAsk,
  type ReportCell,
  type ReportPreset,
  tableOf,
  textCell,
  texts,
  valueCell,
} from '../reports';
import { bornBy, type SegmentNode } from '../segment-language';
import { AGES, GENDERS, type AgeGroup, type Gender } from './demography.words';
import { membersWho, registeredIn } from './members-who';
import { askReach } from './reach';
import { membersColumn, shareColumn } from './words';

/** Members by age and gender, and by city, with those of whom it is not known (LI-27). */
export const demography: ReportPreset = {
  key: 'demography',
  names: texts('Демография участников', 'Мүшелер демографиясы', 'Demography'),
  descriptions: texts(
    'Участники по возрасту, полу и городу; неизвестное — отдельной строкой.',
    'Мүшелер жасы, жынысы және қаласы бойынша; белгісізі — бөлек жолда.',
    'Members by age, gender and city; what is unknown has a row of its own.',
  ),
  group: 'MEMBERS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  memberFilters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const { locale } = ask;
    const counted = await count(ask);
    const all = sumOf(counted, ({ members }) => members);
    const before = ask.compared && sumOf(counted, ({ compared }) => compared);
    const rowsBy = (key: (one: Counted) => string): Map<string, Counted[]> => Map.groupBy(counted, key);
    const byAge = rowsBy(({ age }) => age);
    const byCity = [...rowsBy(({ city }) => city)].sort(([, left], [, right]) => membersIn(right) - membersIn(left));
    return body({
      figures: [figure(locale, { ...membersColumn, descriptions: BASE }, { value: all, compared: before })],
      tables: [
        tableOf(
          locale,
          AGE_TABLE,
          AGES.map((age) => [
            textCell(inWords(locale, age.names)),
            ...cellsOf(ask, byAge.get(age.key) ?? [], all, [ageTest(age)]),
          ]),
          [NO_TEXT, ...cellsOf(ask, counted, all, [])],
        ),
        tableOf(
          locale,
          CITY_TABLE,
          byCity.map(([city, members]) => [
            textCell(city),
            ...cellsOf(ask, members, all, [{ kind: 'CITY', in: [city] }]),
          ]),
          [NO_TEXT, ...cellsOf(ask, counted, all, [])],
        ),
      ],
      charts: [
        chartOf(locale, demography.names, 'PYRAMID', { table: 'ages', x: 'age', series: ['MALE', 'FEMALE'] }),
        chartOf(locale, CITY_TABLE.names, 'BARS', { table: 'cities', x: 'city', series: ['members'] }),
      ],
      notes: [inWords(locale, NOTE)],
    });
  },
};

const BASE = texts(
  'Зарегистрированы к концу периода, кроме закрытых.',
  'Кезең соңына дейін тіркелгендер, жабылғандарынсыз.',
  'Registered by the end of the period, without closed ones.',
);
const NOTE = texts(
  'Участники, зарегистрированные к концу периода, кроме закрытых; возраст, город и магазин — сегодняшние.',
  'Кезең соңына дейін тіркелген, жабылмаған мүшелер; жасы, қаласы мен дүкені — бүгінгі.',
  'Members registered by the end of the period, without closed ones; age, city and store are as of today.',
);
const AGE = texts('Возраст', 'Жасы', 'Age');
const CITY = texts('Город', 'Қала', 'City');
const GENDER_COLUMNS = GENDERS.map((gender) => ({ ...gender, descriptions: gender.names, unit: 'COUNT' as const }));
const AGE_TABLE = {
  key: 'ages',
  names: texts('По возрасту и полу', 'Жасы мен жынысы бойынша', 'By age and gender'),
  by: [{ key: 'age', names: AGE, descriptions: AGE, unit: 'TEXT' as const }],
  values: [...GENDER_COLUMNS, membersColumn, shareColumn],
};
const CITY_TABLE = {
  ...AGE_TABLE,
  key: 'cities',
  names: texts('По городам', 'Қалалар бойынша', 'By city'),
  by: [{ key: 'city', names: CITY, descriptions: CITY, unit: 'CITY' as const }],
};

interface Counted {
  readonly age: string;
  readonly gender: Gender;
  readonly city: string;
  readonly members: number;
  readonly compared: number;
}

async function count(ask: ReportAsk): Promise<Counted[]> {
  const rows = await askReach(ask, ({ bind, day, counts }) => {
    const born = (years: number): string => `f.birth_date <= toDate32(${bind('String', bornBy(todayOf(ask), years))})`;
    const age = AGES.reduceRight(
      (rest, { key, from }) => (from === null ? rest : `if(${born(from)}, '${key}', ${rest})`),
      "''",
    );
    const upTo = (to: string): string => `toInt64(countIf(f.business_day <= ${day(to)}))`;
    return `SELECT if(f.birth_date IS NULL, 'UNKNOWN', ${age}) AS age, f.gender AS gender, f.city AS city,
        ${upTo(ask.days.to)} AS members, ${upTo(ask.compared?.to ?? ask.days.to)} AS compared
      FROM members AS f WHERE f.status <> 'CLOSED' AND ${counts} GROUP BY age, gender, city`;
  });
  return rows.map((row) => ({
    age: String(row['age']),
    gender: GENDERS.find(({ key }) => key === row['gender'])?.key ?? 'UNKNOWN',
    city: String(row['city']),
    members: Number(row['members']),
    compared: Number(row['compared']),
  }));
}

const todayOf = ({ ctx }: ReportAsk): string =>
  DateTime.fromJSDate(ctx.now, { zone: ctx.config.BUSINESS_TIME_ZONE }).toFormat('yyyy-MM-dd');

const sumOf = (counted: readonly Counted[], pick: (one: Counted) => number): number =>
  counted.reduce((sum, one) => sum + pick(one), 0);
const membersIn = (counted: readonly Counted[]): number => sumOf(counted, ({ members }) => members);

function cellsOf(
  ask: ReportAsk,
  counted: readonly Counted[],
  all: number,
  tests: readonly SegmentNode[],
): ReportCell[] {
  const who = [registeredIn({ from: null, to: ask.days.to }), ...tests];
  const cell = (some: readonly Counted[], more: readonly SegmentNode[]): ReportCell =>
    valueCell(
      membersIn(some),
      ask.compared && sumOf(some, ({ compared }) => compared),
      membersWho(ask, ...who, ...more),
    );
  return [
    ...GENDERS.map(({ key }) =>
      cell(
        counted.filter(({ gender }) => gender === key),
        [{ kind: 'GENDER', in: [key] }],
      ),
    ),
    cell(counted, []),
    valueCell(ratio(membersIn(counted), all)),
  ];
}

function ageTest({ from, to }: AgeGroup): SegmentNode {
  if (from === null) return { kind: 'NOT', of: { kind: 'AGE' } };
  return { kind: 'AGE', from, ...(to === null ? {} : { to }) };
}
