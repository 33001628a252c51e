import { metricOf, type Amount, type Metric, type Words } from '../metric-language';
import { amountOf, ratioOf, type Family } from './share';

const HABITS: Family = { group: 'members', source: 'habits', grains: ['DAY', 'WEEK', 'MONTH'] };

const count = (key: string, names: Words, descriptions: Words, formula: string, only: string): Amount =>
  amountOf(HABITS, { key, names, descriptions, formula, sql: `countIf(${only})` });

const all = count(
  'active',
  ['Активные участники', 'Белсенді қатысушылар', 'Active members'],
  ['Кто купил за период.', 'Кезеңде сатып алғандар.', 'Who bought in the period.'],
  'members.active',
  'true',
);

const HOW_OFTEN = [
  {
    key: 'buyers_once',
    only: 'f.purchases = 1',
    names: ['Купили один раз', 'Бір рет сатып алғандар', 'Members who bought once'],
    which: ['ровно один раз', 'дәл бір рет', 'exactly once'],
  },
  {
    key: 'buyers_twice',
    only: 'f.purchases = 2',
    names: ['Купили дважды', 'Екі рет сатып алғандар', 'Members who bought twice'],
    which: ['ровно два раза', 'дәл екі рет', 'exactly twice'],
  },
  {
    key: 'buyers_3_plus',
    only: 'f.purchases >= 3',
    names: ['Купили три раза и более', 'Үш және одан көп рет сатып алғандар', 'Members who bought three times or more'],
    which: ['три раза и более', 'үш және одан көп рет', 'three times or more'],
  },
  {
    key: 'buyers_5_plus',
    only: 'f.purchases >= 5',
    names: ['Купили пять раз и более', 'Бес және одан көп рет сатып алғандар', 'Members who bought five times or more'],
    which: ['пять раз и более', 'бес және одан көп рет', 'five times or more'],
  },
] as const;

const often = HOW_OFTEN.map(({ key, only, names, which: [ru, kk, en] }) =>
  count(
    key,
    names,
    [
      `Сколько участников купило за период ${ru}; каждый чек продажи — покупка.`,
      `Кезең ішінде ${kk} сатып алған қатысушылар саны; әр сату чегі — бір сатып алу.`,
      `How many members bought ${en} in the period; every sales receipt is a purchase.`,
    ],
    `members with so many sales: ${key.replaceAll('_', ' ')}`,
    only,
  ),
);
const severalStores = count(
  'buyers_many_stores',
  ['Покупали в нескольких магазинах', 'Бірнеше дүкеннен сатып алғандар', 'Members who bought at several stores'],
  [
    'Сколько участников купило за период хотя бы в двух разных магазинах.',
    'Кезең ішінде кемінде екі әртүрлі дүкеннен сатып алған қатысушылар саны.',
    'How many members bought at two different stores or more in the period.',
  ],
  'members with sales at several stores',
  'f.shops >= 2',
);
const severalDays = count(
  'buyers_many_days',
  ['Приходили в разные дни', 'Әр күндері келгендер', 'Members who came on several days'],
  [
    'Сколько участников купило за период хотя бы в два разных дня.',
    'Кезең ішінде кемінде екі әртүрлі күні сатып алған қатысушылар саны.',
    'How many members bought on two different days or more in the period.',
  ],
  'members with sales on several days',
  'f.days >= 2',
);

const shareOf = (part: Amount): Metric =>
  ratioOf(
    HABITS,
    `${part.key}_share`,
    'RATIO',
    {
      names: [
        `Доля покупателей: ${lowered(part.names[0])}`,
        `Сатып алушылар үлесі: ${lowered(part.names[1])}`,
        `Share of ${lowered(part.names[2])}`,
      ],
      descriptions: [
        `${part.descriptions[0]} Делится на всех, кто купил за период.`,
        `${part.descriptions[1]} Кезеңде сатып алған барлық қатысушыға бөлінеді.`,
        `${part.descriptions[2]} Divided by all who bought in the period.`,
      ],
    },
    [part, all],
  );
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const spent = amountOf(
  HABITS,
  {
    key: 'spent',
    names: ['Продажи участникам', 'Қатысушыларға сату', 'Sales to members'],
    descriptions: [
      'Сумма чеков продаж участникам; возвраты не вычитаются.',
      'Қатысушыларға сату чектерінің сомасы; қайтарымдар шегерілмейді.',
      'Sum of sales to members; returns are not taken away.',
    ],
    formula: 'sum of payable over sales of members',
    sql: 'sum(f.spent)',
  },
  'MONEY',
);
const stores = amountOf(HABITS, {
  ...all,
  key: 'stores_visited',
  formula: 'sum of stores of members',
  sql: 'sum(f.shops)',
});
const days = amountOf(HABITS, {
  ...all,
  key: 'shopping_days',
  formula: 'sum of shopping days of members',
  sql: 'sum(f.days)',
});

/** Places are of all buyers, so such a share is told of nobody's part. */
const NOBODY = ['city', 'gender', 'ageGroup', 'homeStore'] as const;
const top = (percent: number): Metric =>
  ratioOf(
    HABITS,
    `top_${percent}_revenue_share`,
    'RATIO',
    {
      names: [
        `Доля лучших ${percent} % покупателей в продажах`,
        `Сатудағы үздік ${percent} % сатып алушының үлесі`,
        `Share of sales brought by the top ${percent}% of buyers`,
      ],
      descriptions: [
        `Какую часть продаж участникам дали ${percent} % участников, потративших за период больше всех.`,
        `Қатысушыларға сатудың қандай бөлігін кезеңде ең көп жұмсаған ${percent} % қатысушы әкелді.`,
        `Which part of sales to members came from the ${percent}% of them who spent the most in the period.`,
      ],
    },
    [
      {
        ...spent,
        key: `top_${percent}_spent`,
        hides: NOBODY,
        from: { habits: () => `sumIf(f.spent, f.place * 100 < f.among * ${percent} + 100)` },
      },
      spent,
    ],
  );

/** How members spread over their habits within a period. */
export const habitMetrics: readonly Metric[] = [
  ...[...often, severalStores, severalDays].map((base) => metricOf('members', base)),
  ...[...often, severalStores, severalDays].map(shareOf),
  ratioOf(
    HABITS,
    'stores_per_buyer',
    'NUMBER',
    {
      names: ['Магазинов на покупателя', 'Бір сатып алушыға дүкен', 'Stores per buyer'],
      descriptions: [
        'В скольких разных магазинах в среднем покупал участник за период.',
        'Қатысушы кезеңде орта есеппен неше әртүрлі дүкеннен сатып алды.',
        'At how many different stores a member bought on average in the period.',
      ],
    },
    [stores, all],
  ),
  ratioOf(
    HABITS,
    'days_per_buyer',
    'NUMBER',
    {
      names: ['Дней с покупками на покупателя', 'Бір сатып алушының сатып алу күндері', 'Shopping days per buyer'],
      descriptions: [
        'В сколько разных дней в среднем покупал участник за период.',
        'Қатысушы кезеңде орта есеппен неше әртүрлі күні сатып алды.',
        'On how many different days a member bought on average in the period.',
      ],
    },
    [days, all],
  ),
  top(10),
  top(20),
];
