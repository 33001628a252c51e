'use client';

import { useTranslations } from 'next-intl';
import { useFmt, useNow } from '@/fmt';
import { AnalyticsStatusDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { TextLink } from '@/ui/text-link';

/** How old the numbers are, and what they stand on. */
export function Freshness() {
  const t = useTranslations('metrics');
  const fmt = useFmt();
  const now = useNow();
  const { data } = useGraph(AnalyticsStatusDocument, {});
  if (data === undefined) return null;
  const { receipts, lastEventAt, waiting, rebuildProgress } = data.analyticsStatus;
  const parts = [
    t('receipts', { count: receipts, n: fmt.number(receipts) }),
    ...(lastEventAt === null ? [] : [t('freshTo', { when: fmt.relative(lastEventAt, now) })]),
    ...(waiting === 0 ? [] : [t('waiting', { n: fmt.number(waiting) })]),
    ...(rebuildProgress === null ? [] : [t('rebuilding', { share: fmt.percent(rebuildProgress) })]),
  ];
  return (
    <TextLink href="/metrics/store" fz="sm" c="dimmed">
      {parts.join(' · ')}
    </TextLink>
  );
}
