'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DateRangeField } from '@/ui/date-range-field';
import { useUrlState } from '@/ui/url-state';
import { namedPeriods, type ReportPeriod } from './period';

const own = 'own';

/** A period by name, or any two days. */
export function PeriodField({ period: { from, to, name } }: { period: ReportPeriod }) {
  const t = useTranslations('report');
  const [, change] = useUrlState();
  return (
    <>
      <Select
        label={t('period')}
        w={{ base: '100%', xs: 195 }}
        allowDeselect={false}
        data={[
          ...namedPeriods.map((value) => ({ value, label: t(`periods.${value}`) })),
          ...(name === undefined ? [{ value: own, label: t('periods.own') }] : []),
        ]}
        value={name ?? own}
        onChange={(chosen) => chosen !== own && change({ period: chosen ?? undefined, from: undefined, to: undefined })}
      />
      <DateRangeField
        label={t('days')}
        from={from}
        to={to}
        clearable={false}
        onChange={(days) => change({ ...days, period: undefined })}
      />
    </>
  );
}
