import { metricOf, type Amount, type Dimension, type Metric, type Qualifier, type Words } from '../metric-language';

const count = (condition: string): string => `countIf(${condition})`;

/** Everybody who ever joined. */
export const registered: Amount = {
  key: 'registered',
  as: 'members.registered',
  unit: 'COUNT',
  names: ['Участники', 'Қатысушылар', 'Members'],
  descriptions: [
    'Сколько человек вступило в программу до конца периода, с самого начала; закрытые и заблокированные тоже считаются. Магазин — домашний, город — участника.',
    'Кезең соңына дейін бағдарламаға басынан бері қанша адам қосылды; жабылғандар мен бұғатталғандар да саналады. Дүкен — үй дүкені, қала — қатысушынікі.',
    'How many people had joined by the end of the period since the beginning, whatever became of them since. Store is the home store, city the member’s own.',
  ],
  formula: 'members.new from the beginning to the end of the period',
  additive: false,
  accumulates: true,
  from: { members: count },
};

export const joined: Amount = {
  key: 'new',
  unit: 'COUNT',
  names: ['Новые участники', 'Жаңа қатысушылар', 'New members'],
  descriptions: [
    'Сколько человек вступило в программу за период, по часам сети. Магазин — домашний, город — участника.',
    'Кезең ішінде бағдарламаға қанша адам қосылды, желі сағаты бойынша. Дүкен — үй дүкені, қала — қатысушынікі.',
    'How many people joined within the period, by the chain’s clock. Store is the home store, city the member’s own.',
  ],
  formula: 'number of members registered in the period',
  additive: true,
  from: { members: count },
};

const of = (key: string, names: Words, only: string, hides: readonly Dimension[] = []): Qualifier => ({
  key,
  ofSums: names,
  ofReceipts: names,
  which: names,
  sentence: [`Только участники ${names[0]}.`, `Тек ${names[1]} қатысушылар.`, `Only members ${names[2]}.`],
  only: { members: only },
  hides,
});

const byProfile: readonly Qualifier[] = [
  of('women', ['женского пола', 'әйелдер арасындағы', 'who are women'], "f.gender = 'FEMALE'", ['gender']),
  of('men', ['мужского пола', 'ерлер арасындағы', 'who are men'], "f.gender = 'MALE'", ['gender']),
  of(
    'gender_unknown',
    ['неизвестного пола', 'жынысы белгісіз', 'of unknown gender'],
    "f.gender NOT IN ('FEMALE', 'MALE')",
    ['gender'],
  ),
  of('russian', ['с русским языком', 'орыс тілді', 'who speak Russian'], "f.language = 'ru'", ['language']),
  of('kazakh', ['с казахским языком', 'қазақ тілді', 'who speak Kazakh'], "f.language = 'kk'", ['language']),
];
const byJoining: readonly Qualifier[] = [
  of('at_till', ['с касс', 'кассада тіркелген', 'enrolled at tills'], "f.channel = 'POS'", ['channel']),
  of('in_app', ['из приложения', 'қосымшада тіркелген', 'enrolled in the app'], "f.channel = 'APP'", ['channel']),
];
const byStatus: readonly Qualifier[] = [
  of('open', ['с открытой карточкой', 'ашық', 'in force'], "f.status = 'ACTIVE'", ['status']),
  of('blocked', ['с блокировкой', 'бұғатталған', 'who are blocked'], "f.status = 'BLOCKED'", ['status']),
  of('closed', ['с закрытой карточкой', 'жабылған', 'who left'], "f.status = 'CLOSED'", ['status']),
];

/** Who is in the programme. */
export const memberMetrics: readonly Metric[] = [
  metricOf('members', registered),
  metricOf('members', joined),
  ...[...byProfile, ...byJoining, ...byStatus].map((part) => metricOf('members', registered, part)),
  ...[...byProfile, ...byJoining].map((part) => metricOf('members', joined, part)),
];
