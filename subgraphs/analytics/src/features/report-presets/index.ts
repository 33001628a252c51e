import type { ReportPreset } from '../reports';
import { sales } from './sales.report';

/** Reports made of metrics of the registry. */
export const metricReports: readonly ReportPreset[] = [sales];
