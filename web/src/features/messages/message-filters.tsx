'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { useFmt } from '@/fmt';
import { TemplatesDocument } from '@/graphql/generated/graphql';
import { DateRangeField } from '@/ui/date-range-field';
import { FilterBar } from '@/ui/filter-bar';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';

const statuses = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED'];

export function MessageFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('messages');
  const fmt = useFmt();
  const [status, template] = [useEnumLabel('messageStatus'), useEnumLabel('template')];
  const [{ data }] = useQuery({ query: TemplatesDocument, variables: {}, pause: typeof window === 'undefined' });
  const { filter, chip, value } = useFilters();
  const chips = [
    ...chip('status', t('status'), status),
    ...chip('template', t('template'), template),
    ...chip('member', t('member')),
    ...chip('from', t('from'), fmt.date),
    ...chip('to', t('to'), fmt.date),
  ];
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <Select
        label={t('status')}
        w={{ base: '100%', xs: 180 }}
        clearable
        data={statuses.map((code) => ({ value: code, label: status(code) }))}
        value={value('status') ?? null}
        onChange={(chosen) => filter({ status: chosen ?? undefined })}
      />
      <Select
        label={t('template')}
        w={{ base: '100%', xs: 200 }}
        clearable
        data={(data?.templates ?? []).map(({ key }) => ({ value: key, label: template(key) }))}
        value={value('template') ?? null}
        onChange={(chosen) => filter({ template: chosen ?? undefined })}
      />
      <DateRangeField label={t('days')} from={value('from')} to={value('to')} onChange={filter} />
    </FilterBar>
  );
}
