'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { FilterBar, type FilterChip } from '@/ui/filter-bar';
import { SearchField } from '@/ui/search-field';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import type { CatalogueOptions } from './use-catalogue-filters';

interface Props {
  options: CatalogueOptions | undefined;
  onClear: () => void;
}

const statuses = ['ACTIVE', 'DISCONTINUED'];
const shownMax = 100;

export function CatalogueFilters({ options, onClear }: Props) {
  const t = useTranslations('catalogue');
  const fmt = useFmt();
  const status = useEnumLabel('productStatus');
  const { filter, value } = useFilters();
  const counted = (name: string, products: number) => ({ value: name, label: `${name} (${fmt.number(products)})` });
  const pick = (key: 'category' | 'brand' | 'season', data: { value: string; label: string }[]) => (
    <Select
      label={t(key)}
      w={{ base: '100%', xs: 180 }}
      clearable
      searchable
      limit={shownMax}
      data={data}
      value={value(key) ?? null}
      onChange={(chosen) => filter({ [key]: chosen ?? undefined })}
    />
  );
  const attribute = options?.productAttributes.find(({ key }) => key === value('attribute'));
  return (
    <FilterBar
      chips={useChips(attribute?.name)}
      onClear={onClear}
      moreSet={['season', 'status', 'attribute'].some((key) => value(key) !== undefined)}
      more={
        <>
          {pick(
            'season',
            (options?.seasons ?? []).map(({ name, products }) => counted(name, products)),
          )}
          <Select
            label={t('status')}
            w={{ base: '100%', xs: 160 }}
            clearable
            data={statuses.map((code) => ({ value: code, label: status(code) }))}
            value={value('status') ?? null}
            onChange={(chosen) => filter({ status: chosen ?? undefined })}
          />
          <AttributeFilter options={options} attribute={attribute} />
        </>
      }
    >
      <SearchField label={t('searchHint')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} />
      {pick(
        'category',
        (options?.categories ?? []).map(({ path, products }) => counted(path, products)),
      )}
      {pick(
        'brand',
        (options?.brands ?? []).map(({ name, products }) => counted(name, products)),
      )}
    </FilterBar>
  );
}

/** The filters that are set, in words. */
function useChips(attribute: string | undefined): FilterChip[] {
  const t = useTranslations('catalogue');
  const status = useEnumLabel('productStatus');
  const { chip } = useFilters();
  return [
    ...chip('q', t('search')),
    ...chip('category', t('category')),
    ...chip('brand', t('brand')),
    ...chip('season', t('season')),
    ...chip('status', t('status'), status),
    ...chip('set', t('set')),
    ...chip('substitutes', t('substitutes')),
    ...chip('value', attribute ?? t('attribute'), printValue),
  ];
}

interface AttributeProps {
  options: CatalogueOptions | undefined;
  attribute: CatalogueOptions['productAttributes'][number] | undefined;
}

function AttributeFilter({ options, attribute }: AttributeProps) {
  const t = useTranslations('catalogue');
  const fmt = useFmt();
  const { filter, value } = useFilters();
  return (
    <>
      <Select
        label={t('attribute')}
        w={{ base: '100%', xs: 160 }}
        clearable
        data={(options?.productAttributes ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        value={value('attribute') ?? null}
        onChange={(chosen) => filter({ attribute: chosen ?? undefined, value: undefined })}
      />
      {attribute !== undefined && (
        <Select
          label={t('value')}
          w={{ base: '100%', xs: 160 }}
          clearable
          searchable
          data={attribute.values.map((one) => ({
            value: JSON.stringify(one.value),
            label: `${String(one.value)} (${fmt.number(one.products)})`,
          }))}
          value={value('value') ?? null}
          onChange={(chosen) => filter({ value: chosen ?? undefined })}
        />
      )}
    </>
  );
}

/** Values stand in the address as JSON. */
const printValue = (json: string): string => json.replace(/^"|"$/g, '');
