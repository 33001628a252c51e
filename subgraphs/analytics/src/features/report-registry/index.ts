import { brandReports } from '../brand-reports';
import { memberReports } from '../member-reports';
import { pointsReports } from '../points-reports';
import { metricReports } from '../report-presets';
import { revenueTreeReport } from '../revenue-tree';
import { reportsOf, type ReportPreset } from '../reports';

/** Every report that comes with the system, in the order of the gallery. */
export const reportPresets: readonly ReportPreset[] = [
  ...metricReports,
  revenueTreeReport,
  ...memberReports,
  ...brandReports,
  ...pointsReports,
];

/** Preset reports, computed over the facts. */
export const reports = reportsOf(reportPresets);
