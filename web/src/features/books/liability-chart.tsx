'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { LiabilityGrain, LiabilitySeriesQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { ChartCard, type Series } from '@/ui/chart';
import type { Period } from '@/ui/period';
import { useEnumLabel } from '@/ui/use-enum-label';

interface Props {
  graph: Graph<LiabilitySeriesQuery>;
  period: Period;
  grain: LiabilityGrain;
}

/** Available, pending and held stand on each other; what members owe hangs below zero. */
export function LiabilityChart({ graph, period, grain }: Props) {
  const t = useTranslations('books');
  const fmt = useFmt();
  const grainName = useEnumLabel('grain');
  const owes = graph.data?.liabilitySeries.some(({ figures }) => Number(figures.owed) !== 0) ?? false;
  const series: Series[] = [
    { key: 'available', label: t('available'), kind: 'bar', color: 'indigo.6' },
    { key: 'pending', label: t('pending'), kind: 'bar', color: 'cyan.5' },
    { key: 'held', label: t('held'), kind: 'bar', color: 'yellow.6' },
    ...(owes ? [{ key: 'owed', label: t('owed'), kind: 'bar' as const, color: 'red.6' }] : []),
  ];
  const rows = graph.data?.liabilitySeries.map(({ day, figures }) => ({
    label: grain === 'MONTH' ? fmt.month(day) : fmt.date(day),
    values: {
      available: Number(figures.available),
      pending: Number(figures.pending),
      held: Number(figures.held),
      owed: -Number(figures.owed),
    },
  }));
  return (
    <ChartCard
      title={t('liability.over')}
      definition={t('liability.definition')}
      subtitle={`${t('balance')} · ${fmt.date(period.from)} – ${fmt.date(period.to)} · ${grainName(grain)}`}
      axis={t('endOf')}
      rows={rows}
      graph={graph}
      series={series}
      format={fmt.pointsWhole}
      formatAxis={fmt.compact}
    />
  );
}
