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

export function ReceiptFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('receipts');
  const { filter, value } = useFilters();
  const text = (key: 'number' | 'card' | 'min' | 'max', width: number) => (
    <SearchField label={t(key)} value={value(key) ?? ''} onSearch={(typed) => filter({ [key]: typed })} width={width} />
  );
  return (
    <FilterBar chips={useChips()} onClear={onClear}>
      {text('number', 170)}
      {text('card', 170)}
      <StoreSelect label={t('store')} value={value('store')} onChange={(store) => filter({ store })} />
      <DateRangeField label={t('days')} from={value('from')} to={value('to')} onChange={filter} />
      {text('min', 130)}
      {text('max', 130)}
      <Select
        label={t('who')}
        w={{ base: '100%', xs: 160 }}
        clearable
        data={[
          { value: 'member', label: t('whoMember') },
          { value: 'anonymous', label: t('whoAnonymous') },
        ]}
        value={value('who') ?? null}
        onChange={(who) => filter({ who: who ?? undefined })}
      />
    </FilterBar>
  );
}

function useChips() {
  const t = useTranslations('receipts');
  const fmt = useFmt();
  const kind = useEnumLabel('receiptKind');
  const stores = useStoreOptions();
  const { chip } = useFilters();
  return [
    ...chip('number', t('number')),
    ...chip('card', t('card')),
    ...chip('member', t('member')),
    ...chip('store', t('store'), (id) => stores.find((store) => store.value === id)?.label ?? id),
    ...chip('from', t('from'), fmt.date),
    ...chip('to', t('to'), fmt.date),
    ...chip('min', t('min')),
    ...chip('max', t('max')),
    ...chip('who', t('who'), (who) => (who === 'member' ? t('whoMember') : t('whoAnonymous'))),
    ...chip('kind', t('kind'), kind),
  ];
}
