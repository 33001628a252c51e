import { measured, shareOf, splitReport } from '../metric-tables';

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
  filters: ['store', 'city'],
  dimension: 'city',
  columns: [
    measured('sales.revenue'),
    shareOf('sales.revenue'),
    measured('sales.receipts'),
    measured('sales.average_receipt'),
    measured('penetration.revenue'),
  ],
  inside: 'stores',
});
