'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { SimulationOutcomeFragment } from '@/graphql/generated/graphql';
import { ChartCard } from '@/ui/chart';

/** A chart of data that is there. */
const there = { failure: undefined, fetching: false, refetch: () => undefined };

/** Discount and points given more, day by day. */
export function CostByDay({ result: { days } }: { result: Pick<SimulationOutcomeFragment, 'days'> }) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  return (
    <ChartCard
      title={t('byDay')}
      definition={t('byDayMeans')}
      subtitle={fmt.currencySign}
      axis={t('day')}
      rows={days.map(({ day, discountCost, pointsCost }) => ({
        label: fmt.dayMonth(day),
        values: { discount: Number(discountCost), points: Number(pointsCost) },
      }))}
      series={[
        { key: 'discount', label: t('discountCost'), kind: 'bar', color: 'indigo.6' },
        { key: 'points', label: t('pointsCost'), kind: 'bar', color: 'orange.7' },
      ]}
      graph={there}
      format={(value) => fmt.money(value)}
      formatAxis={(value) => fmt.compact(value)}
    />
  );
}

/** How many receipts gain or lose how much. */
export function Spread({ result: { spread } }: { result: Pick<SimulationOutcomeFragment, 'spread'> }) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const sum = (text: string) => fmt.number(text, 0);
  const label = ({ from, to }: (typeof spread)[number]) => {
    if (from === null) return `≤ ${sum(to ?? '0')}`;
    if (to === null) return `> ${sum(from)}`;
    return to === '0.00' ? '0' : `${sum(from)} … ${sum(to)}`;
  };
  return (
    <ChartCard
      title={t('spread')}
      definition={t('spreadMeans')}
      subtitle={fmt.currencySign}
      axis={t('gain')}
      rows={spread.map((step) => ({ label: label(step), values: { receipts: step.receipts } }))}
      series={[{ key: 'receipts', label: t('receiptsOf'), kind: 'bar', color: 'teal.7' }]}
      graph={there}
      format={(value) => fmt.number(value)}
      formatAxis={(value) => fmt.compact(value)}
    />
  );
}
