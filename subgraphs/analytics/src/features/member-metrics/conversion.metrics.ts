import { metricOf, type Amount, type Metric, type Words } from '../metric-language';
import { newBuyers } from './lifecycle.metrics';
import { joined } from './member.metrics';
import { amountOf, ratioOf, type Family } from './share';

const NEWCOMERS: Family = { group: 'members', source: 'newcomers', additive: true };
const JOINERS: Family = { group: 'members', source: 'joiners', additive: true };
const VISITS: Family = { group: 'members', source: 'visits', additive: true };

const HOURS = 24;
const within = (column: string, days: number): string => `countIf(f.${column} >= 0 AND f.${column} < ${days * HOURS})`;

/** A count by which a family is divided: it is a metric of its own elsewhere. */
const all = (source: 'newcomers' | 'joiners' | 'visits', base: Amount, as: string): Amount => ({
  ...base,
  as,
  from: { [source]: () => 'count()' },
});
const newcomers = all('newcomers', newBuyers, 'members.new_buyers');
const joiners = all('joiners', joined, 'members.new');

function secondPurchase(days: number): Metric[] {
  const came = amountOf(NEWCOMERS, {
    key: `second_purchase_${days}`,
    names: [
      `Вторая покупка за ${days} дней`,
      `${days} күн ішіндегі екінші сатып алу`,
      `Second purchase within ${days} days`,
    ],
    descriptions: [
      `Сколько впервые купивших в этом периоде купило ещё раз в течение ${days} дней.`,
      `Осы кезеңде алғаш сатып алғандардың нешеуі ${days} күн ішінде тағы сатып алды.`,
      `How many of those who first bought in the period bought again within ${days} days.`,
    ],
    formula: `new buyers with a second sale within ${days} days`,
    sql: within('until_hours', days),
  });
  const words = {
    names: [
      `Конверсия во вторую покупку за ${days} дней`,
      `${days} күн ішінде екінші сатып алуға конверсия`,
      `Conversion to a second purchase within ${days} days`,
    ],
    descriptions: [
      `Доля впервые купивших в этом периоде, кто купил ещё раз в течение ${days} дней. У недавних периодов ещё растёт.`,
      `Осы кезеңде алғаш сатып алғандардың ${days} күн ішінде тағы сатып алған үлесі. Жақындағы кезеңдерде әлі өседі.`,
      `Share of those who first bought in the period and bought again within ${days} days. Of recent periods it still grows.`,
    ],
  } as const;
  return [
    metricOf('members', came),
    ratioOf(NEWCOMERS, `second_purchase_rate_${days}`, 'RATIO', words, [came, newcomers]),
  ];
}

function firstPurchase(days: number): Metric[] {
  const came = amountOf(JOINERS, {
    key: `converted_${days}`,
    names: [
      `Купили за ${days} дней после вступления`,
      `Қосылғаннан кейін ${days} күнде сатып алғандар`,
      `Bought within ${days} days of joining`,
    ],
    descriptions: [
      `Сколько вступивших в этом периоде купило в течение ${days} дней после вступления.`,
      `Осы кезеңде қосылғандардың нешеуі қосылғаннан кейін ${days} күн ішінде сатып алды.`,
      `How many of those who joined in the period bought within ${days} days of joining.`,
    ],
    formula: `members registered in the period with a sale within ${days} days`,
    sql: within('until_hours', days),
  });
  const words = {
    names: [
      `Конверсия вступления в покупку за ${days} дней`,
      `Қосылудан сатып алуға ${days} күндік конверсия`,
      `Conversion from joining to buying within ${days} days`,
    ],
    descriptions: [
      `Доля вступивших в этом периоде, кто купил в течение ${days} дней после вступления.`,
      `Осы кезеңде қосылғандардың ${days} күн ішінде сатып алған үлесі.`,
      `Share of those who joined in the period and bought within ${days} days of joining.`,
    ],
  } as const;
  return [metricOf('members', came), ratioOf(JOINERS, `conversion_${days}`, 'RATIO', words, [came, joiners])];
}

