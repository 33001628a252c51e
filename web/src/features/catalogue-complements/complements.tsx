'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { CatalogueNav } from '@/features/catalogue';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  ComplementsDocument,
  type ComplementFieldsFragment,
  type ComplementsQuery,
  type ComplementsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';

const EditComplement = dynamic(async () => (await import('./edit-complement')).EditComplement);

/** Which goods belong to which. */
export function Complements({ first }: { first: Loaded<ComplementsQuery, ComplementsQueryVariables> }) {
  const t = useTranslations('complements');
  const fmt = useFmt();
  const graph = useGraph(ComplementsDocument, first.variables, { first });
  const mayWrite = useMay('catalogue.write');
  const [edited, setEdited] = useState<ComplementFieldsFragment | 'new'>();
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('create')}
    </Button>
  );
  const columns: Column<ComplementFieldsFragment>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => name },
    { key: 'goods', header: t('goods'), wrap: true, cell: ({ goodsSentence }) => goodsSentence },
    { key: 'accessory', header: t('accessory'), wrap: true, cell: ({ accessorySentence }) => accessorySentence },
    { key: 'updatedAt', header: t('updatedAt'), numeric: true, cell: ({ updatedAt }) => fmt.dateTime(updatedAt) },
    ...(mayWrite ? [editColumn(t('actions'), t('edit'), (name) => t('editOf', { name }), setEdited)] : []),
  ];
  return (
    <Page title={t('title')} actions={add}>
      <CatalogueNav part="complements" />
      <DataTable
        label={t('title')}
        columns={columns}
        rows={graph.data?.complements}
        rowKey={({ id }) => id}
        graph={graph}
        empty={<NothingYet title={t('none')} hint={t('noneHint')} action={add} />}
      />
      {edited !== undefined && (
        <EditComplement
          complement={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSaved={graph.refetch}
        />
      )}
    </Page>
  );
}

const editColumn = (
  header: string,
  label: string,
  labelOf: (name: string) => string,
  onEdit: (complement: ComplementFieldsFragment) => void,
): Column<ComplementFieldsFragment> => ({
  key: 'edit',
  header,
  cell: (complement) => (
    <Button variant="subtle" size="compact-xs" aria-label={labelOf(complement.name)} onClick={() => onEdit(complement)}>
      {label}
    </Button>
  ),
});
