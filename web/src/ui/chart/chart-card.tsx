'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { Graph } from '@/graphql/use-graph';
import { DataTable, type Column } from '../table';
import { ChartFrame } from './chart-frame';
import type { SeriesChartProps } from './series-chart';
import type { SeriesRow } from './series';

export const SeriesChart = dynamic(() => import('./series-chart'), { ssr: false, loading: () => <Skeleton h={240} /> });

interface Props extends Omit<SeriesChartProps, 'rows'> {
  title: string;
  definition: string;
  subtitle: ReactNode;
  /** Name of the horizontal axis, for the table. */
  axis: string;
  rows: SeriesRow[] | undefined;
  graph: Pick<Graph<unknown>, 'failure' | 'fetching' | 'refetch'>;
  controls?: ReactNode;
}

/** Bars and lines over an axis, in a card. */
export function ChartCard({ title, definition, subtitle, axis, rows, graph, controls, ...chart }: Props) {
  return (
    <ChartFrame
      {...{ title, definition, subtitle, graph, controls }}
      state={rows === undefined ? 'awaited' : rows.length === 0 ? 'empty' : 'shown'}
      chart={<SeriesChart rows={rows ?? []} {...chart} />}
      table={<ChartTable label={title} axis={axis} rows={rows ?? []} series={chart.series} format={chart.format} />}
    />
  );
}

function ChartTable({
  label,
  axis,
  rows,
  series,
  format,
}: Pick<SeriesChartProps, 'rows' | 'series' | 'format'> & { label: string; axis: string }) {
  const columns: Column<SeriesRow>[] = [
    { key: 'axis', header: axis, cell: (row) => row.label },
    ...series.map((one) => ({
      key: one.key,
      header: one.label,
      numeric: true,
      cell: ({ values }: SeriesRow) => printed(values[one.key], format),
    })),
  ];
  return <DataTable label={label} columns={columns} rows={rows} rowKey={(row) => row.label} empty={null} />;
}

function printed(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '—' : format(value);
}
