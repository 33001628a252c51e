import type { Dimension, Grain, Texts } from '../metrics';
import { dimensionColumn, type DimensionUnit, type Language, type ReportColumn } from '../reports';

/** The column of a bucket of time. */
export const timeColumn = (grain: Grain, locale: Language): ReportColumn =>
  dimensionColumn(locale, { key: 'time', ...TIMES[grain] });

/** The column of a dimension. */
export const columnOf = (dimension: Dimension, locale: Language): ReportColumn =>
  dimensionColumn(locale, { key: dimension, ...knownColumn(dimension) });

/** A dimension's value as it is shown; ids and names of goods and places are shown by the reader's own means. */
export function shownValue(dimension: Dimension, value: string, locale: Language): string {
  if (dimension !== 'identified') return value;
  return (value === 'true' ? WITH_CARD : WITHOUT_CARD)[locale];
}

const WITH_CARD: Texts = { ru: 'С картой', kk: 'Картамен', en: 'With a card' };
const WITHOUT_CARD: Texts = { ru: 'Без карты', kk: 'Картасыз', en: 'Without a card' };

interface Column {
  readonly names: Texts;
  readonly descriptions: Texts;
  readonly unit: DimensionUnit;
}

function knownColumn(dimension: Dimension): Column {
  const column = COLUMNS[dimension];
  if (!column) throw new Error(`No report is split by ${dimension}`);
  return column;
}

const byClock: Texts = {
  ru: 'По часам магазина, в котором это произошло.',
  kk: 'Болған дүкеннің сағаты бойынша.',
  en: 'By the clock of the store where it happened.',
};

const TIMES: Readonly<Record<Grain, Column>> = {
  HOUR: { names: { ru: 'Час', kk: 'Сағат', en: 'Hour' }, descriptions: byClock, unit: 'HOUR' },
  DAY: { names: { ru: 'День', kk: 'Күн', en: 'Day' }, descriptions: byClock, unit: 'DATE' },
  WEEK: { names: { ru: 'Неделя', kk: 'Апта', en: 'Week' }, descriptions: byClock, unit: 'WEEK' },
  MONTH: { names: { ru: 'Месяц', kk: 'Ай', en: 'Month' }, descriptions: byClock, unit: 'MONTH' },
};

const COLUMNS: Readonly<Partial<Record<Dimension, Column>>> = {
  store: {
    names: { ru: 'Магазин', kk: 'Дүкен', en: 'Store' },
    descriptions: { ru: 'Где это произошло.', kk: 'Қайда болғаны.', en: 'Where it happened.' },
    unit: 'STORE',
  },
  city: {
    names: { ru: 'Город', kk: 'Қала', en: 'City' },
    descriptions: {
      ru: 'Город магазина сегодня.',
      kk: 'Дүкеннің бүгінгі қаласы.',
      en: 'City of the store, as of today.',
    },
    unit: 'CITY',
  },
  brand: {
    names: { ru: 'Бренд', kk: 'Бренд', en: 'Brand' },
    descriptions: {
      ru: 'Бренд товара на момент продажи.',
      kk: 'Сату сәтіндегі тауар бренді.',
      en: 'Brand of the goods as of the sale.',
    },
    unit: 'BRAND',
  },
  category: {
    names: { ru: 'Категория', kk: 'Санат', en: 'Category' },
    descriptions: {
      ru: 'Категория товара на момент продажи.',
      kk: 'Сату сәтіндегі тауар санаты.',
      en: 'Category of the goods as of the sale.',
    },
    unit: 'CATEGORY',
  },
  promotion: {
    names: { ru: 'Акция', kk: 'Акция', en: 'Promotion' },
    descriptions: {
      ru: 'Акция, которая подействовала на строку чека.',
      kk: 'Чек жолына әсер еткен акция.',
      en: 'The promotion that had a part in a line.',
    },
    unit: 'PROMOTION',
  },
  identified: {
    names: { ru: 'Карта', kk: 'Карта', en: 'Card' },
    descriptions: {
      ru: 'Назван ли в чеке участник программы.',
      kk: 'Чекте бағдарлама қатысушысы көрсетілген бе.',
      en: 'Whether the receipt names a member.',
    },
    unit: 'TEXT',
  },
};
