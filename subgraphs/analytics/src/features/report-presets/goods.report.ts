import { measured, shareOf, splitReport } from '../metric-tables';

const GOODS = {
  group: 'GOODS',
  filters: ['store', 'city', 'brand', 'category', 'identified'],
  columns: [
    measured('sales.revenue'),
    shareOf('sales.revenue'),
    measured('sales.units'),
    measured('sales.discount'),
    measured('sales.margin'),
    measured('sales.promo_share'),
    measured('penetration.revenue'),
  ],
} as const;

/** Brands beside each other, down to their categories. */
export const brands = splitReport({
  ...GOODS,
  key: 'brands',
  names: { ru: 'Бренды', kk: 'Брендтер', en: 'Brands' },
  descriptions: {
    ru: 'Выручка, количество, скидки и маржа по брендам, доля акций и участников; из бренда — в его категории.',
    kk: 'Брендтер бойынша түсім, саны, жеңілдік және маржа, акция мен қатысушылар үлесі; брендтен — оның санаттарына.',
    en: 'Revenue, units, discounts and margin by brand, the share of promotions and of members; from the brand to its categories.',
  },
  dimension: 'brand',
  inside: 'categories',
});

/** Categories beside each other, down to their brands. */
export const categories = splitReport({
  ...GOODS,
  key: 'categories',
  names: { ru: 'Категории', kk: 'Санаттар', en: 'Categories' },
  descriptions: {
    ru: 'Выручка, количество, скидки и маржа по категориям, доля акций и участников; из категории — в её бренды.',
    kk: 'Санаттар бойынша түсім, саны, жеңілдік және маржа, акция мен қатысушылар үлесі; санаттан — оның брендтеріне.',
    en: 'Revenue, units, discounts and margin by category, the share of promotions and of members; from the category to its brands.',
  },
  dimension: 'category',
  inside: 'brands',
});
