'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { Graph } from '@/graphql/use-graph';
import { ChartCard } from '@/ui/chart';
import type { KnownPool } from './coupon-pool';

/** Sales that used a coupon of the pool, by day. */
export function RedemptionsChart({ pool, graph }: { pool: KnownPool; graph: Graph<unknown> }) {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  return (
    <ChartCard
      title={t('redemptions')}
      definition={t('redemptionsHelp')}
      subtitle={t('redemptionsUnit')}
      axis={t('day')}
      rows={pool.redemptionsByDay.map(({ day, redeemed }) => ({ label: fmt.dayMonth(day), values: { redeemed } }))}
      graph={graph}
      series={[{ key: 'redeemed', label: t('redeemed'), kind: 'bar', color: 'indigo.6' }]}
      format={(value) => fmt.number(value)}
      formatAxis={fmt.compact}
    />
  );
}
