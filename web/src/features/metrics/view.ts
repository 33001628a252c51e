import type { MetricChartQueryVariables, MetricQuery } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { grainOf, instantsOf, type Grain, type Period } from '@/ui/period/period';
import { valuesOf } from '../report/view';

export type Definition = NonNullable<MetricQuery['metricDefinition']>;

/** What the address asks to see. */
export interface MetricView {
  definition: Definition;
  /** Undefined of a metric that is told of a whole period alone. */
  grain: Grain | undefined;
  /** Split by this dimension. */
  by: string | undefined;
  filters: { dimension: string; values: string[] }[];
  segmentId: string | undefined;
}

const grains: Grain[] = ['DAY', 'WEEK', 'MONTH'];
const narrowedBy = ['store', 'city', 'brand'];

/** Keys of the address that narrow a metric. */
export const narrowing = [...narrowedBy, 'segment'];

/** Of the dimensions that screens narrow by, those that the metric has. */
export const filterable = ({ dimensions }: Definition): string[] =>
  narrowedBy.filter((dimension) => dimensions.includes(dimension));

export const grainsOf = (definition: Definition): Grain[] =>
  grains.filter((grain) => definition.grains.includes(grain));

/** The asked grain, dimension and filters, when the metric has them. */
export function viewOf(params: URLSearchParams, definition: Definition, period: Period): MetricView {
  const known = grainsOf(definition);
  const asked = known.find((one) => one === params.get('grain'));
  return {
    definition,
    grain: asked ?? known.find((one) => one === grainOf(period)) ?? known[0],
    by: definition.dimensions.find((dimension) => dimension === params.get('by')),
    filters: filterable(definition).flatMap((dimension) => {
      const values = valuesOf(params.get(dimension));
      return values.length === 0 ? [] : [{ dimension, values }];
    }),
    segmentId: textParam(params, 'segment'),
  };
}

export function chartVariables(view: MetricView, period: Period, timeZone: string): MetricChartQueryVariables {
  const { by, filters, segmentId } = view;
  const whole = {
    ...{ key: view.definition.key, ...instantsOf(period, timeZone) },
    ...(by !== undefined && { by: [by] }),
    ...(filters.length > 0 && { filters }),
    ...(segmentId !== undefined && { segmentId }),
  };
  return { series: { ...whole, ...(view.grain !== undefined && { grain: view.grain }) }, whole };
}
