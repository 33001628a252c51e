import { metricOf, ratioOf, SALE, type Amount, type Metric, type Ratio, type Words } from '../metric-language';

const NOT_SUMMED: Words = [
  'Строка с двумя акциями считается в каждой.',
  'Екі акциялы жол әрқайсысында саналады.',
  'A line with two promotions counts in each.',
];

/** Of lines, one for each promotion; and, where it can tell, of the rollup. */
function amount(
  key: string,
  unit: Amount['unit'],
  names: Words,
  what: Words,
  formula: string,
  ofLines: string,
  ofSums: string | null = ofLines,
): Amount {
  const descriptions: Words = [
    `${what[0]} ${NOT_SUMMED[0]}`,
    `${what[1]} ${NOT_SUMMED[1]}`,
    `${what[2]} ${NOT_SUMMED[2]}`,
  ];
  return {
    key,
    unit,
    names,
    descriptions,
    formula,
    additive: false,
    from: { ...(ofSums === null ? {} : { salesByPromotion: () => ofSums }), promotions: () => ofLines },
  };
}

const uses: Amount = {
  ...amount(
    'uses',
    'COUNT',
    ['Чеки, где сработала акция', 'Акция іске қосылған чектер', 'Receipts a promotion worked on'],
    [
      'В скольких чеках продаж подействовала акция.',
      'Акция неше сату чегінде әсер етті.',
      'On how many sales receipts a promotion had a part.',
    ],
    'number of different receipts with the promotion',
    `uniqExactIf(f.receipt_id, ${SALE})`,
    `sumIf(f.receipts, ${SALE})`,
  ),
  // A receipt with two promotions is one.
  within: { salesByPromotion: 'promotion' },
};
const lines = amount(
  'lines',
  'COUNT',
  ['Применения акций', 'Акция қолданылуы', 'Promotion uses'],
  [
    'Сколько строк чеков продаж получили акцию, по каждой акции.',
    'Сату чегінің неше жолы акция алды, әр акция бойынша.',
    'How many lines of sales a promotion had a part in, each promotion counted.',
  ],
  'number of line, promotion in sales',
  `countIf(${SALE})`,
  `sumIf(f.receipt_lines, ${SALE})`,
);
const units = amount(
  'units',
  'QUANTITY',
  ['Единицы по акции', 'Акция бойынша бірлік', 'Units on promotion'],
  [
    'Количество товаров, на которые подействовала акция, минус возвраты.',
    'Акция әсер еткен тауар саны, қайтарымсыз.',
    'Quantity of goods that a promotion had a part in, minus returns.',
  ],
  'sum of quantity by promotion',
  'sum(f.quantity_milli)',
);
const revenue = amount(
  'revenue',
  'MONEY',
  ['Выручка по акции', 'Акция бойынша түсім', 'Revenue on promotion'],
  [
    'Выручка строк, на которые подействовала акция, минус возвраты.',
    'Акция әсер еткен жолдардың түсімі, қайтарымсыз.',
    'Revenue of lines that a promotion had a part in, minus returns.',
  ],
  'sum of amount by promotion',
  'sum(f.amount_minor)',
);
const discount = amount(
  'discount',
  'MONEY',
  ['Скидки по акции', 'Акция бойынша жеңілдік', 'Discount on promotion'],
  [
    'Скидки строк, на которые подействовала акция, минус возвраты.',
    'Акция әсер еткен жолдардың жеңілдігі, қайтарымсыз.',
    'Discounts of lines that a promotion had a part in, minus returns.',
  ],
  'sum of discount by promotion',
  'sum(f.discount_minor)',
);
const buyers = amount(
  'buyers',
  'COUNT',
  ['Покупатели по акции', 'Акция сатып алушылары', 'Buyers on promotion'],
  [
    'Сколько разных участников купило по акции.',
    'Акция бойынша сатып алған әртүрлі қатысушылар.',
    'How many different members bought on a promotion.',
  ],
  'number of different members by promotion',
  `uniqExactIf(f.member_id, ${SALE} AND f.identified)`,
);
const used = amount(
  'used',
  'COUNT',
  ['Работавшие акции', 'Жұмыс істеген акциялар', 'Promotions used'],
  [
    'Сколько разных акций подействовало хотя бы раз.',
    'Кемінде бір рет әсер еткен әртүрлі акциялар.',
    'How many different promotions had a part in some sale.',
  ],
  'number of different promotions in sales',
  `uniqExactIf(f.promotion, ${SALE})`,
);
const skus = amount(
  'skus',
  'COUNT',
  ['Товары по акции', 'Акциядағы тауарлар', 'SKUs on promotion'],
  [
    'Сколько разных товаров продано по акции.',
    'Акция бойынша сатылған әртүрлі тауар.',
    'How many different products were sold on promotion.',
  ],
  'number of different SKUs by promotion',
  `uniqExactIf(f.sku, ${SALE})`,
  null,
);

const all: readonly (Amount | Ratio)[] = [
  uses,
  lines,
  units,
  revenue,
  discount,
  buyers,
  used,
  skus,
  ratioOf(
    'revenue_per_use',
    'MONEY',
    ['Выручка на чек с акцией', 'Акциялы чекке түсім', 'Revenue per use'],
    ['Выручка по акции на чек с ней.', 'Акция түсімі онымен бір чекке.', 'Revenue on promotion per receipt with it.'],
    revenue,
    uses,
  ),
  ratioOf(
    'discount_per_use',
    'MONEY',
    ['Скидка на чек с акцией', 'Акциялы чекке жеңілдік', 'Discount per use'],
    [
      'Скидки по акции на чек с ней.',
      'Акция жеңілдігі онымен бір чекке.',
      'Discount on promotion per receipt with it.',
    ],
    discount,
    uses,
  ),
  ratioOf(
    'discount_to_revenue',
    'RATIO',
    ['Скидка к выручке акции', 'Жеңілдіктің акция түсіміне қатынасы', 'Discount to revenue'],
    [
      'Скидки по акции, делённые на выручку по ней.',
      'Акция жеңілдігінің оның түсіміне қатынасы.',
      'Discount on promotion divided by its revenue.',
    ],
    discount,
    revenue,
  ),
  ratioOf(
    'revenue_per_buyer',
    'MONEY',
    ['Выручка акции на покупателя', 'Сатып алушыға акция түсімі', 'Promotion revenue per buyer'],
    [
      'Выручка по акции на участника, который по ней купил; безымянные чеки входят в выручку.',
      'Акция бойынша сатып алған қатысушыға түсім; атаусыз чектер түсімге кіреді.',
      'Revenue on promotion per member who bought on it; anonymous receipts are in the revenue.',
    ],
    revenue,
    buyers,
  ),
];

/** What promotions brought and gave. */
export const promotionMetrics: readonly Metric[] = all.map((base) => metricOf('promotions', base));
