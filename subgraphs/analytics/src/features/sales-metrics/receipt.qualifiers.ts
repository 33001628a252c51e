import { onlyReceipts, type Dimension, type Qualifier, type Words } from '../metric-language';

/** Receipts of which something is true that they alone know; the words follow "receipts". */
function receiptsThat(
  key: string,
  sql: string,
  [ru, kk, en]: Words,
  which: Words,
  hides: readonly Dimension[] = [],
): Qualifier {
  return {
    key,
    ofSums: [`по чекам ${ru}`, `${kk} чектер бойынша`, `of receipts ${en}`],
    ofReceipts: [ru, kk, en],
    which,
    sentence: onlyReceipts(which),
    only: { receipts: sql, purchases: sql },
    hides,
  };
}

/** Conditions on how it was paid. */
export const tenders: readonly Qualifier[] = [
  receiptsThat(
    'cash',
    "f.tender = 'CASH'",
    ['с оплатой наличными', 'қолма-қол төленген', 'paid in cash'],
    ['с оплатой в основном наличными', 'негізінен қолма-қол төленген', 'paid mostly in cash'],
    ['tender'],
  ),
  receiptsThat(
    'card',
    "f.tender = 'CARD'",
    ['с оплатой картой', 'картамен төленген', 'paid by card'],
    ['с оплатой в основном банковской картой', 'негізінен банк картасымен төленген', 'paid mostly by bank card'],
    ['tender'],
  ),
];

export const unpromoted = receiptsThat(
  'unpromoted',
  'f.promo_minor = 0',
  ['без акций', 'акциясыз', 'without promotions'],
  ['без акционных товаров', 'акциялық тауары жоқ', 'without promoted goods'],
);

/** Conditions on what was given. */
export const rewarded: readonly Qualifier[] = [
  receiptsThat(
    'promoted',
    'f.promo_minor <> 0',
    ['с акцией', 'акциясы бар', 'with a promotion'],
    ['с акционными товарами', 'акциялық тауары бар', 'with promoted goods'],
  ),
  receiptsThat(
    'discounted',
    'f.discount_minor <> 0',
    ['со скидкой', 'жеңілдігі бар', 'with a discount'],
    ['со скидкой', 'жеңілдігі бар', 'with a discount'],
  ),
  receiptsThat(
    'with_points',
    'f.points_spent_minor <> 0',
    ['с оплатой баллами', 'ұпаймен төленген', 'with payment by points'],
    [
      'с оплатой баллами полностью или частично',
      'толық не ішінара ұпаймен төленген',
      'paid wholly or partly by points',
    ],
  ),
  receiptsThat(
    'earning',
    'f.points_earned_minor <> 0',
    ['с кешбэком', 'кешбэгі бар', 'with cashback'],
    ['с начисленными баллами', 'ұпай есептелген', 'that earned points'],
  ),
];

/** Conditions on how long it is. */
export const lengths: readonly Qualifier[] = [
  receiptsThat(
    'single_line',
    'f.line_count = 1',
    ['из одной строки', 'бір жолды', 'of one line'],
    ['из одной строки', 'бір жолды', 'of one line'],
  ),
  receiptsThat(
    'long',
    'f.line_count >= 3',
    ['из трёх и более строк', 'үш және одан көп жолды', 'of three lines or more'],
    ['из трёх и более строк', 'үш және одан көп жолды', 'of three lines or more'],
  ),
];

export const promotedGoods: Qualifier = {
  key: 'promoted_goods',
  ofSums: ['по акционным товарам', 'акциялық тауарлар бойынша', 'of promoted goods'],
  ofReceipts: ['с акционными товарами', 'акциялық тауары бар', 'with promoted goods'],
  which: ['с акционными товарами', 'акциялық тауары бар', 'with promoted goods'],
  sentence: [
    'Только строки, на которые подействовала акция.',
    'Тек акция әсер еткен жолдар.',
    'Only lines that a promotion had a part in.',
  ],
  only: { lines: 'f.promo' },
};
export const regularGoods: Qualifier = {
  key: 'regular_goods',
  ofSums: ['по товарам без акций', 'акциясыз тауарлар бойынша', 'of goods without promotions'],
  ofReceipts: ['с товарами без акций', 'акциясыз тауары бар', 'with goods without promotions'],
  which: ['с товарами без акций', 'акциясыз тауары бар', 'with goods without promotions'],
  sentence: ['Только строки без акций.', 'Тек акциясыз жолдар.', 'Only lines without promotions.'],
  only: { lines: 'NOT f.promo' },
};
