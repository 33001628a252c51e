import type { Metric } from './metric';
import { memberMetrics } from './member.metrics';
import { pointsMetrics } from './points.metrics';
import { salesMetrics } from './sales.metrics';

/** Every metric there is, in the order of the catalogue. Dashboards, API and exports read this one list. */
export const registry: readonly Metric[] = [...salesMetrics, ...memberMetrics, ...pointsMetrics];

const byKey: ReadonlyMap<string, Metric> = new Map(registry.map((metric) => [metric.key, metric]));

export const findMetric = (key: string): Metric | undefined => byKey.get(key);
