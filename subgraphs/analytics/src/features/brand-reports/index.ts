import type { ReportPreset } from '../reports';
import { brandMix } from './brand-mix.report';

/** Reports about brands and who buys them. */
export const brandReports: readonly ReportPreset[] = [brandMix];
