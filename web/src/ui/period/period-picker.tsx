'use client';

import { Group, SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DateRangeField } from '../date-range-field';
import { useUrlState } from '../url-state';
import { presets, type Period, type Preset } from './period';

const own = 'own';

/** Usual periods up to today, or any two days. The choice lives in the address. */
export function PeriodPicker({ period }: { period: Period & { preset: Preset | undefined } }) {
  const t = useTranslations('period');
  const [, change] = useUrlState();
  return (
    <Group gap="xs" align="flex-end">
      <SegmentedControl
        size="xs"
        aria-label={t('label')}
        value={period.preset ?? own}
        onChange={(value) => value !== own && change({ days: value, from: undefined, to: undefined })}
        data={[
          ...presets.map((days) => ({ value: days, label: t(`days.${days}`) })),
          ...(period.preset === undefined ? [{ value: own, label: t('own') }] : []),
        ]}
      />
      <DateRangeField
        label={t('between')}
        from={period.from}
        to={period.to}
        clearable={false}
        onChange={({ from, to }) => change({ from, to, days: undefined })}
      />
    </Group>
  );
}
