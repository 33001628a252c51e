'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { MetricChartQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { ChartCard, seriesColors, type Series, type SeriesRow } from '@/ui/chart';
import type { Period } from '@/ui/period';
import type { Grain } from '@/ui/period/period';
import { useEnumLabel } from '@/ui/use-enum-label';
import { bucketsOf, byBucket, totalOf } from './metric-rows';
import { drawnOf, seriesMax, splitsOf } from './metric-series';
import { useDimensionValue, usePrintValue } from './use-print-value';
import type { MetricView } from './view';

interface Props {
  view: MetricView;
  grain: Grain;
  period: Period;
  graph: Graph<MetricChartQuery>;
}

/** The metric over the period, split into its largest parts when a dimension is chosen. */
export function MetricChart({ view, grain, period, graph }: Props) {
  const t = useTranslations('metrics');
  const fmt = useFmt();
  const { definition, by } = view;
  const { exact, short } = usePrintValue(definition.unit);
  const [grainName, unitName] = [useEnumLabel('grain'), useEnumLabel('unit')];
  const nameOf = useDimensionValue(by);
  const { data } = graph;
  const drawn = data === undefined ? [] : drawnOf(data, by);
  const series: Series[] = drawn.map((value, index) => ({
    key: value === '' ? 'blank' : value,
    label: by === undefined ? definition.name : nameOf(value),
    kind: by !== undefined || definition.unit === 'RATIO' ? (index % 2 === 0 ? 'line' : 'dashed') : 'bar',
    color: seriesColors[index] ?? 'gray.6',
  }));
  const total = data === undefined || by !== undefined ? null : totalOf(data.whole);
  const cut = data !== undefined && by !== undefined && splitsOf(data.whole).length > seriesMax;
  return (
    <ChartCard
      title={definition.name}
      definition={definition.description}
      axis={grainName(grain)}
      subtitle={[
        ...(total === null ? [] : [exact(total)]),
        unitName(definition.unit),
        `${fmt.date(period.from)} – ${fmt.date(period.to)}`,
        ...(cut ? [t('largest', { n: fmt.number(seriesMax) })] : []),
      ].join(' · ')}
      rows={data && rowsOf(data, { grain, by }, period, fmt)}
      series={series}
      graph={graph}
      format={exact}
      formatAxis={short}
    />
  );
}

function rowsOf(
  data: MetricChartQuery,
  { grain, by }: Pick<Props, 'grain'> & Pick<MetricView, 'by'>,
  period: Period,
  fmt: ReturnType<typeof useFmt>,
): SeriesRow[] {
  const columns = drawnOf(data, by).map((value) => ({
    key: value === '' ? 'blank' : value,
    values: byBucket(data.series, fmt.timeZone, ([one]) => by === undefined || one === value),
  }));
  return bucketsOf(period.from, period.to, grain).map((bucket) => ({
    label: grain === 'MONTH' ? fmt.month(bucket) : fmt.dayMonth(bucket),
    values: Object.fromEntries(columns.map(({ key, values }) => [key, values.get(bucket) ?? null])),
  }));
}
