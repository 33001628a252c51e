import {
  ratioOf,
  distinct,
  metricOf,
  SALE,
  type Amount,
  type Metric,
  type Ratio,
  type Words,
} from '../metric-language';
import { salesAmounts as sums } from './sales.amounts';
import { salesCounts as counts } from './sales.counts';

const ofLines = (
  key: string,
  unit: Amount['unit'],
  names: Words,
  descriptions: Words,
  formula: string,
  sql: (condition: string) => string,
): Amount => ({ key, unit, names, descriptions, formula, additive: true, from: { lines: sql } });

const linesWhere =
  (only: string) =>
  (condition: string): string =>
    `countIf(${SALE} AND ${only} AND ${condition})`;

const discountedLines = ofLines(
  'discounted_lines',
  'COUNT',
  ['Строки со скидкой', 'Жеңілдігі бар жолдар', 'Lines with a discount'],
  [
    'Число строк чеков продаж, в которых дали скидку.',
    'Сату чектеріндегі жеңілдік берілген жолдар саны.',
    'Number of lines of sales that got a discount.',
  ],
  'number of lines of sales with a discount',
  linesWhere('f.discount_minor <> 0'),
);
const promotedLines = ofLines(
  'promoted_lines',
  'COUNT',
  ['Строки с акцией', 'Акциясы бар жолдар', 'Lines with a promotion'],
  [
    'Число строк чеков продаж, на которые подействовала хотя бы одна акция.',
    'Сату чектеріндегі кемінде бір акция әсер еткен жолдар саны.',
    'Number of lines of sales that at least one promotion had a part in.',
  ],
  'number of lines of sales with promotions',
  linesWhere('f.promo'),
);
const promotedUnits = ofLines(
  'promoted_units',
  'QUANTITY',
  ['Продано единиц по акциям', 'Акция бойынша сатылған бірлік', 'Units sold on promotion'],
  [
    'Количество товаров в чеках продаж, на которые подействовала хотя бы одна акция.',
    'Сату чектеріндегі кемінде бір акция әсер еткен тауар саны.',
    'Quantity of goods on sales that at least one promotion had a part in.',
  ],
  'sum of quantity of lines of sales with promotions',
  (condition) => `sumIf(f.quantity_milli, ${SALE} AND f.promo AND ${condition})`,
);
const soldAtDiscount = ofLines(
  'discounted_full_price',
  'MONEY',
  [
    'Сумма до скидок по товарам со скидкой',
    'Жеңілдігі бар тауардың жеңілдікке дейінгі сомасы',
    'Value of discounted goods',
  ],
  [
    'Сколько стоили бы без скидок и оплаты баллами проданные строки, в которых дали скидку.',
    'Жеңілдік берілген сатылған жолдар жеңілдіксіз және ұпаймен төлемсіз қанша тұрар еді.',
    'What the lines sold with a discount would have come to without it and without payment by points.',
  ],
  'sum of amount, discount and points of lines of sales with a discount',
  (condition) =>
    `sumIf(f.amount_minor + f.discount_minor + f.points_spent_minor, ${SALE} AND f.discount_minor <> 0 AND ${condition})`,
);
const givenAtDiscount: Amount = {
  ...soldAtDiscount,
  key: 'sale_discount',
  names: ['Скидки в чеках продаж', 'Сату чектеріндегі жеңілдік', 'Discount on sales'],
  descriptions: [
    'Сумма скидок в чеках продаж; возвраты не вычитаются.',
    'Сату чектеріндегі жеңілдік сомасы; қайтарымдар шегерілмейді.',
    'Sum of discounts on sales; returns are not taken away.',
  ],
  formula: 'sum of discount over sales',
  from: { lines: (condition) => `sumIf(f.discount_minor, ${SALE} AND ${condition})` },
};
const sales: Amount = { ...sums.gross, from: { lines: sums.gross.from.lines ?? distinct('f.receipt_id', SALE) } };

