'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StoreSelect, useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';
import { DateRangeField } from '@/ui/date-range-field';
import { FilterBar } from '@/ui/filter-bar';
import { SearchField } from '@/ui/search-field';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';

const statuses = ['ACTIVE', 'BLOCKED', 'CLOSED'];

export function MemberFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('members');
  const fmt = useFmt();
  const status = useEnumLabel('memberStatus');
  const stores = useStoreOptions();
  const { filter, chip, value } = useFilters();
  const chips = [
    ...chip('q', t('search')),
    ...chip('status', t('status'), status),
    ...chip('city', t('city')),
    ...chip('store', t('homeStore'), (id) => stores.find((store) => store.value === id)?.label ?? id),
    ...chip('from', t('registeredFrom'), fmt.date),
    ...chip('to', t('registeredTo'), fmt.date),
  ];
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} width={320} />
      <Select
        label={t('status')}
        w={{ base: '100%', xs: 150 }}
        clearable
        data={statuses.map((code) => ({ value: code, label: status(code) }))}
        value={value('status') ?? null}
        onChange={(chosen) => filter({ status: chosen ?? undefined })}
      />
      <SearchField label={t('city')} value={value('city') ?? ''} onSearch={(city) => filter({ city })} width={160} />
      <StoreSelect label={t('homeStore')} value={value('store')} onChange={(store) => filter({ store })} />
      <DateRangeField label={t('registered')} from={value('from')} to={value('to')} onChange={filter} />
    </FilterBar>
  );
}
