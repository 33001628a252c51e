import { badInput } from '@adal/service';
import { DIMENSIONS, GRAINS, type Dimension, type Grain, type Metric } from '../metric-language';
import { findMetric, registry } from './metric.registry';

/** A question that makes sense. */
export interface MetricQuestion {
  readonly metric: Metric;
  readonly from: Date;
  readonly to: Date;
  readonly grain: Grain | null;
  readonly by: readonly Dimension[];
  readonly filters: readonly DimensionFilter[];
}

/** Facts whose dimension has one of the values. */
export interface DimensionFilter {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

/** A question as it was asked. */
export interface AskedMetric {
  readonly key: string;
  readonly from: Date;
  readonly to: Date;
  readonly grain?: string | null | undefined;
  readonly by?: readonly string[] | null | undefined;
  readonly filters?: readonly { readonly dimension: string; readonly values: readonly string[] }[] | null | undefined;
}

const FILTER_VALUES_MAX = 1_000;
const SHOWN_MAX = 12;
/** Outside of these years the engines' day types end. */
const YEARS = { first: 1970, last: 2148 };

/** Checks a question against the registry. Throws BAD_USER_INPUT, which lists what exists. */
export function readQuestion(input: AskedMetric): MetricQuestion {
  const metric = findMetric(input.key);
  if (!metric)
    throw badInput(`There is no metric ${input.key}. There are: ${likely(input.key).join(', ')}. See metrics.`);
  if (input.from >= input.to) throw badInput('from must be before to.');
  if (input.from.getUTCFullYear() < YEARS.first || input.to.getUTCFullYear() > YEARS.last) {
    throw badInput(`from and to must be within the years ${YEARS.first} to ${YEARS.last}.`);
  }
  return {
    metric,
    from: input.from,
    to: input.to,
    grain: input.grain == null ? null : readGrain(metric, input.grain),
    by: [...new Set(input.by ?? [])].map((name) => readDimension(metric, name)),
    filters: (input.filters ?? []).map(({ dimension, values }) => ({
      dimension: readDimension(metric, dimension),
      values: readValues(values),
    })),
  };
}

/** Keys of the same group; the registry is too long to list. */
function likely(key: string): string[] {
  const groupOf = (one: string): string => one.split('.')[0] ?? '';
  const group = registry.filter((metric) => groupOf(metric.key) === groupOf(key));
  return (group.length > 0 ? group : registry).slice(0, SHOWN_MAX).map((metric) => metric.key);
}

function readGrain({ grains = GRAINS }: Metric, name: string): Grain {
  const grain = grains.find((candidate) => candidate === name);
  if (!grain)
    throw badInput(`There is no grain ${name}. There ${grains.length > 0 ? `are: ${grains.join(', ')}` : 'are none'}.`);
  return grain;
}

function readDimension(metric: Metric, name: string): Dimension {
  const dimension = DIMENSIONS.find((candidate) => candidate === name);
  if (dimension && metric.dimensions.includes(dimension)) return dimension;
  const known = metric.dimensions.length > 0 ? `It has: ${metric.dimensions.join(', ')}.` : 'It has none.';
  throw badInput(`${metric.key} has no dimension ${name}. ${known}`);
}

function readValues(values: readonly string[]): readonly string[] {
  if (values.length === 0) throw badInput('A filter needs at least one value.');
  if (values.length > FILTER_VALUES_MAX) throw badInput(`A filter takes at most ${FILTER_VALUES_MAX} values.`);
  return values;
}