const all: readonly (Amount | Ratio)[] = [
  discountedLines,
  promotedLines,
  promotedUnits,
  soldAtDiscount,
  givenAtDiscount,
  ratioOf(
    'discounted_line_share',
    'RATIO',
    ['Доля строк со скидкой', 'Жеңілдігі бар жолдар үлесі', 'Share of lines with a discount'],
    [
      'Строки со скидкой, делённые на все строки чеков продаж.',
      'Жеңілдігі бар жолдардың сату чектерінің барлық жолдарына қатынасы.',
      'Lines with a discount divided by all lines of sales.',
    ],
    discountedLines,
    sums.lines,
  ),
  ratioOf(
    'promoted_line_share',
    'RATIO',
    ['Доля строк с акцией', 'Акциясы бар жолдар үлесі', 'Share of lines with a promotion'],
    [
      'Строки с акцией, делённые на все строки чеков продаж.',
      'Акциясы бар жолдардың сату чектерінің барлық жолдарына қатынасы.',
      'Lines with a promotion divided by all lines of sales.',
    ],
    promotedLines,
    sums.lines,
  ),
  ratioOf(
    'promoted_unit_share',
    'RATIO',
    ['Доля единиц, проданных по акциям', 'Акция бойынша сатылған бірлік үлесі', 'Share of units sold on promotion'],
    [
      'Единицы, проданные по акциям, делённые на все проданные единицы.',
      'Акция бойынша сатылған бірліктің барлық сатылған бірлікке қатынасы.',
      'Units sold on promotion divided by all units sold.',
    ],
    promotedUnits,
    sums.unitsSold,
  ),
  ratioOf(
    'discount_depth_of_discounted',
    'RATIO',
    [
      'Глубина скидки на товары со скидкой',
      'Жеңілдігі бар тауардағы жеңілдік тереңдігі',
      'Discount depth of discounted goods',
    ],
    [
      'Скидка, делённая на сумму до скидок, только по строкам, в которых дали скидку.',
      'Тек жеңілдік берілген жолдар бойынша жеңілдіктің жеңілдікке дейінгі сомаға қатынасы.',
      'Discount divided by the value before discounts, over lines with a discount alone.',
    ],
    givenAtDiscount,
    soldAtDiscount,
  ),
  ratioOf(
    'units_per_line',
    'QUANTITY',
    ['Единиц в строке', 'Жолдағы бірлік', 'Units per line'],
    [
      'Проданные единицы, делённые на число строк чеков продаж.',
      'Сатылған бірліктің сату чектері жолдарының санына қатынасы.',
      'Units sold divided by the number of lines of sales.',
    ],
    sums.unitsSold,
    sums.lines,
  ),
  ratioOf(
    'revenue_per_sku',
    'MONEY',
    ['Продажи на артикул', 'Бір артикулға сату', 'Sales per SKU'],
    [
      'Продажи до возвратов, делённые на число проданных артикулов.',
      'Қайтарымға дейінгі сатудың сатылған артикулдар санына қатынасы.',
      'Sales before returns divided by the number of SKUs sold.',
    ],
    sales,
    counts.skus,
  ),
  ratioOf(
    'units_per_sku',
    'QUANTITY',
    ['Единиц на артикул', 'Бір артикулға бірлік', 'Units per SKU'],
    [
      'Проданные единицы, делённые на число проданных артикулов.',
      'Сатылған бірліктің сатылған артикулдар санына қатынасы.',
      'Units sold divided by the number of SKUs sold.',
    ],
    sums.unitsSold,
    counts.skus,
  ),
  ratioOf(
    'markup',
    'RATIO',
    ['Наценка', 'Үстеме баға', 'Markup'],
    [
      'Маржинальный доход, делённый на себестоимость.',
      'Маржалық табыстың өзіндік құнға қатынасы.',
      'Margin divided by the cost of goods.',
    ],
    sums.margin,
    sums.cost,
  ),
];

/** What goods and lines of receipts come to. */
export const goodsMetrics: readonly Metric[] = all.map((base) => metricOf('sales', base));
