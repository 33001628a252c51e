'use client';

import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DimensionField, SegmentField, useChips } from '@/features/report';
import { useFmt } from '@/fmt';
import {
  MetricChartDocument,
  type MetricChartQuery,
  type MetricChartQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph, type Graph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { FilterBar } from '@/ui/filter-bar';
import { Page } from '@/ui/page';
import { blank } from '@/ui/params';
import { PeriodPicker, usePeriod } from '@/ui/period';
import { StatTile } from '@/ui/stat-tile';
import { useUrlState } from '@/ui/url-state';
import { useEnumLabel } from '@/ui/use-enum-label';
import { Freshness } from './freshness';
import { StoreTroubles } from './store-troubles';
import { MetricChart } from './metric-chart';
import { MetricFacts } from './metric-facts';
import { totalOf } from './metric-rows';
import { MetricSplits } from './metric-splits';
import { usePrintValue } from './use-print-value';
import { chartVariables, filterable, grainsOf, narrowing, viewOf, type Definition, type MetricView } from './view';

interface Props {
  definition: Definition;
  chart: Loaded<MetricChartQuery, MetricChartQueryVariables>;
}

/** One metric: how it moves, how it splits, what it means and what it is made of. */
export function Metric({ definition, chart }: Props) {
  const t = useTranslations('metrics');
  const { timeZone } = useFmt();
  const [params] = useUrlState();
  const period = usePeriod('90');
  const view = viewOf(params, definition, period);
  const graph = useGraph(MetricChartDocument, chartVariables(view, period, timeZone), { first: chart });
  return (
    <Page title={definition.name} crumbs={[{ label: t('title'), href: '/metrics' }]} aside={<Freshness />}>
      <StoreTroubles />
      <Text fz="sm" c="dimmed" mt={-8}>
        {definition.description}
      </Text>
      <Stack gap="sm">
        <PeriodPicker period={period} />
        <ViewControls view={view} />
        {view.grain === undefined ? (
          <Whole view={view} graph={graph} />
        ) : (
          <MetricChart view={view} grain={view.grain} period={period} graph={graph} />
        )}
        {view.by !== undefined && graph.data !== undefined && (
          <MetricSplits view={view} by={view.by} whole={graph.data.whole} graph={graph} />
        )}
        <MetricFacts definition={definition} />
      </Stack>
    </Page>
  );
}

/** A metric without an axis of time: one number. */
function Whole({ view: { definition }, graph }: { view: MetricView; graph: Graph<MetricChartQuery> }) {
  const { exact } = usePrintValue(definition.unit);
  const total = graph.data && totalOf(graph.data.whole);
  if (graph.failure !== undefined) return <FailureAlert failure={graph.failure} onRetry={graph.refetch} />;
  return (
    <StatTile
      label={definition.name}
      definition={definition.description}
      value={total === undefined ? undefined : total === null ? '—' : exact(total)}
    />
  );
}

function ViewControls({ view }: { view: MetricView }) {
  const t = useTranslations('metrics');
  const [grainName, dimension] = [useEnumLabel('grain'), useEnumLabel('dimension')];
  const [, change] = useUrlState();
  const { definition, grain, by } = view;
  return (
    <FilterBar
      chips={useChips({ filters: view.filters, segmentId: view.segmentId })}
      onClear={() => change(blank(narrowing))}
    >
      {grain !== undefined && (
        <SegmentedControl
          aria-label={t('grain')}
          value={grain}
          onChange={(value) => change({ grain: value })}
          data={grainsOf(definition).map((value) => ({ value, label: grainName(value) }))}
        />
      )}
      {definition.dimensions.length > 0 && (
        <Select
          label={t('by')}
          w={{ base: '100%', xs: 180 }}
          clearable
          placeholder={t('whole')}
          data={definition.dimensions.map((value) => ({ value, label: dimension(value) }))}
          value={by ?? null}
          onChange={(value) => change({ by: value ?? undefined })}
        />
      )}
      {filterable(definition).map((one) => (
        <DimensionField
          key={one}
          dimension={one}
          values={view.filters.find((filter) => filter.dimension === one)?.values ?? []}
        />
      ))}
      <SegmentField value={view.segmentId} />
    </FilterBar>
  );
}
