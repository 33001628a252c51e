'use client';

import { Grid, Group, NavLink, Paper, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import {
  MetricChartDocument,
  MetricRegistryDocument,
  type MetricChartQuery,
  type MetricChartQueryVariables,
  type MetricRegistryQuery,
  type MetricRegistryQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { PeriodPicker, usePeriod } from '@/ui/period';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useUrlState } from '@/ui/url-state';
import { Freshness } from './freshness';
import { MetricChart } from './metric-chart';
import { MetricSplits } from './metric-splits';
import { chartVariables, grains, viewOf, type Definition, type MetricView } from './view';

interface Props {
  registry: Loaded<MetricRegistryQuery, MetricRegistryQueryVariables>;
  chart: Loaded<MetricChartQuery, MetricChartQueryVariables> | undefined;
}

/** Every metric of the registry: what it means, how it moves, how it splits. */
export function Metrics({ registry, chart }: Props) {
  const t = useTranslations('metrics');
  const graph = useGraph(MetricRegistryDocument, { locale: useLocale() }, { first: registry });
  const [params] = useUrlState();
  const period = usePeriod();
  const view = viewOf(params, graph.data?.metrics ?? [], period);
  return (
    <Page title={t('title')} aside={<Freshness />}>
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {view !== undefined && (
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, md: 3 }}>
            <Registry definitions={graph.data?.metrics ?? []} current={view.definition.key} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 9 }}>
            <Stack gap="sm">
              <PeriodPicker period={period} />
              <ViewControls view={view} />
              <MetricBody view={view} chart={chart} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}

function Registry({ definitions, current }: { definitions: Definition[]; current: string }) {
  const t = useTranslations('metrics');
  const [, change] = useUrlState();
  const choose = (key: string) => change({ key, by: undefined }, 'push');
  return (
    <>
      <Select
        hiddenFrom="md"
        label={t('metric')}
        allowDeselect={false}
        data={definitions.map(({ key, name }) => ({ value: key, label: name }))}
        value={current}
        onChange={(key) => key !== null && choose(key)}
      />
      <Paper visibleFrom="md" withBorder p={4} component="nav" aria-label={t('metric')}>
        {definitions.map(({ key, name }) => (
          <NavLink
            key={key}
            component="button"
            type="button"
            label={name}
            description={key}
            styles={{ description: { color: 'var(--mantine-color-dimmed)' } }}
            active={key === current}
            aria-current={key === current}
            py={4}
            onClick={() => choose(key)}
          />
        ))}
      </Paper>
    </>
  );
}

function ViewControls({ view }: { view: MetricView }) {
  const t = useTranslations('metrics');
  const [grain, dimension] = [useEnumLabel('grain'), useEnumLabel('dimension')];
  const [, change] = useUrlState();
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        size="xs"
        aria-label={t('grain')}
        value={view.grain}
        onChange={(value) => change({ grain: value })}
        data={grains.map((value) => ({ value, label: grain(value) }))}
      />
      <Select
        size="xs"
        label={t('by')}
        clearable
        placeholder={t('whole')}
        data={view.definition.dimensions.map((value) => ({ value, label: dimension(value) }))}
        value={view.by ?? null}
        onChange={(by) => change({ by: by ?? undefined })}
      />
    </Group>
  );
}

function MetricBody({ view, chart }: { view: MetricView; chart: Props['chart'] }) {
  const { timeZone } = useFmt();
  const t = useTranslations('metrics');
  const period = usePeriod();
  const graph = useGraph(MetricChartDocument, chartVariables(view, period, timeZone), { first: chart });
  return (
    <>
      <MetricChart view={view} period={period} graph={graph} />
      {view.by !== undefined && graph.data !== undefined && (
        <MetricSplits view={view} by={view.by} whole={graph.data.whole} graph={graph} />
      )}
      <Text fz="sm" c="dimmed">
        {t('formula')}: {view.definition.formula}
      </Text>
    </>
  );
}
