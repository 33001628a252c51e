import { metricOf, ratioOf, RETURN, SALE, type Amount, type Metric, type Ratio, type Words } from '../metric-language';
import { salesAmounts as sums } from './sales.amounts';
import { salesCounts as counts } from './sales.counts';
import { anonymous, identified } from './sales.qualifiers';

const countOf = (key: string, names: Words, descriptions: Words, formula: string, only: string): Amount => ({
  key,
  unit: 'COUNT',
  names,
  descriptions,
  formula,
  additive: true,
  from: { receipts: (condition) => `countIf(${only} AND ${condition})` },
});

const atOtherStore = countOf(
  'returns_elsewhere',
  ['Возвраты в другом магазине', 'Басқа дүкендегі қайтарымдар', 'Returns at another store'],
  [
    'Чеки возврата, оформленные не в том магазине, где была покупка.',
    'Сатып алынған дүкенде емес, басқасында рәсімделген қайтарым чектері.',
    'Return receipts made at another store than the one where the goods were bought.',
  ],
  'number of returns at another store than that of the sale',
  `${RETURN} AND f.sale_store_id <> f.store_id`,
);
const late = countOf(
  'late_receipts',
  ['Чеки с опозданием', 'Кешігіп түскен чектер', 'Receipts told late'],
  [
    'Чеки продаж, которые дошли до программы позже чем через час: касса работала без связи или чек загрузили.',
    'Бағдарламаға бір сағаттан кеш жеткен сату чектері: касса байланыссыз жұмыс істеген немесе чек жүктелген.',
    'Sales that reached the programme more than an hour later: the till was offline, or they were imported.',
  ],
  'number of sales recorded more than an hour after they happened',
  `${SALE} AND toUnixTimestamp64Milli(f.recorded_at) - toUnixTimestamp64Milli(f.occurred_at) > 3600000`,
);
const unbooked = countOf(
  'unbooked_receipts',
  [
    'Чеки участников без движения баллов',
    'Ұпай қозғалысы жоқ қатысушы чектері',
    'Receipts of members without booked points',
  ],
  [
    'Чеки продаж с участником, по которым баллы не проведены: история, загруженная только для отчётов.',
    'Қатысушысы бар, бірақ ұпайы өткізілмеген сату чектері: тек есептер үшін жүктелген тарих.',
    'Sales that name a member but whose points were not booked: history imported for reports alone.',
  ],
  'number of sales of members whose points were not booked',
  `${SALE} AND f.identified AND NOT f.points_booked`,
);
const byPointsAlone = countOf(
  'receipts_points_alone',
  ['Чеки, полностью оплаченные баллами', 'Толығымен ұпаймен төленген чектер', 'Receipts paid by points alone'],
  [
    'Чеки продаж, за которые не заплатили деньгами: всё покрыли баллы.',
    'Ақшамен төленбеген сату чектері: бәрін ұпай жапқан.',
    'Sales for which no money was paid: points covered everything.',
  ],
  'number of sales with points spent and nothing payable',
  `${SALE} AND f.points_spent_minor > 0 AND f.payable_minor = 0`,
);

/** The middle one, of two the smaller: exact on both engines. */
const median: Ratio = {
  key: 'median_receipt',
  unit: 'MONEY',
  names: ['Медианный чек', 'Медианалық чек', 'Median receipt'],
  descriptions: [
    'Половина чеков продаж не больше этой суммы. В отличие от среднего, не зависит от редких крупных покупок.',
    'Сату чектерінің жартысы осы сомадан аспайды. Орташадан айырмашылығы: сирек ірі сатып алуларға тәуелді емес.',
    'Half of the sales are not larger than this. Unlike the average it does not follow rare large purchases.',
  ],
  isOfReceipts: true,
  above: {
    ...sums.gross,
    key: 'middle_receipt',
    from: { receipts: (condition) => `ifNull(quantileExactLowIf(f.payable_minor, ${SALE} AND ${condition}), 0)` },
  },
  below: {
    ...sums.receipts,
    key: 'has_receipts',
    from: { receipts: (condition) => `least(countIf(${SALE} AND ${condition}), 1)` },
  },
};

