'use client';

import { useTranslations } from 'next-intl';
import { useFmt, type Fmt } from '@/fmt';
import type { OverviewPenetrationQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { ChartCard, type SeriesRow } from '@/ui/chart';
import { grainOf, type Period } from '@/ui/period';
import { bucketsOf, byBucket, totalOf } from '@/features/metrics/metric-rows';

// The field's rule of thumb: below it a programme does not see enough of its chain to steer by.
const reference = 0.4;

/** Share of revenue on members' receipts, by day, with the line a healthy programme stays above. */
export function PenetrationChart({ graph, period }: { graph: Graph<OverviewPenetrationQuery>; period: Period }) {
  const t = useTranslations('overview');
  const fmt = useFmt();
  const { data } = graph;
  const whole = data && totalOf(data.whole);
  return (
    <ChartCard
      title={t('penetration.title')}
      definition={t('definition.penetration')}
      axis={t('axis')}
      subtitle={`${whole === null || whole === undefined ? '—' : fmt.percent(whole)} · ${fmt.date(period.from)} – ${fmt.date(period.to)}`}
      rows={data && penetrationRows(data, period, fmt)}
      series={[{ key: 'penetration', label: t('penetration.title'), kind: 'line', color: 'indigo.6' }]}
      graph={graph}
      format={fmt.percent}
      formatAxis={(value) => fmt.percent(value)}
      referenceLines={[{ value: reference, label: t('penetration.reference', { share: fmt.percent(reference) }) }]}
    />
  );
}

function penetrationRows(data: OverviewPenetrationQuery, period: Period, fmt: Fmt): SeriesRow[] {
  const grain = grainOf(period);
  const values = byBucket(data.penetration, fmt.timeZone);
  return bucketsOf(period.from, period.to, grain).map((bucket) => ({
    label: grain === 'MONTH' ? fmt.month(bucket) : fmt.dayMonth(bucket),
    values: { penetration: values.get(bucket) ?? null },
  }));
}
