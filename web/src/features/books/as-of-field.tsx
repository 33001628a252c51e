'use client';

import { DatePickerInput } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useUrlState } from '@/ui/url-state';

/** The day at whose end the books are looked at; now when none is chosen. Lives in the address. */
export function AsOfField() {
  const t = useTranslations('books');
  const [params, change] = useUrlState();
  return (
    <DatePickerInput
      label={t('asOf')}
      placeholder={t('now')}
      valueFormat="DD.MM.YYYY"
      w={{ base: '100%', xs: 200 }}
      clearable
      value={params.get('day')}
      onChange={(day) => change({ day: day ?? undefined })}
    />
  );
}
