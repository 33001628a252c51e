import { texts } from '../reports';
import {
  averageColumn,
  membersColumn,
  purchasesColumn,
  revenueColumn,
  shareColumn,
  shareOfRevenueColumn,
} from '../member-reports';

export const CLASS_NAMES = {
  MULTI: texts('Только мультибренд', 'Тек мультибренд', 'Multibrand only'),
  MONO: texts('Только монобренд', 'Тек монобренд', 'Monobrand only'),
  BOTH: texts('И мультибренд, и монобренд', 'Мультибренд те, монобренд те', 'Both'),
  NONE: texts('Не покупали', 'Сатып алмағандар', 'Did not buy'),
};

/** Brands with fewer stores than those that are told apart. */
export const OTHERS = { key: 'OTHER_BRANDS', names: texts('Остальные бренды', 'Басқа брендтер', 'Other brands') };

export const NOTE = texts(
  'Монобрендовый магазин назван по своему бренду в справочнике магазинов, мультибрендовый — без бренда. Бренды отсортированы по числу магазинов. Переходы — из предыдущего периода той же длины или из выбранного для сравнения.',
  'Монобренд дүкеннің бренді дүкендер анықтамалығында жазылған, мультибренд дүкенде бренд жоқ. Брендтер дүкен саны бойынша реттелген. Ауысулар — ұзақтығы бірдей алдыңғы кезеңнен немесе салыстыруға таңдалғаннан.',
  'A monobrand store has its brand in the list of stores, a multibrand one has none. Brands are in the order of their stores. Moves are from the period before, of the same length, or from the one compared with.',
);

const dimension = (key: string, names: typeof CLASS_NAMES.MULTI) => ({
  ...{ key, names, descriptions: names, unit: 'TEXT' as const },
});

export const CLASS_TABLE = {
  key: 'classes',
  names: texts('Где покупают', 'Қайдан сатып алады', 'Where they buy'),
  by: [dimension('class', texts('Где покупают', 'Қайдан сатып алады', 'Where they buy'))],
  values: [membersColumn, shareColumn, purchasesColumn, revenueColumn, shareOfRevenueColumn, averageColumn],
};

export const BRAND_TABLE = {
  key: 'brands',
  names: texts('Монобренды', 'Монобрендтер', 'Monobrands'),
  by: [dimension('brand', texts('Бренд магазина', 'Дүкен бренді', 'Brand of the store'))],
  values: [membersColumn, shareColumn, revenueColumn, shareOfRevenueColumn],
};

const shareOf = (names: typeof CLASS_NAMES.MULTI) => ({ ...shareColumn, descriptions: names });

export const PAIR_TABLE = {
  key: 'pairs',
  names: texts('Пересечение брендов', 'Брендтердің қиылысуы', 'Overlap of brands'),
  by: [
    dimension('brand', texts('Бренд', 'Бренд', 'Brand')),
    dimension('other', texts('Другой бренд', 'Басқа бренд', 'Other brand')),
  ],
  values: [
    membersColumn,
    shareOf(
      texts(
        'Доля покупателей первого бренда, купивших и второй.',
        'Бірінші бренд сатып алушыларының екіншісін де алған үлесі.',
        'Share of those who buy the first brand that also buys the other.',
      ),
    ),
  ],
};

export const MIGRATION_TABLE = {
  key: 'migration',
  names: texts('Переходы', 'Ауысулар', 'Moves'),
  by: [dimension('from', texts('Было', 'Болған', 'Before')), dimension('to', texts('Стало', 'Болды', 'Now'))],
  values: [
    membersColumn,
    shareOf(
      texts(
        'Доля тех, кто был в исходной группе.',
        'Бастапқы топтағылардың үлесі.',
        'Share of those who were in the first.',
      ),
    ),
  ],
};
