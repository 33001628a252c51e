'use client';

import { useInterval } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { AdjustmentsWaitingDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { useWatched } from '@/ui/use-watched';

const refreshMs = 60_000;

/** How many adjustments wait, for those who may decide; beside their place in the navigation, nothing when none does. */
export function AdjustmentsWaiting() {
  const t = useTranslations('adjustments');
  const fmt = useFmt();
  const { data, refetch } = useGraph(AdjustmentsWaitingDocument, {}, { pause: !useMay('points.approve') });
  const watched = useWatched();
  useInterval(() => watched && refetch(), refreshMs, { autoInvoke: true });
  const count = data?.adjustments.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <span className="num" role="img" aria-label={t('waitingCount', { count, n: fmt.number(count) })}>
      {fmt.number(count)}
    </span>
  );
}
