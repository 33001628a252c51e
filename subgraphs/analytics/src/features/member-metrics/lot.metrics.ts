import { metricOf, type Amount, type Metric, type Words } from '../metric-language';
import { amountOf, ratioOf, type Family } from './share';

/** Lots know what is left of them today; days by the store's clock they do not know. */
const LOTS: Family = { group: 'points', source: 'lots', grains: [] };
const TODAY: Words = [
  'Считается то, что осталось на сегодня.',
  'Бүгінге қалғаны есептеледі.',
  'What is left today counts.',
];

const points = (key: string, names: Words, [ru, kk, en]: Words, formula: string, only: string): Amount =>
  amountOf(
    LOTS,
    {
      ...{ key, names, formula },
      descriptions: [`${ru} ${TODAY[0]}`, `${kk} ${TODAY[1]}`, `${en} ${TODAY[2]}`],
      sql: `sumIf(f.left_minor, ${only})`,
    },
    'POINTS',
  );
const members = (key: string, names: Words, [ru, kk, en]: Words, formula: string, only: string): Amount =>
  amountOf(LOTS, {
    ...{ key, names, formula },
    descriptions: [`${ru} ${TODAY[0]}`, `${kk} ${TODAY[1]}`, `${en} ${TODAY[2]}`],
    sql: `uniqExactIf(f.member_id, ${only})`,
  });

const pending = points(
  'pending',
  ['Неактивные баллы', 'Белсенді емес ұпай', 'Pending points'],
  [
    'Баллы, которыми к концу периода ещё нельзя платить.',
    'Кезең соңына дейін әлі төлеуге болмайтын ұпай.',
    'Points that cannot be spent yet at the end of the period.',
  ],
  'left of lots that activate after the period',
  'f.pending',
);
const available = points(
  'available',
  ['Доступные баллы', 'Қолжетімді ұпай', 'Spendable points'],
  [
    'Баллы, которыми в конце периода можно платить.',
    'Кезең соңында төлеуге болатын ұпай.',
    'Points that can be spent at the end of the period.',
  ],
  'left of lots active and not expired at the end of the period',
  'f.available',
);
const activating = points(
  'activating',
  ['Станут активными', 'Белсенді болатын ұпай', 'Points that become spendable'],
  [
    'Баллы, которые становятся активными в этом периоде.',
    'Осы кезеңде белсенді болатын ұпай.',
    'Points that become spendable in the period.',
  ],
  'left of lots that activate in the period',
  'f.activating',
);
const expiring = points(
  'expiring',
  ['Баллы под угрозой сгорания', 'Күйетін ұпай', 'Points about to expire'],
  [
    'Баллы, срок которых истекает в этом периоде.',
    'Мерзімі осы кезеңде бітетін ұпай.',
    'Points whose time runs out in the period.',
  ],
  'left of lots that expire in the period',
  'f.expiring',
);
const eternal = points(
  'eternal',
  ['Бессрочные баллы', 'Мерзімсіз ұпай', 'Points without expiry'],
  ['Доступные баллы, которые не сгорают.', 'Күймейтін қолжетімді ұпай.', 'Spendable points that never expire.'],
  'left of lots active at the end of the period that never expire',
  'f.available AND f.eternal',
);
const holders = members(
  'holders',
  ['Участники с доступными баллами', 'Қолжетімді ұпайы бар қатысушылар', 'Members with spendable points'],
  [
    'У скольких участников в конце периода есть баллы, которыми можно платить.',
    'Кезең соңында төлеуге болатын ұпайы бар қатысушылар саны.',
    'How many members have points that they can spend at the end of the period.',
  ],
  'number of different members with lots active at the end of the period',
  'f.available',
);
const threatened = members(
  'members_expiring',
  ['Участники со сгорающими баллами', 'Ұпайы күйетін қатысушылар', 'Members whose points are about to expire'],
  [
    'У скольких участников в этом периоде истекает срок баллов.',
    'Осы кезеңде ұпай мерзімі бітетін қатысушылар саны.',
    'Of how many members points run out of time in the period.',
  ],
  'number of different members with lots that expire in the period',
  'f.expiring',
);
const awaiting = members(
  'members_activating',
  ['Участники с активируемыми баллами', 'Ұпайы белсенді болатын қатысушылар', 'Members whose points become spendable'],
  [
    'У скольких участников в этом периоде баллы становятся активными.',
    'Осы кезеңде ұпайы белсенді болатын қатысушылар саны.',
    'Of how many members points become spendable in the period.',
  ],
  'number of different members with lots that activate in the period',
  'f.activating',
);

/** What is left on accounts, by when it can be spent and until when. */
export const lotMetrics: readonly Metric[] = [
  ...[pending, available, activating, expiring, eternal, holders, threatened, awaiting].map((base) =>
    metricOf('points', base),
  ),
  ratioOf(
    LOTS,
    'available_per_holder',
    'POINTS',
    {
      names: ['Доступных баллов на участника', 'Бір қатысушыға қолжетімді ұпай', 'Spendable points per member'],
      descriptions: [
        'Доступные баллы, делённые на участников, у которых они есть.',
        'Қолжетімді ұпайдың ондай ұпайы бар қатысушылар санына қатынасы.',
        'Spendable points divided by the members who have any.',
      ],
    },
    [available, holders],
  ),
  ratioOf(
    LOTS,
    'expiring_per_member',
    'POINTS',
    {
      names: ['Сгорающих баллов на участника', 'Бір қатысушының күйетін ұпайы', 'Points about to expire per member'],
      descriptions: [
        'Баллы под угрозой сгорания, делённые на участников, у которых они есть.',
        'Күйетін ұпайдың ондай ұпайы бар қатысушылар санына қатынасы.',
        'Points about to expire divided by the members who have any.',
      ],
    },
    [expiring, threatened],
  ),
];
