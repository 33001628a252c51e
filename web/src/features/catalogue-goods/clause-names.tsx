'use client';

import { MultiSelect, TagsInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { useFmt } from '@/fmt';
import { ProductSetNamesDocument, type CatalogueFiltersQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import type { Clause } from './goods-form';
import { useProducts } from './use-products';

interface Props {
  clause: Clause;
  options: CatalogueFiltersQuery | undefined;
  onChange: (names: string[]) => void;
}

const shownMax = 100;

/** What a clause names: chosen from what the catalogue has. */
export function ClauseNames({ clause, options, onChange }: Props) {
  const t = useTranslations('goods');
  const fmt = useFmt();
  if (clause.kind === 'SKU') return <SkuNames names={clause.names} onChange={onChange} />;
  if (clause.kind === 'SET') return <SetNames names={clause.names} onChange={onChange} />;
  const counted = (value: string, count: number) => ({ value, label: `${value} (${fmt.number(count)})` });
  const known =
    clause.kind === 'CATEGORY'
      ? (options?.categories ?? []).map(({ path, products }) => counted(path, products))
      : (options?.brands ?? []).map(({ name, products }) => counted(name, products));
  if (clause.kind === 'ATTRIBUTE') {
    const values = options?.productAttributes.find(({ key }) => key === clause.key)?.values ?? [];
    return (
      <TagsInput
        {...fieldProps(t('values'), clause.names)}
        data={values.map(({ value }) => String(value))}
        value={clause.names}
        onChange={onChange}
      />
    );
  }
  return (
    <MultiSelect
      {...fieldProps(t('values'), clause.names)}
      searchable
      limit={shownMax}
      data={withChosen(known, clause.names)}
      value={clause.names}
      onChange={onChange}
    />
  );
}

interface NamesProps {
  names: string[];
  onChange: (names: string[]) => void;
}

function SkuNames({ names, onChange }: NamesProps) {
  const t = useTranslations('goods');
  const [text, setText] = useState('');
  const products = useProducts(text);
  return (
    <TagsInput
      {...fieldProps(t('values'), names)}
      data={products.map(({ sku }) => sku)}
      renderOption={({ option }) => `${option.value} · ${products.find(({ sku }) => sku === option.value)?.name ?? ''}`}
      // The service has searched already, also by name.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={names}
      onChange={onChange}
    />
  );
}

function SetNames({ names, onChange }: NamesProps) {
  const t = useTranslations('goods');
  const { data } = useGraph(ProductSetNamesDocument, {});
  const sets = (data?.productSets.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  return (
    <MultiSelect
      {...fieldProps(t('values'), names)}
      searchable
      limit={shownMax}
      data={withChosen(sets, names)}
      value={names}
      onChange={onChange}
    />
  );
}

const fieldProps = (label: string, names: string[]) => ({
  'aria-label': label,
  ...(names.length === 0 ? { placeholder: label } : {}),
  flex: 1,
  miw: 200,
});

/** Chosen earlier and gone from the catalogue since: still shown, still removable. */
const withChosen = (options: { value: string; label: string }[], chosen: string[]) => [
  ...options,
  ...chosen.filter((value) => !options.some((one) => one.value === value)).map((value) => ({ value, label: value })),
];
