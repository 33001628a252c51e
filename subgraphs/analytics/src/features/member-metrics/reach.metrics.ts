import { metricOf, type Amount, type Metric, type Words } from '../metric-language';
import { registered } from './member.metrics';
import { amountOf, ratioOf, type Family } from './share';

const MEMBERS: Family = { group: 'members', source: 'members', accumulates: true };
const QUALITY: Family = { ...MEMBERS, group: 'quality' };

interface Known {
  readonly key: string;
  /** Follows "members" in Russian and English, precedes it in Kazakh. */
  readonly whose: Words;
  readonly sql: string;
}

const OPEN = "f.status = 'ACTIVE'";
const CONSENTS: readonly Known[] = [
  { key: 'consent_sms', whose: [' с согласием на SMS', 'SMS-ке келіскен', 'who agreed to SMS'], sql: 'f.consent_sms' },
  {
    key: 'consent_email',
    whose: [' с согласием на письма', 'электрондық хатқа келіскен', 'who agreed to email'],
    sql: 'f.consent_email',
  },
  {
    key: 'consent_push',
    whose: [' с согласием на push', 'push-хабарламаға келіскен', 'who agreed to push'],
    sql: 'f.consent_push',
  },
  {
    key: 'consent_any',
    whose: [' с согласием хотя бы на один канал', 'кемінде бір арнаға келіскен', 'who agreed to some channel'],
    sql: '(f.consent_sms OR f.consent_email OR f.consent_push)',
  },
  {
    key: 'no_consent',
    whose: [' без согласия на сообщения', 'хабарламаға келіспеген', 'who agreed to no messages'],
    sql: 'NOT (f.consent_sms OR f.consent_email OR f.consent_push)',
  },
];
const SMS = `(f.consent_sms AND f.phone_known AND ${OPEN})`;
const EMAIL = `(f.consent_email AND f.email_known AND ${OPEN})`;
const PUSH = `(f.consent_push AND ${OPEN})`;
const REACHABLE: readonly Known[] = [
  {
    key: 'reachable_sms',
    whose: [', которым можно отправить SMS', 'SMS-пен жетуге болатын', 'who can be reached by SMS'],
    sql: SMS,
  },
  {
    key: 'reachable_email',
    whose: [', которым можно написать на почту', 'поштамен жетуге болатын', 'who can be reached by email'],
    sql: EMAIL,
  },
  {
    key: 'reachable_push',
    whose: [', которым можно отправить push', 'push арқылы жетуге болатын', 'who can be reached by push'],
    sql: PUSH,
  },
  {
    key: 'reachable',
    whose: [
      ', которым можно написать хотя бы по одному каналу',
      'кемінде бір арнамен жетуге болатын',
      'who can be reached by some channel',
    ],
    sql: `(${SMS} OR ${EMAIL} OR ${PUSH})`,
  },
];
const CARDS: readonly Known[] = [
  {
    key: 'with_card',
    whose: [' с действующей картой', 'жарамды картасы бар', 'with a card in force'],
    sql: 'f.card_count > 0',
  },
  {
    key: 'with_cards',
    whose: [' с несколькими картами', 'бірнеше картасы бар', 'with several cards'],
    sql: 'f.card_count > 1',
  },
];
const PROFILE: readonly Known[] = [
  {
    key: 'birth_date_known',
    whose: [' с датой рождения', 'туған күні белгілі', 'with a birth date'],
    sql: 'f.birth_date IS NOT NULL',
  },
  {
    key: 'gender_known',
    whose: [' с указанным полом', 'жынысы белгілі', 'with a gender'],
    sql: "f.gender IN ('FEMALE', 'MALE')",
  },
  { key: 'city_known', whose: [' с городом', 'қаласы белгілі', 'with a city'], sql: "f.city <> ''" },
  {
    key: 'home_store_known',
    whose: [' с домашним магазином', 'үй дүкені белгілі', 'with a home store'],
    sql: "f.home_store_id <> ''",
  },
  { key: 'phone_known', whose: [' с телефоном', 'телефоны белгілі', 'with a phone'], sql: 'f.phone_known' },
  {
    key: 'email_known',
    whose: [' с электронной почтой', 'электрондық поштасы белгілі', 'with an email'],
    sql: 'f.email_known',
  },
];

const countOf = ({ key, whose: [ru, kk, en], sql }: Known): Amount =>
  amountOf(MEMBERS, {
    key,
    names: [`Участники${ru}`, `${kk.charAt(0).toUpperCase()}${kk.slice(1)} қатысушылар`, `Members ${en}`],
    descriptions: [
      `Сколько на конец периода участников${ru}; что о них известно — на сегодня.`,
      `Кезең соңындағы ${kk} қатысушылар саны; олар туралы бүгінгі мәлімет бойынша.`,
      `How many members ${en} there are at the end of the period, by what is known of them today.`,
    ],
    formula: `number of members: ${key.replaceAll('_', ' ')}`,
    sql: `countIf(${sql})`,
  });

function shareOf(family: Family, key: string, one: Known): Metric {
  const [ru, kk, en] = one.whose;
  const words = {
    names: [
      `Доля участников${ru}`,
      `${kk.charAt(0).toUpperCase()}${kk.slice(1)} қатысушылар үлесі`,
      `Share of members ${en}`,
    ],
    descriptions: [
      `Среди всех вступивших на конец периода — доля участников${ru}.`,
      `Кезең соңында барлық қосылғандардың ішіндегі ${kk} қатысушылар үлесі.`,
      `Share of members ${en} among all who joined, at the end of the period.`,
    ],
  } as const;
  return ratioOf(family, key, 'RATIO', words, [countOf(one), registered]);
}

const cards = amountOf(MEMBERS, {
  key: 'cards',
  names: ['Действующие карты', 'Жарамды карталар', 'Cards in force'],
  descriptions: [
    'Сколько действующих карт у участников на конец периода; по состоянию на сегодня.',
    'Кезең соңындағы қатысушылардың жарамды карталары; бүгінгі жағдай бойынша.',
    'How many cards in force members have at the end of the period, as of today.',
  ],
  formula: 'sum of cards in force',
  sql: 'sum(f.card_count)',
});

/** Who may and can be written to, who has cards, and how much of the profiles is filled in. */
export const reachMetrics: readonly Metric[] = [
  ...[...CONSENTS, ...REACHABLE, ...CARDS].map((one) => metricOf('members', countOf(one))),
  ...[...CONSENTS.slice(0, 4), ...REACHABLE, ...CARDS].map((one) => shareOf(MEMBERS, `${one.key}_share`, one)),
  metricOf('members', cards),
  ratioOf(
    MEMBERS,
    'cards_per_member',
    'NUMBER',
    {
      names: ['Карт на участника', 'Бір қатысушыға карта', 'Cards per member'],
      descriptions: [
        'Действующие карты, делённые на всех вступивших.',
        'Жарамды карталардың барлық қосылғандарға қатынасы.',
        'Cards in force divided by all who joined.',
      ],
    },
    [cards, registered],
  ),
  ...PROFILE.map((one) => shareOf(QUALITY, one.key, one)),
];
