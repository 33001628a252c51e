import type { Texts } from '../effect';
import { goldenBasket, type Changes, type Item } from './golden-basket';
import type { Family, GoldenReceipt, Parameter, ParameterKind, ParameterValue, Template } from './template';

/** Names and descriptions in the order in which the chain reads them. */
export const texts = (ru: string, kk: string, en: string): Texts => ({ en, ru, kk });

interface Sketch<Values> {
  family: Family;
  name: Texts;
  description: Texts;
  parameters: { [Key in keyof Values]: Parameter };
  /** The definition with these values, as JSON. */
  define(values: Values): object;
  basket: { items: readonly Item[]; changes?: Changes };
  expected: GoldenReceipt;
}

/** A template from its sketch. */
export function template<Values extends Record<string, ParameterValue>>(key: string, sketch: Sketch<Values>): Template {
  const { family, name, description, parameters, define, basket, expected } = sketch;
  return {
    key,
    family,
    name,
    description,
    parameters,
    build(given = {}) {
      const values = Object.entries<Parameter>(parameters).map(([one, { default: otherwise }]) => [
        one,
        given[one] ?? otherwise,
      ]);
      return define(Object.fromEntries(values) as Values);
    },
    golden: { basket: goldenBasket(basket.items, basket.changes), expected },
  };
}

const parameter =
  <Value extends ParameterValue>(kind: ParameterKind, ...names: [ru: string, kk: string, en: string]) =>
  (value: Value): Parameter => ({ kind, name: texts(...names), default: value });

export const asked = {
  percent: parameter<string>('PERCENT', 'Скидка, %', 'Жеңілдік, %', 'Percentage off'),
  cashback: parameter<string>('PERCENT', 'Кешбэк, %', 'Кешбэк, %', 'Cashback, %'),
  amount: parameter<string>('MONEY', 'Сумма скидки', 'Жеңілдік сомасы', 'Amount off'),
  price: parameter<string>('MONEY', 'Цена', 'Бағасы', 'Price'),
  threshold: parameter<string>('MONEY', 'Сумма от', 'Сома кемінде', 'From an amount of'),
  points: parameter<string>('POINTS', 'Баллы', 'Ұпай', 'Points'),
  factor: parameter<string>('FACTOR', 'Множитель', 'Көбейткіш', 'Multiplier'),
  units: parameter<number>('UNITS', 'Количество, шт.', 'Саны, дана', 'Number of units'),
  days: parameter<number>('DAYS', 'Дней', 'Күн', 'Days'),
  lifetime: parameter<number>('DAYS', 'Срок баллов, дней', 'Ұпай мерзімі, күн', 'Days the points live'),
  nth: parameter<number>('UNITS', 'Какая по счёту', 'Нешінші', 'Which one'),
  categories: parameter<readonly string[]>('CATEGORIES', 'Категории', 'Санаттар', 'Categories'),
  accessories: parameter<readonly string[]>(
    'CATEGORIES',
    'Сопутствующие категории',
    'Ілеспе санаттар',
    'Categories of accessories',
  ),
  brands: parameter<readonly string[]>('BRANDS', 'Бренды', 'Брендтер', 'Brands'),
  skus: parameter<readonly string[]>('SKUS', 'Артикулы', 'Артикулдар', 'SKUs'),
  gifts: parameter<readonly string[]>('SKUS', 'Подарки', 'Сыйлықтар', 'Gifts'),
  cities: parameter<readonly string[]>('CITIES', 'Города', 'Қалалар', 'Cities'),
  stores: parameter<readonly string[]>('STORES', 'Магазины', 'Дүкендер', 'Stores'),
  pool: parameter<string>('POOL', 'Пул купонов', 'Купон пулы', 'Pool of coupons'),
  set: parameter<string>('SET', 'Подборка товаров', 'Тауарлар жинағы', 'Product set'),
  from: parameter<string>('TIME', 'С', 'Басталуы', 'From'),
  until: parameter<string>('TIME', 'До', 'Аяқталуы', 'Until'),
  ageFrom: parameter<number>('AGE', 'Возраст от', 'Жасы кемінде', 'Age from'),
  ageTo: parameter<number>('AGE', 'Возраст до', 'Жасы ең көбі', 'Age to'),
  tender: parameter<string>('TENDER', 'Способ оплаты', 'Төлем түрі', 'Tender'),
  segment: parameter<string>('SEGMENT', 'Сегмент', 'Сегмент', 'Segment'),
};

export const ofCategories = (names: readonly string[]) => ({ kind: 'CATEGORY', in: names });
export const ofBrands = (names: readonly string[]) => ({ kind: 'BRAND', in: names });
export const ofSkus = (names: readonly string[]) => ({ kind: 'SKU', in: names });

/** What a receipt comes to: each line as SKU, shelf price, discount and points. */
export function receipt(
  payable: string,
  lines: readonly (readonly [sku: string, total: string, discount: string, points: string])[],
  notices: readonly string[] = [],
): GoldenReceipt {
  return { payable, lines: lines.map(([sku, total, discount, points]) => ({ sku, total, discount, points })), notices };
}
