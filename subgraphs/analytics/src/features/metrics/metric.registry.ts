import * as members from '../member-metrics';
import type { Metric } from '../metric-language';
import * as sales from '../sales-metrics';

/** Every metric there is, in the order of the catalogue. Dashboards, API and exports read this one list. */
export const registry: readonly Metric[] = [
  ...[...sales.salesMetrics, ...sales.receiptMetrics, ...sales.goodsMetrics, ...sales.penetrationMetrics],
  ...[...members.lifecycleMetrics, ...members.habitMetrics, ...members.conversionMetrics],
  ...[...members.memberMetrics, ...members.reachMetrics, ...members.familyMetrics],
  ...[...members.pointsMetrics, ...members.issueMetrics, ...members.lotMetrics],
  ...members.promotionMetrics,
];

const byKey: ReadonlyMap<string, Metric> = new Map(registry.map((metric) => [metric.key, metric]));

export const findMetric = (key: string): Metric | undefined => byKey.get(key);
