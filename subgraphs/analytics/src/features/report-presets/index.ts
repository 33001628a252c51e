import type { ReportPreset } from '../reports';
import { averageReceipt } from './average-receipt.report';
import { finance } from './finance.report';
import { identified } from './identified.report';
import { brands, categories } from './goods.report';
import { loyalShare } from './loyal-share.report';
import { penetration } from './penetration.report';
import { promotions } from './promotions.report';
import { cities } from './cities.report';
import { sales } from './sales.report';
import { stores } from './stores.report';

/** Reports made of metrics of the registry. */
export const metricReports: readonly ReportPreset[] = [
  ...[sales, identified, penetration, averageReceipt, loyalShare, finance],
  ...[stores, cities, brands, categories, promotions],
];
