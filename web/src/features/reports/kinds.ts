/** What charts are like, to be told apart at a glance. */
export type PictureKind = 'line' | 'bars' | 'stack' | 'pyramid' | 'matrix' | 'flows' | 'parts';

const kinds: Record<string, PictureKind> = {
  penetration: 'line',
  redemption: 'line',
  liability: 'stack',
  identified: 'stack',
  cashback: 'stack',
  participants: 'stack',
  expiring: 'bars',
  demography: 'pyramid',
  cohorts: 'matrix',
  'visits-heatmap': 'matrix',
  'purchase-matrix': 'matrix',
  'brand-mix': 'flows',
  flow: 'stack',
  'activity-types': 'parts',
  stores: 'parts',
  cities: 'parts',
  brands: 'parts',
  categories: 'parts',
  promotions: 'parts',
  finance: 'line',
  'revenue-tree': 'flows',
  'average-receipt': 'line',
  'loyal-share': 'line',
};

export const kindOf = (report: string): PictureKind => kinds[report] ?? 'bars';
