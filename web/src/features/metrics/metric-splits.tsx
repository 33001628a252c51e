'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { MetricValuesFragment } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { sumOf } from './metric-rows';
import { splitsOf, type Split } from './metric-series';
import { useDimensionValue, usePrintValue } from './use-print-value';
import type { MetricView } from './view';

interface Props {
  view: MetricView;
  by: string;
  whole: MetricValuesFragment;
  graph: Graph<unknown>;
}

/** The parts of a metric, largest first; with their share where parts add up to the whole. */
export function MetricSplits({ view, by, whole, graph }: Props) {
  const t = useTranslations('metrics');
  const fmt = useFmt();
  const dimension = useEnumLabel('dimension');
  const nameOf = useDimensionValue(by);
  const { exact } = usePrintValue(view.definition.unit);
  const total = sumOf(whole);
  const columns: Column<Split>[] = [
    { key: 'value', header: dimension(by), cell: ({ value }) => nameOf(value) },
    {
      key: 'whole',
      header: view.definition.name,
      numeric: true,
      cell: ({ whole: value }) => (value === null ? '—' : exact(value)),
    },
    ...(view.definition.additive
      ? [
          {
            key: 'share',
            header: t('share'),
            numeric: true,
            cell: ({ whole: value }: Split) => (value === null || total === 0 ? '—' : fmt.percent(value / total)),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={dimension(by)}
      columns={columns}
      rows={splitsOf(whole)}
      rowKey={({ value }) => value}
      graph={graph}
      empty={t('nothing')}
    />
  );
}
