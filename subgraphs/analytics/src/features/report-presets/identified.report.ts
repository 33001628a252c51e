import {
  byCard,
  isOfGoods,
  type DerivedColumn,
  type MetricColumn,
  metricOf,
  metricTable,
  over,
} from '../metric-tables';
import { body, type ReportAsk, type ReportBody, type ReportChart, type ReportPreset } from '../reports';

/** Receipts that name a member beside those that do not. */
export const identified: ReportPreset = {
  key: 'identified',
  names: { ru: 'С картой и без карты', kk: 'Картамен және картасыз', en: 'With and without a card' },
  descriptions: {
    ru: 'Сумма, число чеков и средний чек участников рядом с остальными и во сколько раз одни больше других, по дням.',
    kk: 'Қатысушылардың сомасы, чектер саны және орташа чегі қалғандарымен қатар, күн бойынша неше есе артық екені.',
    en: 'Sum, receipts and average receipt of members beside everybody else’s, and how many times the one is the other, by day.',
  },
  group: 'SALES',
  grains: ['DAY', 'HOUR', 'WEEK', 'MONTH'],
  cuts: ['store', 'city', 'brand', 'category'],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  compute,
};

const OF_RECEIPTS = ['sales.revenue', 'sales.receipts', 'sales.average_receipt'];
const OF_GOODS = ['sales.revenue', 'sales.units'];

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const metrics = isOfGoods(ask) ? OF_GOODS : OF_RECEIPTS;
  const { table, figures } = await metricTable(ask, {
    key: 'identified',
    names: identified.names,
    columns: metrics.flatMap((key): MetricColumn[] => [...byCard(key), ratioOf(key)]),
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: identified,
  });
  const chart = (key: string): ReportChart => ({
    name: metricOf(key).names[ask.locale],
    kind: ask.grain ? 'LINE' : 'BARS',
    table: table.key,
    x: ask.grain ? 'time' : (ask.by ?? ''),
    series: [`${key}.identified`, `${key}.anonymous`],
    references: [],
  });
  // A line for each store and kind would be a tangle: split both ways, the table says it.
  const charts = ask.grain && ask.by ? [] : metrics.map(chart);
  return body({ figures, tables: [table], charts });
}

const ratioOf = (key: string): DerivedColumn => {
  const { names } = metricOf(key);
  return {
    key: `${key}.ratio`,
    names: { ru: `${names.ru}: во сколько раз`, kk: `${names.kk}: неше есе`, en: `${names.en}: times` },
    descriptions: {
      ru: 'Значение с картой, делённое на значение без карты.',
      kk: 'Картамен мәнінің картасыз мәніне қатынасы.',
      en: 'What it is with a card divided by what it is without.',
    },
    unit: 'NUMBER',
    of: (value) => over(value(`${key}.identified`), value(`${key}.anonymous`)),
  };
};
