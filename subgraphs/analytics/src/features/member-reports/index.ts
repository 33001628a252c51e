import type { ReportPreset } from '../reports';
import { activityTypes } from './activity-types.report';
import { cohorts } from './cohorts.report';
import { demography } from './demography.report';
import { flow } from './flow.report';
import { participants } from './participants.report';
import { purchaseMatrix } from './purchase-matrix.report';
import { visitsHeatmap } from './visits-heatmap.report';

export { isIn } from './buckets';
export { boughtIn, membersWho } from './members-who';
export { askReach, goodsOf, type Reach } from './reach';
export * from './words';

/** Reports about members, over what they bought. */
export const memberReports: readonly ReportPreset[] = [
  participants,
  flow,
  demography,
  cohorts,
  purchaseMatrix,
  activityTypes,
  visitsHeatmap,
];
