'use client';

import { useTranslations } from 'next-intl';
import { useFmt, type Fmt } from '@/fmt';
import type { OverviewSalesQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { Change } from '@/ui/change';
import { ChartCard, type Series, type SeriesRow } from '@/ui/chart';
import { grainOf, previousPeriod, type Period } from '@/ui/period';
import { bucketsOf, byBucket, sumOf } from '@/features/metrics/metric-rows';

/** Revenue by day, of members and of unknown buyers, beside the total of the period before. */
export function SalesChart({ graph, period }: { graph: Graph<OverviewSalesQuery>; period: Period }) {
  const t = useTranslations('overview');
  const fmt = useFmt();
  const { data } = graph;
  const series: Series[] = [
    { key: 'identified', label: t('sales.identified'), kind: 'bar', color: 'indigo.6' },
    { key: 'anonymous', label: t('sales.anonymous'), kind: 'bar', color: 'gray.5' },
    { key: 'before', label: t('sales.before'), kind: 'dashed', color: 'orange.8' },
  ];
  return (
    <ChartCard
      title={t('sales.title')}
      definition={t('definition.revenue')}
      axis={t('axis')}
      subtitle={data && <SalesSubtitle data={data} period={period} />}
      rows={data && salesRows(data, period, fmt)}
      series={series}
      graph={graph}
      format={fmt.moneyWhole}
      formatAxis={fmt.compact}
    />
  );
}

function SalesSubtitle({ data, period }: { data: OverviewSalesQuery; period: Period }) {
  const t = useTranslations('overview');
  const fmt = useFmt();
  const before = previousPeriod(period);
  const total = sumOf(data.sales);
  return (
    <>
      {fmt.moneyWhole(total)} · {fmt.date(period.from)} – {fmt.date(period.to)} ·{' '}
      <Change value={total} before={sumOf(data.salesBefore)} />{' '}
      {t('sales.against', { from: fmt.date(before.from), to: fmt.date(before.to) })}
    </>
  );
}

function salesRows(data: OverviewSalesQuery, period: Period, fmt: Fmt): SeriesRow[] {
  const grain = grainOf(period);
  const before = previousPeriod(period);
  const bucketsBefore = bucketsOf(before.from, before.to, grain);
  const identified = byBucket(data.sales, fmt.timeZone, ([one]) => one === 'true');
  const anonymous = byBucket(data.sales, fmt.timeZone, ([one]) => one !== 'true');
  const totalBefore = byBucket(data.salesBefore, fmt.timeZone);
  return bucketsOf(period.from, period.to, grain).map((bucket, index) => ({
    label: grain === 'MONTH' ? fmt.month(bucket) : fmt.dayMonth(bucket),
    values: {
      identified: identified.get(bucket) ?? 0,
      anonymous: anonymous.get(bucket) ?? 0,
      before: totalBefore.get(bucketsBefore[index] ?? '') ?? null,
    },
  }));
}
