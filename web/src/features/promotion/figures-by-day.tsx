'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { bucketOf, bucketsOf } from '@/features/metrics/metric-rows';
import { useFmt } from '@/fmt';
import type { PromotionFiguresFieldsFragment } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { ChartCard, type Series } from '@/ui/chart';
import { grainOf, type Period } from '@/ui/period';

type Day = PromotionFiguresFieldsFragment['byDay'][number];

interface Props {
  days: Day[] | undefined;
  period: Period;
  graph: Graph<unknown>;
}

const measures = ['cost', 'uses', 'revenue'] as const;
const shown = {
  cost: ['discount', 'points'],
  uses: ['uses'],
  revenue: ['revenue'],
} as const;
const colors = { discount: 'indigo.6', points: 'orange.7', uses: 'teal.7', revenue: 'indigo.6' };

/** What it gave, on how many receipts and on which turnover, day by day; long periods by week and month. */
export function FiguresByDay({ days, period, graph }: Props) {
  const t = useTranslations('promotion.figures');
  const fmt = useFmt();
  const [measure, setMeasure] = useState<(typeof measures)[number]>('cost');
  const series: Series[] = shown[measure].map((key) => ({ key, label: t(key), kind: 'bar', color: colors[key] }));
  const money = measure !== 'uses';
  return (
    <ChartCard
      title={t('byDay')}
      definition={t(`${measure}Means`)}
      subtitle={`${money ? fmt.currencySign : t('uses')} · ${fmt.date(period.from)} – ${fmt.date(period.to)}`}
      axis={t('day')}
      rows={days && rowsOf(days, period, fmt.dayMonth, fmt.month)}
      series={series}
      graph={graph}
      format={(value) => (money ? fmt.money(value) : fmt.number(value))}
      formatAxis={fmt.compact}
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('measure')}
          value={measure}
          onChange={(chosen) => setMeasure(measures.find((one) => one === chosen) ?? 'cost')}
          data={measures.map((one) => ({ value: one, label: t(one) }))}
        />
      }
    />
  );
}

type Name = (day: string) => string;

function rowsOf(days: readonly Day[], period: Period, dayMonth: Name, month: Name) {
  const grain = grainOf(period);
  const byBucket = Map.groupBy(days, ({ day }) => bucketOf(day, grain));
  return bucketsOf(period.from, period.to, grain).map((bucket) => {
    const within = byBucket.get(bucket) ?? [];
    const sum = (key: 'discount' | 'points' | 'uses' | 'revenue') =>
      within.reduce((total, { sums }) => total + Number(sums[key]), 0);
    return {
      label: grain === 'MONTH' ? month(bucket) : dayMonth(bucket),
      values: { discount: sum('discount'), points: sum('points'), uses: sum('uses'), revenue: sum('revenue') },
    };
  });
}
