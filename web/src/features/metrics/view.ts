import type { MetricChartQueryVariables, MetricRegistryQuery } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { grainOf, instantsOf, type Grain, type Period } from '@/ui/period/period';

export type Definition = MetricRegistryQuery['metrics'][number];

/** What the address asks to see. */
export interface MetricView {
  definition: Definition;
  grain: Grain;
  /** Split by this dimension. */
  by: string | undefined;
}

export const grains: Grain[] = ['DAY', 'WEEK', 'MONTH'];

/** The asked metric, or the first; the asked grain and dimension when the metric has them. */
export function viewOf(params: URLSearchParams, registry: Definition[], period: Period): MetricView | undefined {
  const definition = registry.find(({ key }) => key === textParam(params, 'key')) ?? registry[0];
  if (definition === undefined) return undefined;
  const grain = grains.find((one) => one === params.get('grain')) ?? grainOf(period);
  const by = definition.dimensions.find((dimension) => dimension === params.get('by'));
  return { definition, grain, by };
}

export function chartVariables(view: MetricView, period: Period, timeZone: string): MetricChartQueryVariables {
  const by = view.by === undefined ? undefined : [view.by];
  const whole = { key: view.definition.key, ...instantsOf(period, timeZone), by };
  return { series: { ...whole, grain: view.grain }, whole };
}
