import { isOfGoods, measured, shareOf, splitReport } from '../metric-tables';

const OF_RECEIPTS = ['sales.receipts', 'sales.average_receipt'];
const OF_GOODS = ['sales.units', 'sales.discount'];

/** Cities beside each other, down to their stores. */
export const cities = splitReport({
  key: 'cities',
  names: { ru: 'Города', kk: 'Қалалар', en: 'Cities' },
  descriptions: {
    ru: 'Выручка, чеки, средний чек и проникновение по городам магазинов; из города — в его магазины.',
    kk: 'Дүкен қалалары бойынша түсім, чектер, орташа чек және ену; қаладан — оның дүкендеріне.',
    en: 'Revenue, receipts, average receipt and penetration by city of the store; from the city to its stores.',
  },
  group: 'SALES',
  filters: ['store', 'city', 'brand', 'category'],
  dimension: 'city',
  columns: (ask) => [
    measured('sales.revenue'),
    shareOf('sales.revenue'),
    ...(isOfGoods(ask) ? OF_GOODS : OF_RECEIPTS).map((key) => measured(key)),
    measured('penetration.revenue'),
  ],
  inside: 'stores',
});
