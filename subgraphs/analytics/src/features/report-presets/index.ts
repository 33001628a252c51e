import type { ReportPreset } from '../reports';
import { averageReceipt } from './average-receipt.report';
import { identified } from './identified.report';
import { loyalShare } from './loyal-share.report';
import { cities } from './places.report';
import { sales } from './sales.report';
import { stores } from './stores.report';

/** Reports made of metrics of the registry. */
export const metricReports: readonly ReportPreset[] = [sales, identified, averageReceipt, loyalShare, stores, cities];
