'use client';

import { Progress, Stack } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useFmt, useNow } from '@/fmt';
import {
  AnalyticsStatusDocument,
  type AnalyticsStatusQuery,
  type AnalyticsStatusQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Facts } from '@/ui/facts';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { useWatched } from '@/ui/use-watched';
import { StoreTroubles } from './store-troubles';

interface Props {
  first: Loaded<AnalyticsStatusQuery, AnalyticsStatusQueryVariables>;
}

const refreshMs = 3_000;

/** What the figures stand on: the store, how far it has got, and what is wrong with it. */
export function StoreState({ first }: Props) {
  const t = useTranslations('analyticsStore');
  const metrics = useTranslations('metrics');
  const fmt = useFmt();
  const now = useNow();
  const graph = useGraph(AnalyticsStatusDocument, {}, { first });
  const watched = useWatched();
  useInterval(() => watched && graph.refetch(), refreshMs, { autoInvoke: true });
  const status = graph.data?.analyticsStatus;
  const share = status?.rebuildProgress ?? status?.work?.share;
  return (
    <Page title={t('title')} crumbs={[{ label: metrics('title'), href: '/metrics' }]}>
      <StoreTroubles />
      <Panel title={t('now')} graph={graph}>
        {status !== undefined && (
          <Stack gap="xs">
            <Facts
              facts={[
                [t('kind'), status.store === 'CLICKHOUSE' ? 'ClickHouse' : 'DuckDB'],
                [t('receipts'), fmt.number(status.receipts)],
                [t('last'), status.lastEventAt === null ? t('none') : fmt.relative(status.lastEventAt, now)],
                [t('waiting'), fmt.number(status.waiting)],
                [t('work'), workOf(status)],
                [t('silent'), status.silentOwners.join(', ') || t('none')],
                [t('damaged'), status.damaged.join(', ') || t('none')],
              ]}
            />
            {share !== undefined && <Progress value={share * 100} aria-label={t('work')} />}
          </Stack>
        )}
      </Panel>
    </Page>
  );

  function workOf({ rebuildProgress, work }: AnalyticsStatusQuery['analyticsStatus']): string {
    if (rebuildProgress !== null) return t('filling', { share: fmt.percent(rebuildProgress) });
    if (work === null) return t('none');
    return t(work.what === 'SORTING' ? 'sorting' : 'filling', { share: fmt.percent(work.share) });
  }
}
