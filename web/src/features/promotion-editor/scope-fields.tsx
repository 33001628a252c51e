'use client';

import { MultiSelect, TagsInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useFmt } from '@/fmt';
import { ScopeOptionsDocument } from '@/graphql/generated/graphql';
import type { FormHandle } from './form-handle';
import { useProducts } from './use-products';

/** Which goods the promotion touches; what is left empty restricts nothing. */
export function ScopeFields({ form }: { form: FormHandle }) {
  const t = useTranslations('promotion');
  const fmt = useFmt();
  const [text, setText] = useState('');
  const products = useProducts(text);
  const [{ data }] = useQuery({ query: ScopeOptionsDocument, variables: {}, pause: typeof window === 'undefined' });
  const counted = (value: string, count: number) => ({ value, label: `${value} (${fmt.number(count)})` });
  // Chosen earlier and gone from the catalogue since: still shown, still removable.
  const withChosen = (options: { value: string; label: string }[], chosen: string[]) => [
    ...options,
    ...chosen
      .filter((value) => !options.some((option) => option.value === value))
      .map((value) => ({ value, label: value })),
  ];
  const categories = (data?.categories ?? []).map(({ path, products: count }) => counted(path, count));
  const brands = (data?.brands ?? []).map(({ name, products: count }) => counted(name, count));
  return (
    <>
      <MultiSelect
        label={t('categories')}
        description={t('categoriesHelp')}
        searchable
        clearable
        limit={100}
        data={withChosen(categories, form.values.categories)}
        {...form.getInputProps('categories')}
      />
      <MultiSelect
        label={t('brands')}
        searchable
        clearable
        limit={100}
        data={withChosen(brands, form.values.brands)}
        {...form.getInputProps('brands')}
      />
      <TagsInput
        label={t('skus')}
        description={t('skusHelp')}
        clearable
        data={products.map(({ sku }) => sku)}
        renderOption={({ option }) => {
          const product = products.find(({ sku }) => sku === option.value);
          return `${option.value} · ${product?.name ?? ''}`;
        }}
        // The service has searched already, also by name.
        filter={({ options }) => options}
        searchValue={text}
        onSearchChange={setText}
        {...form.getInputProps('skus')}
      />
    </>
  );
}
