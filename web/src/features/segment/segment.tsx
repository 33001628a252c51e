'use client';

import { Grid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Json } from '@/features/draft';
import { ExportHistory } from '@/features/segment-export';
import { SegmentWords } from '@/features/segment-rows';
import { useMay } from '@/features/viewer';
import { useFmt, useNow } from '@/fmt';
import {
  SegmentDocument,
  type SegmentFieldsFragment,
  type SegmentQuery,
  type SegmentQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { DataTable, KeysetPager, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useUrlState } from '@/ui/url-state';
import { SegmentActions } from './segment-actions';
import { segmentVariables } from './variables';

type Edge = NonNullable<SegmentQuery['segment']>['members']['edges'][number];

/** One segment: what it says, who is in it, and what can be done with it. */
export function SegmentPage({ first }: { first: Loaded<SegmentQuery, SegmentQueryVariables> }) {
  const t = useTranslations('segment');
  const title = useTranslations('segments')('title');
  const [params] = useUrlState();
  const mayExport = useMay('segments.export');
  const graph = useGraph(SegmentDocument, segmentVariables(first.variables.id, params), { first });
  const [exported, setExported] = useState(0);
  const columns = useMemberColumns();
  const segment = graph.data?.segment ?? undefined;
  return (
    <Page
      title={segment?.name ?? title}
      crumbs={[{ label: title, href: '/segments' }]}
      actions={
        segment !== undefined && <SegmentActions segment={segment} onExported={() => setExported((n) => n + 1)} />
      }
    >
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {segment !== undefined && (
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Stack gap="sm">
              <About segment={segment} />
              {mayExport && <ExportHistory key={exported} segmentId={segment.id} />}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Panel title={t('members')}>
              <DataTable
                label={t('members')}
                columns={columns}
                rows={segment.members.edges}
                rowKey={({ node }) => node.id}
                graph={graph}
                empty={<NothingYet title={t('nobody')} hint={segment.kind === 'SEGMENT' ? t('nobodyHint') : ''} />}
              />
              <KeysetPager
                count={segment.members.edges.length}
                total={segment.size}
                pageInfo={segment.members.pageInfo}
              />
            </Panel>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}

function About({ segment }: { segment: SegmentFieldsFragment }) {
  const t = useTranslations('segment');
  const list = useTranslations('segments');
  const fmt = useFmt();
  const now = useNow();
  const { kind, description, definition, size, refreshedAt, folder, owner, expiresOn } = segment;
  return (
    <>
      <Panel title={t('facts')}>
        {description !== '' && <Text fz="sm">{description}</Text>}
        <Facts
          facts={[
            [list('kind'), list(`kinds.${kind}`)],
            [list('size'), fmt.number(size)],
            [list('refreshedAt'), refreshedAt === null ? list('never') : fmt.relative(refreshedAt, now)],
            [list('folder'), folder || '—'],
            [list('owner'), owner],
            [list('expiresOn'), expiresOn === null ? list('forEver') : fmt.date(expiresOn)],
            [list('updatedAt'), fmt.dateTime(segment.updatedAt)],
            [t('send'), t('sendHint')],
          ]}
        />
      </Panel>
      <Panel title={t('inWords')}>
        {kind === 'GROUP' && <Text fz="sm">{definition === null ? t('listed') : t('frozenOf')}</Text>}
        {definition !== null && <SegmentWords definition={definition as Json} />}
      </Panel>
    </>
  );
}

function useMemberColumns(): Column<Edge>[] {
  const t = useTranslations('segment');
  const fmt = useFmt();
  return [
    {
      key: 'name',
      header: t('member'),
      cell: ({ node }) => <TextLink href={`/members/${node.id}`}>{node.displayName}</TextLink>,
    },
    { key: 'city', header: t('city'), secondary: true, cell: ({ node }) => node.city ?? '—' },
    {
      key: 'status',
      header: t('status'),
      secondary: true,
      cell: ({ node }) => <StatusBadge kind="memberStatus" status={node.status} />,
    },
    { key: 'since', header: t('since'), numeric: true, cell: ({ since }) => fmt.dateTime(since) },
  ];
}
