'use client';

import { Alert, List, Skeleton, Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useFmt, useNow } from '@/fmt';
import { ReportDocument, type ReportQuery, type ReportQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph, type Graph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { useUrlState } from '@/ui/url-state';
import { LiveBadge } from './live-badge';
import { ReportBody } from './report-body';
import { ReportFilters } from './report-filters';
import { useFollowed } from './use-followed';
import { inputOf, viewOf, type Definition, type ReportView } from './view';

interface Props {
  definition: Definition;
  first: Loaded<ReportQuery, ReportQueryVariables>;
}

/** One report: what it is asked, what it answers, and the ways down from there. It moves while it includes today. */
export function Report({ definition, first }: Props) {
  const title = useTranslations('reports')('title');
  const [params] = useUrlState();
  const view = viewOf(params, definition, useFmt().today(useNow()));
  const variables = { input: inputOf(definition.key, view, useLocale()) };
  const { graph, live } = useFollowed(useGraph(ReportDocument, variables, { first }), view.period, variables);
  return (
    <Page title={definition.name} crumbs={[{ label: title, href: '/reports' }]} aside={<LiveBadge live={live} />}>
      <Text fz="sm" c="dimmed" mt={-8}>
        {definition.description}
      </Text>
      <ReportFilters definition={definition} view={view} />
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      <Answer definition={definition} view={view} graph={graph} />
    </Page>
  );
}

function Answer({ definition, view, graph }: { definition: Definition; view: ReportView; graph: Graph<ReportQuery> }) {
  const report = graph.data?.report;
  if (report === undefined) return graph.failure === undefined ? <Awaited /> : null;
  return (
    <Stack gap="sm" opacity={graph.fetching ? 0.55 : 1} aria-busy={graph.fetching}>
      <ReportBody definition={definition} view={view} report={report} graph={{ ...graph, failure: undefined }} />
      <Notes notes={report.notes} />
    </Stack>
  );
}

function Notes({ notes }: { notes: string[] }) {
  const t = useTranslations('report');
  if (notes.length === 0) return null;
  return (
    <Alert color="gray" title={t('notes')}>
      <List fz="sm" spacing={4}>
        {notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Awaited() {
  const t = useTranslations('report');
  return (
    <Stack gap="sm" role="status" aria-label={t('awaited')}>
      <Skeleton h={84} />
      <Skeleton h={300} />
      <Skeleton h={240} />
    </Stack>
  );
}
