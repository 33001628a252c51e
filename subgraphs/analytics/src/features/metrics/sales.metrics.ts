import type { Metric } from './metric';

const SALE = "f.kind = 'SALE'";

export const salesMetrics: readonly Metric[] = [
  {
    key: 'sales.revenue',
    names: { ru: 'Выручка', kk: 'Түсім', en: 'Revenue' },
    descriptions: {
      ru: 'Сумма, уплаченная деньгами по чекам продаж, минус возвраты. Возврат уменьшает выручку того дня и магазина, где его оформили; скидки и оплата баллами не входят.',
      kk: 'Сату чектері бойынша ақшамен төленген сома, қайтарымдар шегерілген. Қайтарым рәсімделген күн мен дүкеннің түсімін азайтады; жеңілдіктер мен ұпаймен төлем кірмейді.',
      en: 'Money paid on sales receipts minus money given back on returns. A return lessens the revenue of the day and store it was made in; discounts and payment by points are not in it.',
    },
    unit: 'MONEY',
    formula: 'sum of payable over sales and returns, returns being negative',
    additive: true,
    dimensions: ['store', 'city', 'brand', 'category', 'identified'],
    measures: [
      { source: 'salesByHour', numerator: 'sum(f.payable_minor)' },
      { source: 'salesBySku', numerator: 'sum(f.amount_minor)' },
      { source: 'receipts', numerator: 'sum(f.payable_minor)' },
      { source: 'lines', numerator: 'sum(f.amount_minor)' },
    ],
  },
  {
    key: 'sales.receipts',
    names: { ru: 'Чеки', kk: 'Чектер', en: 'Receipts' },
    descriptions: {
      ru: 'Число чеков продаж. Возвраты не считаются и не вычитаются. По бренду и категории чек считается в каждой, которая в нём есть.',
      kk: 'Сату чектерінің саны. Қайтарымдар саналмайды және шегерілмейді. Бренд пен санат бойынша чек құрамындағы әрқайсысында саналады.',
      en: 'Number of sales receipts. Returns are neither counted nor taken away. By brand and category a receipt counts in each that it holds.',
    },
    unit: 'COUNT',
    formula: 'number of sales',
    additive: true,
    dimensions: ['store', 'city', 'brand', 'category', 'identified'],
    measures: [
      { source: 'salesByHour', numerator: `sumIf(f.receipts, ${SALE})` },
      { source: 'receipts', numerator: `countIf(${SALE})` },
      { source: 'lines', numerator: `uniqExactIf(f.receipt_id, ${SALE})` },
    ],
  },
  {
    key: 'sales.average_receipt',
    names: { ru: 'Средний чек', kk: 'Орташа чек', en: 'Average receipt' },
    descriptions: {
      ru: 'Выручка за вычетом возвратов, делённая на число чеков продаж. По бренду и категории — их выручка на чек, в котором они есть.',
      kk: 'Қайтарымдар шегерілген түсімнің сату чектерінің санына қатынасы. Бренд пен санат бойынша — олар бар бір чекке шаққандағы түсімі.',
      en: 'Revenue net of returns divided by the number of sales receipts. By brand and category: their revenue per receipt that holds them.',
    },
    unit: 'MONEY',
    formula: 'sales.revenue / sales.receipts',
    additive: false,
    dimensions: ['store', 'city', 'brand', 'category', 'identified'],
    measures: [
      { source: 'salesByHour', numerator: 'sum(f.payable_minor)', denominator: `sumIf(f.receipts, ${SALE})` },
      { source: 'receipts', numerator: 'sum(f.payable_minor)', denominator: `countIf(${SALE})` },
      { source: 'lines', numerator: 'sum(f.amount_minor)', denominator: `uniqExactIf(f.receipt_id, ${SALE})` },
    ],
  },
  {
    key: 'penetration.revenue',
    names: { ru: 'Проникновение по выручке', kk: 'Түсім бойынша ену', en: 'Penetration by revenue' },
    descriptions: {
      ru: 'Доля выручки, пришедшейся на участников программы: выручка по чекам с участником, делённая на всю выручку. Возвраты вычитаются из обеих.',
      kk: 'Бағдарлама қатысушыларына тиесілі түсім үлесі: қатысушысы бар чектер түсімінің бүкіл түсімге қатынасы. Қайтарымдар екеуінен де шегеріледі.',
      en: 'Share of revenue that members brought: revenue of receipts with a member divided by all revenue. Returns are taken away from both.',
    },
    unit: 'RATIO',
    formula: 'sales.revenue of identified / sales.revenue',
    additive: false,
    dimensions: ['store', 'city', 'brand', 'category'],
    measures: [
      { source: 'salesByHour', numerator: 'sumIf(f.payable_minor, f.identified)', denominator: 'sum(f.payable_minor)' },
      { source: 'salesBySku', numerator: 'sumIf(f.amount_minor, f.identified)', denominator: 'sum(f.amount_minor)' },
      { source: 'receipts', numerator: 'sumIf(f.payable_minor, f.identified)', denominator: 'sum(f.payable_minor)' },
      { source: 'lines', numerator: 'sumIf(f.amount_minor, f.identified)', denominator: 'sum(f.amount_minor)' },
    ],
  },
  {
    key: 'penetration.receipts',
    names: { ru: 'Проникновение по чекам', kk: 'Чектер бойынша ену', en: 'Penetration by receipts' },
    descriptions: {
      ru: 'Доля чеков продаж, в которых назван участник программы. Возвраты не считаются.',
      kk: 'Бағдарлама қатысушысы көрсетілген сату чектерінің үлесі. Қайтарымдар саналмайды.',
      en: 'Share of sales receipts that name a member. Returns are not counted.',
    },
    unit: 'RATIO',
    formula: 'sales.receipts of identified / sales.receipts',
    additive: false,
    dimensions: ['store', 'city', 'brand', 'category'],
    measures: [
      {
        source: 'salesByHour',
        numerator: `sumIf(f.receipts, ${SALE} AND f.identified)`,
        denominator: `sumIf(f.receipts, ${SALE})`,
      },
      { source: 'receipts', numerator: `countIf(${SALE} AND f.identified)`, denominator: `countIf(${SALE})` },
      {
        source: 'lines',
        numerator: `uniqExactIf(f.receipt_id, ${SALE} AND f.identified)`,
        denominator: `uniqExactIf(f.receipt_id, ${SALE})`,
      },
    ],
  },
];
