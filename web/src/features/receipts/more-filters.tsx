'use client';

import { Group, Select } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useTillOptions } from '@/features/stores';
import { SearchField } from '@/ui/search-field';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';

const kinds = ['SALE', 'RETURN'];

/** What narrows a search further: the till, the time of day, the amount, the kind. */
export function MoreFilters() {
  const t = useTranslations('receipts');
  const kind = useEnumLabel('receiptKind');
  const { filter, value } = useFilters();
  const store = value('store');
  return (
    <Group gap="xs" align="flex-end" w="100%">
      <Select
        label={t('till')}
        description={store === undefined ? t('tillNeedsStore') : undefined}
        w={{ base: '100%', xs: 200 }}
        searchable
        clearable
        disabled={store === undefined}
        data={useTillOptions(store)}
        value={value('till') ?? null}
        onChange={(till) => filter({ till: till ?? undefined })}
      />
      <TimeOfDay name="fromTime" day="from" />
      <TimeOfDay name="toTime" day="to" />
      <SearchField label={t('min')} value={value('min') ?? ''} onSearch={(min) => filter({ min })} width={140} />
      <SearchField label={t('max')} value={value('max') ?? ''} onSearch={(max) => filter({ max })} width={140} />
      <Select
        label={t('kind')}
        w={{ base: '100%', xs: 150 }}
        clearable
        data={kinds.map((code) => ({ value: code, label: kind(code) }))}
        value={value('kind') ?? null}
        onChange={(code) => filter({ kind: code ?? undefined })}
      />
    </Group>
  );
}

function TimeOfDay({ name, day }: { name: 'fromTime' | 'toTime'; day: 'from' | 'to' }) {
  const t = useTranslations('receipts');
  const { filter, value } = useFilters();
  const dayless = value(day) === undefined;
  return (
    <TimePicker
      label={t(name)}
      description={dayless ? t('timeNeedsDay') : undefined}
      w={{ base: '100%', xs: 140 }}
      clearable
      disabled={dayless}
      hoursInputLabel={t('hours')}
      minutesInputLabel={t('minutes')}
      clearButtonProps={{ 'aria-label': t('clearTime') }}
      value={value(name) ?? ''}
      onChange={(time) => filter({ [name]: time.slice(0, 5) || undefined })}
    />
  );
}
