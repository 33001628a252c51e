'use client';

import { Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { Freshness, StoreTroubles } from '@/features/metrics';
import { useFmt } from '@/fmt';
import {
  MetricCatalogueDocument,
  type MetricCatalogueQuery,
  type MetricCatalogueQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingMatches } from '@/ui/empty';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { textParam } from '@/ui/params';
import { SearchField } from '@/ui/search-field';
import { useUrlState } from '@/ui/url-state';
import { useEnumLabel } from '@/ui/use-enum-label';
import { MetricRow } from './metric-row';

const groups = ['sales', 'penetration', 'members', 'points', 'promotions', 'quality'] as const;

/** Every metric of the registry: found by words, group or unit, each with how it moved lately. */
export function MetricCatalogue({ first }: { first: Loaded<MetricCatalogueQuery, MetricCatalogueQueryVariables> }) {
  const t = useTranslations('metrics');
  const fmt = useFmt();
  const groupName = useEnumLabel('metricGroup');
  const graph = useGraph(MetricCatalogueDocument, { locale: useLocale() }, { first });
  const [params, change] = useUrlState();
  const [search, group, unit] = [textParam(params, 'q') ?? '', params.get('group'), params.get('unit')];
  const all = graph.data?.metrics ?? [];
  const found = all.filter(
    (metric) =>
      (group === null || metric.group === group) &&
      (unit === null || metric.unit === unit) &&
      isFound(`${metric.name} ${metric.key} ${metric.description}`, search),
  );
  return (
    <Page title={t('title')} aside={<Freshness />}>
      <StoreTroubles />
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      <Filters units={[...new Set(all.map((metric) => metric.unit))]} found={found.length} />
      {graph.data !== undefined && found.length === 0 && (
        <NothingMatches onClear={() => change({ q: undefined, group: undefined, unit: undefined })} />
      )}
      {groups.map((one) => {
        const inGroup = found.filter((metric) => metric.group === one);
        return (
          inGroup.length > 0 && (
            <Stack key={one} gap={6} component="section" aria-labelledby={`group-${one}`}>
              <Title order={2} id={`group-${one}`}>
                {groupName(one)}{' '}
                <Text span c="dimmed" fz="sm" className="num">
                  {fmt.number(inGroup.length)}
                </Text>
              </Title>
              <Paper withBorder component="ul" p={0} m={0}>
                {inGroup.map((metric) => (
                  <MetricRow key={metric.key} metric={metric} />
                ))}
              </Paper>
            </Stack>
          )
        );
      })}
    </Page>
  );
}

/** What is looked for; the address holds it. */
function Filters({ units, found }: { units: string[]; found: number }) {
  const t = useTranslations('metrics');
  const fmt = useFmt();
  const [groupName, unitName] = [useEnumLabel('metricGroup'), useEnumLabel('unit')];
  const [params, change] = useUrlState();
  return (
    <Group gap="xs" align="flex-end">
      <SearchField label={t('search')} value={textParam(params, 'q') ?? ''} onSearch={(q) => change({ q })} />
      <Select
        label={t('group')}
        w={{ base: '100%', xs: 200 }}
        clearable
        placeholder={t('anyGroup')}
        data={groups.map((value) => ({ value, label: groupName(value) }))}
        value={params.get('group')}
        onChange={(value) => change({ group: value ?? undefined })}
      />
      <Select
        label={t('unit')}
        w={{ base: '100%', xs: 160 }}
        clearable
        placeholder={t('anyUnit')}
        data={units.map((value) => ({ value, label: unitName(value) }))}
        value={params.get('unit')}
        onChange={(value) => change({ unit: value ?? undefined })}
      />
      <Text fz="sm" c="dimmed" pb={8} role="status">
        {t('found', { count: found, n: fmt.number(found) })}
      </Text>
    </Group>
  );
}

/** Each word that was typed, anywhere. */
function isFound(text: string, search: string): boolean {
  const low = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}
