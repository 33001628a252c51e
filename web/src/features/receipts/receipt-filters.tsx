'use client';

import { Select, Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { StoreSelect, useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';
import { DateRangeField } from '@/ui/date-range-field';
import { FilterBar } from '@/ui/filter-bar';
import { SearchField } from '@/ui/search-field';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import { kindOf } from './search-key';
import { moreFilters } from './variables';

const MoreFilters = dynamic(async () => (await import('./more-filters')).MoreFilters, {
  loading: () => <Skeleton h={54} />,
});

export function ReceiptFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('receipts');
  const { filter, value } = useFilters();
  return (
    <FilterBar
      chips={useChips()}
      onClear={onClear}
      more={<MoreFilters />}
      moreSet={moreFilters.some((key) => value(key) !== undefined)}
    >
      <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q, as: undefined })} />
      <StoreSelect label={t('store')} value={value('store')} onChange={(store) => filter({ store, till: undefined })} />
      <DateRangeField label={t('days')} from={value('from')} to={value('to')} onChange={filter} />
      <Select
        label={t('who')}
        w={{ base: '100%', xs: 150 }}
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
  const { chip, value } = useFilters();
  return [
    ...chip('q', t(`as.${kindOf(value('q') ?? '', value('as'))}`)),
    ...chip('member', t('member')),
    ...chip('store', t('store'), (id) => stores.find((store) => store.value === id)?.label ?? id),
    ...chip('till', t('till')),
    ...chip('from', t('from'), fmt.date),
    ...chip('fromTime', t('fromTime')),
    ...chip('to', t('to'), fmt.date),
    ...chip('toTime', t('toTime')),
    ...chip('min', t('min')),
    ...chip('max', t('max')),
    ...chip('who', t('who'), (who) => (who === 'member' ? t('whoMember') : t('whoAnonymous'))),
    ...chip('kind', t('kind'), kind),
  ];
}
