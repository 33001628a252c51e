/** Metrics of members, their points, and promotions. */
export { conversionMetrics } from './conversion.metrics';
export { familyMetrics } from './family.metrics';
export { habitMetrics } from './habit.metrics';
export { issueMetrics } from './issue.metrics';
export { lifecycleMetrics } from './lifecycle.metrics';
export { lotMetrics } from './lot.metrics';
export { memberMetrics } from './member.metrics';
export { pointsMetrics } from './points.metrics';
export { promotionMetrics } from './promotion.metrics';
export { reachMetrics } from './reach.metrics';