const ratios: readonly Ratio[] = [
  ratioOf(
    'average_return',
    'MONEY',
    ['Средний возврат', 'Орташа қайтарым', 'Average return'],
    [
      'Сумма возвратов, делённая на число чеков возврата.',
      'Қайтарым сомасының қайтарым чектерінің санына қатынасы.',
      'Returned sum divided by the number of return receipts.',
    ],
    counts.returned,
    counts.returnReceipts,
  ),
  ratioOf(
    'returned_unit_share',
    'RATIO',
    ['Доля возвращённых единиц', 'Қайтарылған бірлік үлесі', 'Share of units returned'],
    [
      'Возвращённые единицы, делённые на проданные за тот же период.',
      'Қайтарылған бірліктің сол кезеңде сатылғанына қатынасы.',
      'Units returned divided by units sold in the same period.',
    ],
    counts.returnedUnits,
    sums.unitsSold,
  ),
  ratioOf(
    'returns_elsewhere_share',
    'RATIO',
    ['Доля возвратов в другом магазине', 'Басқа дүкендегі қайтарым үлесі', 'Share of returns at another store'],
    [
      'Возвраты в другом магазине, делённые на все чеки возврата.',
      'Басқа дүкендегі қайтарымдардың барлық қайтарым чектеріне қатынасы.',
      'Returns at another store divided by all return receipts.',
    ],
    atOtherStore,
    counts.returnReceipts,
  ),
  ratioOf(
    'late_share',
    'RATIO',
    ['Доля чеков с опозданием', 'Кешігіп түскен чектер үлесі', 'Share of receipts told late'],
    [
      'Чеки с опозданием, делённые на все чеки продаж.',
      'Кешігіп түскен чектердің барлық сату чектеріне қатынасы.',
      'Receipts told late divided by all sales receipts.',
    ],
    late,
    sums.receipts,
  ),
  ratioOf(
    'receipts_per_cashier',
    'NUMBER',
    ['Чеков на кассира', 'Бір кассирге чек', 'Receipts per cashier'],
    [
      'Чеки продаж, делённые на число работавших кассиров.',
      'Сату чектерінің жұмыс істеген кассирлер санына қатынасы.',
      'Sales receipts divided by the number of cashiers at work.',
    ],
    sums.receipts,
    counts.cashiers,
  ),
  ratioOf(
    'receipts_per_till',
    'NUMBER',
    ['Чеков на кассу', 'Бір кассаға чек', 'Receipts per till'],
    [
      'Чеки продаж, делённые на число работавших касс.',
      'Сату чектерінің жұмыс істеген кассалар санына қатынасы.',
      'Sales receipts divided by the number of tills at work.',
    ],
    sums.receipts,
    counts.tills,
  ),
  ratioOf(
    'revenue_per_cashier',
    'MONEY',
    ['Выручка на кассира', 'Бір кассирге түсім', 'Revenue per cashier'],
    [
      'Выручка, делённая на число работавших кассиров.',
      'Түсімнің жұмыс істеген кассирлер санына қатынасы.',
      'Revenue divided by the number of cashiers at work.',
    ],
    sums.revenue,
    counts.cashiers,
  ),
  ratioOf(
    'cost_per_unit',
    'MONEY',
    ['Расходы на клиентов к единице товара', 'Бір тауар бірлігіне клиент шығыны', 'Cost of rewards per unit'],
    [
      'Скидки и оплата баллами, делённые на проданные за вычетом возвращённых единицы.',
      'Жеңілдік пен ұпаймен төлемнің қайтарымдар шегерілген сатылған бірлікке қатынасы.',
      'Discounts and payment by points divided by units net of returns.',
    ],
    sums.given,
    sums.units,
  ),
  ratioOf(
    'loyalty_cost_share',
    'RATIO',
    ['Доля расходов на клиентов', 'Клиенттерге шығын үлесі', 'Share of cost of rewards'],
    [
      'Скидки и оплата баллами, делённые на сумму до скидок.',
      'Жеңілдік пен ұпаймен төлемнің жеңілдікке дейінгі сомаға қатынасы.',
      'Discounts and payment by points divided by the value before discounts.',
    ],
    sums.given,
    sums.fullPrice,
  ),
];

const plain: readonly (Amount | Ratio)[] = [atOtherStore, late, unbooked, byPointsAlone, median, ...ratios];

/** What single receipts tell. */
export const receiptMetrics: readonly Metric[] = [
  ...plain.map((base) => metricOf('sales', base)),
  ...[identified, anonymous].map((part) => metricOf('sales', median, part)),
];