/** The hours of whom it happened to, and how many they are. */
function waiting(family: Family, column: string): readonly [Amount, Amount] {
  const words = { names: EMPTY, descriptions: EMPTY, formula: '' };
  return [
    amountOf(family, { ...words, key: `${column}_sum`, sql: `sumIf(f.${column}, f.${column} >= 0)` }),
    amountOf(family, { ...words, key: `${column}_count`, sql: `countIf(f.${column} >= 0)` }),
  ];
}
const EMPTY: Words = ['', '', ''];

function again(days: number): Metric {
  const words = {
    names: [
      `Доля покупок в пределах ${days} дней после прошлой`,
      `Алдыңғысынан кейін ${days} күн ішіндегі сатып алу үлесі`,
      `Share of purchases within ${days} days of the last`,
    ],
    descriptions: [
      `Доля чеков продаж участникам, пробитых не позже чем через ${days} дней после их прошлого чека.`,
      `Қатысушыларға сату чектерінің алдыңғы чектен кейін ${days} күннен кешікпегендерінің үлесі.`,
      `Share of sales to members that came within ${days} days of the sale before.`,
    ],
  } as const;
  const [, count] = waiting(VISITS, 'since_hours');
  const soon = { ...count, key: `repeated_within_${days}`, from: { visits: () => within('since_hours', days) } };
  const sales: Amount = {
    ...count,
    key: 'receipts',
    as: 'sales.receipts.identified',
    from: { visits: () => 'count()' },
  };
  return ratioOf(VISITS, `repeat_within_${days}`, 'RATIO', words, [soon, sales]);
}

/** How people become buyers, come again, and how long that takes. */
export const conversionMetrics: readonly Metric[] = [
  ...[30, 60, 90].flatMap(secondPurchase),
  ...[7, 30, 90].flatMap(firstPurchase),
  ratioOf(
    NEWCOMERS,
    'days_to_second_purchase',
    'DAYS',
    {
      names: ['Дней до второй покупки', 'Екінші сатып алуға дейінгі күндер', 'Days to the second purchase'],
      descriptions: [
        'Сколько дней в среднем прошло от первой покупки до второй у тех, кто впервые купил в этом периоде и уже вернулся.',
        'Осы кезеңде алғаш сатып алып, қайта келгендерде біріншіден екінші сатып алуға дейін орта есеппен неше күн өтті.',
        'Days from the first purchase to the second on average, of those who first bought in the period and have come back.',
      ],
      formula: 'days from the first sale to the second / new buyers with a second sale',
    },
    waiting(NEWCOMERS, 'until_hours'),
  ),
  ratioOf(
    JOINERS,
    'days_to_first_purchase',
    'DAYS',
    {
      names: ['Дней от вступления до покупки', 'Қосылудан сатып алуға дейінгі күндер', 'Days from joining to buying'],
      descriptions: [
        'Сколько дней в среднем прошло от вступления до первой покупки у вступивших в этом периоде и уже купивших.',
        'Осы кезеңде қосылып, сатып алғандарда қосылудан алғашқы сатып алуға дейін орта есеппен неше күн өтті.',
        'Days from joining to the first purchase on average, of those who joined in the period and have bought.',
      ],
      formula: 'days from joining to the first sale / members registered in the period with a sale',
    },
    waiting(JOINERS, 'until_hours'),
  ),
  ratioOf(
    VISITS,
    'days_between_purchases',
    'DAYS',
    {
      names: ['Дней между покупками', 'Сатып алулар арасындағы күндер', 'Days between purchases'],
      descriptions: [
        'Сколько дней в среднем прошло с прошлого чека участника до чека этого периода.',
        'Қатысушының алдыңғы чегінен осы кезеңдегі чегіне дейін орта есеппен неше күн өтті.',
        'Days on average from the sale before to a sale of the period, of the same member.',
      ],
      formula: 'days since the sale before / sales of members but their first',
    },
    waiting(VISITS, 'since_hours'),
  ),
  again(7),
  again(30),
];
