'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt, useNow } from '@/fmt';
import { AnalyticsStatusDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';

/** How old the numbers are, and what they stand on. */
export function Freshness() {
  const t = useTranslations('metrics');
  const fmt = useFmt();
  const now = useNow();
  const { data } = useGraph(AnalyticsStatusDocument, {});
  if (data === undefined) return null;
  const { receipts, lastEventAt, waiting, rebuildProgress, damaged } = data.analyticsStatus;
  const parts = [
    t('receipts', { count: receipts, n: fmt.number(receipts) }),
    ...(lastEventAt === null ? [] : [t('freshTo', { when: fmt.relative(lastEventAt, now) })]),
    ...(waiting === 0 ? [] : [t('waiting', { n: fmt.number(waiting) })]),
    ...(rebuildProgress === null ? [] : [t('rebuilding', { share: fmt.percent(rebuildProgress) })]),
    ...damaged.slice(-1).map((file) => t('damaged', { file })),
  ];
  return (
    <Text fz="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}
