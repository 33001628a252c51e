'use client';

import { Center, Group, Paper, SegmentedControl, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useId, useState, type ReactNode } from 'react';
import type { Graph } from '@/graphql/use-graph';
import { FailureAlert } from '../failure-alert';
import classes from './chart.module.css';

interface Props {
  title: string;
  /** What the number means, on hover and on focus. */
  definition: string;
  /** Unit, period and comparison in words. */
  subtitle: ReactNode;
  /** Where the rows come from: its failure stays inside the card. */
  graph: Pick<Graph<unknown>, 'failure' | 'fetching' | 'refetch'>;
  controls?: ReactNode;
  state: 'awaited' | 'empty' | 'shown';
  chart: ReactNode;
  /** The same, to be read. */
  table: ReactNode;
}

/** The card of a chart: what it shows, in which unit, over which days; it can be read as a table. */
export function ChartFrame({ title, definition, subtitle, graph, controls, state, chart, table }: Props) {
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
        {state === 'awaited' && graph.failure === undefined && <Skeleton h={240} aria-label={t('loading')} />}
        {state === 'empty' && <Center h={240}>{t('nothing')}</Center>}
        {state === 'shown' && (
          <div className={classes.body} data-dimmed={graph.fetching || undefined}>
            {view === 'chart' ? chart : table}
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
