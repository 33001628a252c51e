'use client';

import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { CatalogueNav } from '@/features/catalogue';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  ProductAttributesDocument,
  type AttributeFieldsFragment,
  type ProductAttributesQuery,
  type ProductAttributesQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { EditedAttribute } from './edit-attribute';

const EditAttribute = dynamic(async () => (await import('./edit-attribute')).EditAttribute);

type Offered = ProductAttributesQuery['undeclaredAttributes'][number];

/** What products are described by, and what files offered that nobody has declared. */
export function ProductAttributes({
  first,
}: {
  first: Loaded<ProductAttributesQuery, ProductAttributesQueryVariables>;
}) {
  const t = useTranslations('productAttributes');
  const graph = useGraph(ProductAttributesDocument, first.variables, { first });
  const mayWrite = useMay('catalogue.write');
  const [edited, setEdited] = useState<EditedAttribute>();
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited({})}>
      {t('create')}
    </Button>
  );
  const offered = graph.data?.undeclaredAttributes ?? [];
  const edit = (attribute: AttributeFieldsFragment) => setEdited({ known: attribute });
  const declare = ({ key, suggestedType }: Offered) =>
    setEdited({ known: graph.data?.productAttributes.find((one) => one.key === key), offered: { key, suggestedType } });
  return (
    <Page title={t('title')} actions={add}>
      <CatalogueNav part="attributes" />
      <Stack gap="md">
        <DataTable
          label={t('title')}
          columns={useAttributeColumns(mayWrite ? edit : undefined)}
          rows={graph.data?.productAttributes}
          rowKey={({ key }) => key}
          graph={graph}
          empty={<NothingYet title={t('none')} hint={t('noneHint')} action={add} />}
        />
        {offered.length > 0 && <OfferedAttributes offered={offered} onDeclare={mayWrite ? declare : undefined} />}
      </Stack>
      {edited !== undefined && (
        <EditAttribute edited={edited} onClose={() => setEdited(undefined)} onSaved={graph.refetch} />
      )}
    </Page>
  );
}

function useAttributeColumns(
  onEdit: ((attribute: AttributeFieldsFragment) => void) | undefined,
): Column<AttributeFieldsFragment>[] {
  const t = useTranslations('productAttributes');
  const type = useEnumLabel('attributeType');
  const columns: Column<AttributeFieldsFragment>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => name },
    { key: 'key', header: t('key'), cell: ({ key }) => `attr:${key}` },
    { key: 'type', header: t('type'), cell: (row) => type(row.type) },
    { key: 'unit', header: t('unit'), cell: ({ unit }) => unit ?? '—' },
    {
      key: 'allowed',
      header: t('allowedValues'),
      wrap: true,
      cell: ({ allowedValues }) => allowedValues.join(', ') || t('any'),
    },
  ];
  if (onEdit === undefined) return columns;
  return [...columns, action(t('actions'), t('edit'), onEdit)];
}

function OfferedAttributes({
  offered,
  onDeclare,
}: {
  offered: Offered[];
  onDeclare: ((offered: Offered) => void) | undefined;
}) {
  const t = useTranslations('productAttributes');
  const fmt = useFmt();
  const columns: Column<Offered>[] = [
    { key: 'key', header: t('key'), cell: ({ key }) => `attr:${key}` },
    {
      key: 'why',
      header: t('why'),
      wrap: true,
      cell: ({ isDeclared }) => t(isDeclared ? 'doesNotFit' : 'notDeclared'),
    },
    { key: 'products', header: t('products'), numeric: true, cell: ({ products }) => fmt.number(products) },
    { key: 'samples', header: t('samples'), wrap: true, cell: ({ samples }) => samples.join(', ') },
    ...(onDeclare === undefined ? [] : [action<Offered>(t('actions'), t('declare'), onDeclare)]),
  ];
  return (
    <Panel title={t('offered')}>
      <Text fz="sm" c="dimmed">
        {t('offeredHelp')}
      </Text>
      <DataTable label={t('offered')} columns={columns} rows={offered} rowKey={({ key }) => key} empty={null} />
    </Panel>
  );
}

const action = <Row extends { key: string }>(header: string, label: string, run: (row: Row) => void): Column<Row> => ({
  key: 'action',
  header,
  cell: (row) => (
    <Button variant="subtle" size="compact-xs" aria-label={`${label}: ${row.key}`} onClick={() => run(row)}>
      {label}
    </Button>
  ),
});
