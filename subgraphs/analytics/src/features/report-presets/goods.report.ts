import { measured, shareOf, splitReport } from '../metric-tables';

const GOODS = {
  group: 'GOODS',
  filters: ['store', 'city', 'brand', 'category', 'identified'],
  columns: [measured('sales.revenue'), shareOf('sales.revenue'), measured('penetration.revenue')],
} as const;

/** Brands beside each other, down to their categories. */
export const brands = splitReport({
  ...GOODS,
  key: 'brands',
  names: { ru: 'Бренды', kk: 'Брендтер', en: 'Brands' },
  descriptions: {
    ru: 'Выручка по брендам, её доля и доля участников в ней; из бренда — в его категории.',
    kk: 'Брендтер бойынша түсім, оның үлесі және ондағы қатысушылар үлесі; брендтен — оның санаттарына.',
    en: 'Revenue by brand, its share and the share of members in it; from the brand to its categories.',
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
    ru: 'Выручка по категориям, её доля и доля участников в ней; из категории — в её бренды.',
    kk: 'Санаттар бойынша түсім, оның үлесі және ондағы қатысушылар үлесі; санаттан — оның брендтеріне.',
    en: 'Revenue by category, its share and the share of members in it; from the category to its brands.',
  },
  dimension: 'category',
  inside: 'brands',
});
