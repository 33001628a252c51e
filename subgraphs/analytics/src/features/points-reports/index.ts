import type { ReportPreset } from '../reports';
import { cashback } from './cashback.report';
import { expiring } from './expiring.report';
import { liability } from './liability.report';
import { redemption } from './redemption.report';

/** Reports about points, over their movements and lots. */
export const pointsReports: readonly ReportPreset[] = [redemption, cashback, liability, expiring];
