'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { CatalogueNav } from '@/features/catalogue';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  ProductSetsDocument,
  type ProductSetRowFragment,
  type ProductSetsQuery,
  type ProductSetsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Link } from '@/i18n/navigation';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { SearchField } from '@/ui/search-field';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { setFilters, setsVariables } from './variables';

/** Goods under one name, for promotions to name. */
export function ProductSets({ first }: { first: Loaded<ProductSetsQuery, ProductSetsQueryVariables> }) {
  const t = useTranslations('productSets');
  const [params] = useUrlState();
  const variables = setsVariables(params, useLocale());
  const graph = useGraph(ProductSetsDocument, variables, { first });
  const { filter, chip, value } = useFilters();
  const create = useMay('catalogue.write') && (
    <Button
      component={Link}
      href="/catalogue/sets/new"
      prefetch={false}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </Button>
  );
  return (
    <ListPage
      name="product-sets"
      title={t('title')}
      actions={create}
      columns={useSetColumns()}
      document={ProductSetsDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.productSets}
      filters={(clear) => (
        <>
          <CatalogueNav part="sets" />
          <FilterBar chips={chip('q', t('search'))} onClear={clear}>
            <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} />
          </FilterBar>
        </>
      )}
      filterKeys={setFilters}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} action={create} />}
    />
  );
}

function useSetColumns(): Column<ProductSetRowFragment>[] {
  const t = useTranslations('productSets');
  const fmt = useFmt();
  const kind = useEnumLabel('productSetKind');
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => <TextLink href={`/catalogue/sets/${encodeURIComponent(id)}`}>{name}</TextLink>,
      csv: ({ name }) => name,
    },
    { key: 'kind', header: t('kind'), cell: (set) => kind(set.kind), csv: (set) => set.kind },
    {
      key: 'sentence',
      header: t('rule'),
      wrap: true,
      secondary: true,
      cell: ({ sentence }) => sentence ?? '—',
      csv: ({ sentence }) => sentence ?? '',
    },
    {
      key: 'size',
      header: t('size'),
      numeric: true,
      cell: ({ size }) => fmt.number(size),
      csv: ({ size }) => String(size),
    },
    {
      key: 'updatedAt',
      header: t('updatedAt'),
      numeric: true,
      cell: ({ updatedAt }) => fmt.dateTime(updatedAt),
      csv: ({ updatedAt }) => updatedAt,
    },
  ];
}
