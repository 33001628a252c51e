import { CHILDREN_AGES, metricOf, type Amount, type Metric, type Words } from '../metric-language';
import { amountOf, ratioOf, type Family } from './share';
import { registered } from './member.metrics';

const FAMILIES: Family = { group: 'members', source: 'families', accumulates: true };

const level = (key: string, names: Words, descriptions: Words, formula: string, sql: string): Amount =>
  amountOf(FAMILIES, { key, names, descriptions, formula, sql });

const parents = level(
  'parents',
  ['Участники с детьми', 'Балалы қатысушылар', 'Members with children'],
  [
    'Сколько участников указало хотя бы одного ребёнка, на конец периода.',
    'Кезең соңында кемінде бір баласын көрсеткен қатысушылар саны.',
    'How many members have told of a child, at the end of the period.',
  ],
  'number of members with children',
  'countIf(f.children > 0)',
);
const children = level(
  'children',
  ['Дети участников', 'Қатысушылардың балалары', 'Children of members'],
  [
    'Сколько детей указали участники, на конец периода.',
    'Кезең соңында қатысушылар көрсеткен балалар саны.',
    'How many children members have told of, at the end of the period.',
  ],
  'number of children of members',
  'sum(f.children)',
);
const girls = level(
  'girls',
  ['Дочери участников', 'Қатысушылардың қыздары', 'Daughters of members'],
  [
    'Сколько дочерей указали участники.',
    'Қатысушылар көрсеткен қыздар саны.',
    'How many daughters members have told of.',
  ],
  'number of daughters of members',
  'sum(f.girls)',
);
const boys = level(
  'boys',
  ['Сыновья участников', 'Қатысушылардың ұлдары', 'Sons of members'],
  ['Сколько сыновей указали участники.', 'Қатысушылар көрсеткен ұлдар саны.', 'How many sons members have told of.'],
  'number of sons of members',
  'sum(f.boys)',
);
const ofAge = ([youngest, oldest]: (typeof CHILDREN_AGES)[number]): Amount[] => {
  const ages = `${youngest}–${oldest}`;
  return [
    level(
      `parents_${youngest}_${oldest}`,
      [
        `Участники с детьми ${ages} лет`,
        `${ages} жастағы балалары бар қатысушылар`,
        `Members with children aged ${ages}`,
      ],
      [
        `Сколько участников указало ребёнка, которому на последний день периода полных ${ages} лет.`,
        `Кезеңнің соңғы күнінде ${ages} жасқа толған баласын көрсеткен қатысушылар саны.`,
        `How many members have told of a child who is ${ages} years old on the last day of the period.`,
      ],
      `number of members with children aged ${youngest} to ${oldest}`,
      `countIf(f.children_${youngest}_${oldest} > 0)`,
    ),
    level(
      `children_${youngest}_${oldest}`,
      [`Дети ${ages} лет`, `${ages} жастағы балалар`, `Children aged ${ages}`],
      [
        `Скольким детям участников на последний день периода полных ${ages} лет.`,
        `Қатысушылардың кезеңнің соңғы күнінде ${ages} жасқа толған балалары саны.`,
        `How many children of members are ${ages} years old on the last day of the period.`,
      ],
      `number of children aged ${youngest} to ${oldest}`,
      `sum(f.children_${youngest}_${oldest})`,
    ),
  ];
};

/** Families of members, as far as they told. */
export const familyMetrics: readonly Metric[] = [
  ...[parents, children, girls, boys, ...CHILDREN_AGES.flatMap(ofAge)].map((base) => metricOf('members', base)),
  ratioOf(
    FAMILIES,
    'parent_share',
    'RATIO',
    {
      names: ['Доля участников с детьми', 'Балалы қатысушылар үлесі', 'Share of members with children'],
      descriptions: [
        'Доля участников, указавших хотя бы одного ребёнка, среди всех вступивших.',
        'Барлық қосылғандардың ішінде кемінде бір баласын көрсеткен қатысушылар үлесі.',
        'Share of members who have told of a child among all who joined.',
      ],
    },
    [parents, { ...registered, from: { families: () => 'count()' } }],
  ),
  ratioOf(
    FAMILIES,
    'children_per_parent',
    'NUMBER',
    {
      names: ['Детей в семье', 'Отбасындағы балалар', 'Children per family'],
      descriptions: [
        'Дети, делённые на число участников с детьми.',
        'Балалардың балалы қатысушылар санына қатынасы.',
        'Children divided by the number of members with children.',
      ],
    },
    [children, parents],
  ),
];
