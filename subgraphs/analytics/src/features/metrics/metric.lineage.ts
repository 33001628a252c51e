import { sources, type Metric, type Source } from '../metric-language';
import { findMetric } from './metric.registry';

/** Where the numbers of a metric come from. */
export interface MetricLineage {
  readonly metrics: string[];
  readonly tables: { readonly name: string; readonly columns: string[] }[];
}

/** Metrics that its formula speaks of, and the columns of the store that it may be read from, the cheapest table first. */
export function lineageOf(metric: Metric): MetricLineage {
  const tables = new Map<string, Set<string>>();
  for (const { source: name, only = '', numerator, denominator = '' } of metric.measures) {
    const source = sources[name];
    for (const [table, columns] of columnsOf(source, [only, numerator, denominator].join(' ')))
      tables.set(table, new Set([...(tables.get(table) ?? []), ...columns]));
  }
  return {
    metrics: (metric.madeOf ?? []).filter((key) => findMetric(key)),
    tables: [...tables].map(([name, columns]) => ({ name, columns: [...columns].sort() })),
  };
}

function columnsOf({ table, at, madeOf }: Source, sql: string): [string, readonly string[]][] {
  if (madeOf) return Object.entries(madeOf);
  if (typeof table !== 'string') throw new Error('What a table is made of is not told');
  return [
    [table, [...(at === null ? [] : [at]), ...[...sql.matchAll(/\bf\.(\w+)/g)].map(([, column = '']) => column)]],
  ];
}
