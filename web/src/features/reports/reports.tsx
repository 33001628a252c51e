'use client';

import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { StoreTroubles } from '@/features/metrics';
import {
  ReportsDocument,
  type ReportGroup,
  type ReportsQuery,
  type ReportsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingMatches } from '@/ui/empty';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { textParam } from '@/ui/params';
import { SearchField } from '@/ui/search-field';
import { useUrlState } from '@/ui/url-state';
import { ReportCard } from './report-card';

const groups: ReportGroup[] = ['SALES', 'MEMBERS', 'POINTS', 'PROMOTIONS', 'GOODS'];

/** Every report that comes with the system, by what it is about. A segment in the address goes along into each. */
export function Reports({ first }: { first: Loaded<ReportsQuery, ReportsQueryVariables> }) {
  const t = useTranslations('reports');
  const graph = useGraph(ReportsDocument, { locale: useLocale() }, { first });
  const [params, change] = useUrlState();
  const search = textParam(params, 'q') ?? '';
  const found = (graph.data?.reports ?? []).filter(({ name, description }) =>
    isFound(`${name} ${description}`, search),
  );
  return (
    <Page title={t('title')}>
      <StoreTroubles />
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      <Group>
        <SearchField label={t('search')} value={search} onSearch={(q) => change({ q })} />
      </Group>
      {graph.data !== undefined && found.length === 0 && <NothingMatches onClear={() => change({ q: undefined })} />}
      {groups.map((group) => {
        const inGroup = found.filter((report) => report.group === group);
        return (
          inGroup.length > 0 && (
            <Stack key={group} gap="xs" component="section" aria-labelledby={group}>
              <div>
                <Title order={2} id={group}>
                  {t(`groups.${group}`)}
                </Title>
                <Text fz="sm" c="dimmed">
                  {t(`groupHints.${group}`)}
                </Text>
              </div>
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs" verticalSpacing="xs">
                {inGroup.map((report) => (
                  <ReportCard key={report.key} report={report} segmentId={textParam(params, 'segment')} />
                ))}
              </SimpleGrid>
            </Stack>
          )
        );
      })}
    </Page>
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
