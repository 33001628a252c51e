'use client';

import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LiveBadge, ReportFilters, useFollowed, viewOf, type ReportDefinition } from '@/features/report';
import { useFmt, useNow } from '@/fmt';
import {
  RevenueTreeDocument,
  type RevenueTreeQuery,
  type RevenueTreeQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { useUrlState } from '@/ui/url-state';
import { Nodes } from './nodes';
import { Parts } from './parts';
import { treeInput } from './view';

interface Props {
  definition: ReportDefinition;
  first: Loaded<RevenueTreeQuery, RevenueTreeQueryVariables>;
}

/** Why revenue changed: each factor with its value and what it added or took, and the parts that moved it. It moves while it includes today. */
export function RevenueTree({ definition, first }: Props) {
  const reports = useTranslations('reports')('title');
  const t = useTranslations('revenueTree');
  const fmt = useFmt();
  const [params] = useUrlState();
  const view = viewOf(params, definition, fmt.today(useNow()));
  const variables = { input: treeInput(view) };
  const { graph, live } = useFollowed(useGraph(RevenueTreeDocument, variables, { first }), view.period, variables);
  const tree = graph.data?.revenueTree;
  return (
    <Page title={definition.name} crumbs={[{ label: reports, href: '/reports' }]} aside={<LiveBadge live={live} />}>
      <Text fz="sm" c="dimmed" mt={-8}>
        {definition.description}
      </Text>
      <ReportFilters definition={definition} view={view} />
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {tree === undefined && graph.failure === undefined && <Skeleton h={360} />}
      {tree !== undefined && (
        <Stack gap="sm" opacity={graph.fetching ? 0.55 : 1} aria-busy={graph.fetching}>
          <Text fz="sm" c="dimmed">
            {t('against', {
              days: `${fmt.date(tree.from)} – ${fmt.date(tree.to)}`,
              before: `${fmt.date(tree.comparedFrom)} – ${fmt.date(tree.comparedTo)}`,
            })}
          </Text>
          <Nodes nodes={tree.nodes} />
          {view.by !== undefined && <Parts tree={tree} by={view.by} graph={{ ...graph, failure: undefined }} />}
          <Alert color="gray" title={t('how')}>
            <Text fz="sm">{t('explained')}</Text>
            {view.by !== undefined && (
              <Text fz="sm" mt={4}>
                {t('overlap')}
              </Text>
            )}
          </Alert>
        </Stack>
      )}
    </Page>
  );
}
