'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { HeatTable } from '@/ui/heat-table';
import { useEnumLabel } from '@/ui/use-enum-label';

/** Purchases by weekday and hour of the store. */
export function BehaviourHours({ hours }: { hours: number[][] }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  const weekday = useEnumLabel('weekday');
  const most = Math.max(1, ...hours.flat());
  return (
    <HeatTable
      label={t('hours')}
      corner={t('weekday')}
      columns={Array.from({ length: 24 }, (_, hour) => ({ key: String(hour), label: hour }))}
      rows={hours.map((row, day) => ({
        key: String(day),
        label: weekday(String(day + 1)),
        cells: row.map((purchases, hour) => ({
          key: String(hour),
          heat: purchases / most,
          content: purchases === 0 ? null : fmt.number(purchases),
        })),
      }))}
    />
  );
}
