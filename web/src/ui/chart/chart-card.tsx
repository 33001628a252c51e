'use client';

import { Center, Group, Paper, SegmentedControl, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useId, useState, type ReactNode } from 'react';
import type { Graph } from '@/graphql/use-graph';
import { FailureAlert } from '../failure-alert';
import { DataTable, type Column } from '../table';
import type { SeriesChartProps } from './series-chart';
import type { SeriesRow } from './series';
import classes from './chart.module.css';

const SeriesChart = dynamic(() => import('./series-chart'), { ssr: false, loading: () => <Skeleton h={240} /> });

interface Props extends Omit<SeriesChartProps, 'rows'> {
  title: string;
  /** What the number means, on hover and on focus. */
  definition: string;
  /** Unit, period and comparison in words. */
  subtitle: ReactNode;
  /** Name of the horizontal axis, for the table. */
  axis: string;
  rows: SeriesRow[] | undefined;
  graph: Pick<Graph<unknown>, 'failure' | 'fetching' | 'refetch'>;
  controls?: ReactNode;
}

/** A chart that can be read as a table; a failure stays inside the card. */
export function ChartCard({ title, definition, subtitle, axis, rows, graph, controls, ...chart }: Props) {
  const t = useTranslations('chart');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const headingId = useId();
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={headingId}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div className={classes.heading}>
            <Group gap={4}>
              <Title order={2} id={headingId}>
                {title}
              </Title>
              <Definition text={definition} />
            </Group>
            <Text fz="sm" c="dimmed" component="div">
              {subtitle}
            </Text>
          </div>
          <Group gap="xs">
            {controls}
            <SegmentedControl
              size="xs"
              aria-label={t('view', { title })}
              value={view}
              onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
              data={[
                { value: 'chart', label: t('chart') },
                { value: 'table', label: t('table') },
              ]}
            />
          </Group>
        </Group>
        {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
        {rows === undefined && graph.failure === undefined && <Skeleton h={240} aria-label={t('loading')} />}
        {rows !== undefined && rows.length === 0 && <Center h={240}>{t('nothing')}</Center>}
        {rows !== undefined && rows.length > 0 && (
          <div className={classes.body} data-dimmed={graph.fetching || undefined}>
            {view === 'chart' ? (
              <SeriesChart rows={rows} {...chart} />
            ) : (
              <ChartTable label={title} axis={axis} rows={rows} series={chart.series} format={chart.format} />
            )}
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function Definition({ text }: { text: string }) {
  return (
    <Tooltip label={text} multiline w={280}>
      <button type="button" className={classes.definition} aria-label={text}>
        <IconInfoCircle size={16} stroke={1.6} aria-hidden />
      </button>
    </Tooltip>
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
