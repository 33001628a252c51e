'use client';

import { Checkbox, Group, MultiSelect, SimpleGrid } from '@mantine/core';
import { DateTimePicker, TimePicker } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { FormHandle } from './form-handle';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'];

/** When and where the promotion runs, on the chain's clock. */
export function ScheduleFields({ form }: { form: FormHandle }) {
  const t = useTranslations('promotion');
  const { timeZone } = useFmt();
  const weekday = useEnumLabel('weekday');
  const stores = useStoreOptions();
  const moment = (name: 'startsAt' | 'endsAt') => (
    <DateTimePicker
      label={t(name)}
      description={t('clock', { timeZone })}
      valueFormat="DD.MM.YYYY HH:mm"
      clearable
      {...form.getInputProps(name)}
    />
  );
  const time = (name: 'timeFrom' | 'timeTo') => (
    <TimePicker
      label={t(name)}
      clearable
      hoursInputLabel={t('hours')}
      minutesInputLabel={t('minutes')}
      {...form.getInputProps(name)}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {moment('startsAt')}
        {moment('endsAt')}
        {time('timeFrom')}
        {time('timeTo')}
      </SimpleGrid>
      <Checkbox.Group label={t('weekdays')} description={t('weekdaysHelp')} {...form.getInputProps('weekdays')}>
        <Group gap="sm" mt={4}>
          {weekdays.map((day) => (
            <Checkbox key={day} value={day} label={weekday(day)} />
          ))}
        </Group>
      </Checkbox.Group>
      <MultiSelect
        label={t('storeIds')}
        description={t('storeIdsHelp')}
        searchable
        clearable
        data={stores}
        {...form.getInputProps('storeIds')}
      />
    </>
  );
}
