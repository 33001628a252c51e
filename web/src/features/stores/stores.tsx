'use client';

import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt, useNow } from '@/fmt';
import {
  StoresDocument,
  TillsDocument,
  type StoreFieldsFragment,
  type StoresQuery,
  type StoresQueryVariables,
  type TillsQuery,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';

const EditStore = dynamic(async () => (await import('./edit-store')).EditStore);

type Till = TillsQuery['tills'][number];

/** The chain's stores and the tills that have booked something. */
export function Stores({ first }: { first: Loaded<StoresQuery, StoresQueryVariables> }) {
  const t = useTranslations('stores');
  const graph = useGraph(StoresDocument, {}, { first });
  const tills = useGraph(TillsDocument, {});
  const mayWrite = useMay('stores.write');
  const [edited, setEdited] = useState<StoreFieldsFragment | 'new'>();
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={add}>
      <Stack gap="md">
        <DataTable
          label={t('title')}
          columns={useStoreColumns(mayWrite ? setEdited : undefined)}
          rows={graph.data?.stores}
          rowKey={({ id }) => id}
          graph={graph}
          empty={<NothingYet title={t('none')} hint={t('noneHint')} action={add} />}
        />
        <Panel title={t('tills')} graph={tills}>
          <DataTable
            label={t('tills')}
            columns={useTillColumns()}
            rows={tills.data?.tills}
            rowKey={({ id, store }) => `${store.id} ${id}`}
            empty={<NothingYet title={t('noTills')} />}
          />
        </Panel>
      </Stack>
      {edited !== undefined && (
        <EditStore
          store={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSaved={graph.refetch}
        />
      )}
    </Page>
  );
}

function useStoreColumns(onEdit: ((store: StoreFieldsFragment) => void) | undefined): Column<StoreFieldsFragment>[] {
  const t = useTranslations('stores');
  const fmt = useFmt();
  const columns: Column<StoreFieldsFragment>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => <TextLink href={`/receipts?store=${id}`}>{name}</TextLink>,
    },
    { key: 'id', header: t('id'), cell: ({ id }) => id },
    { key: 'city', header: t('city'), cell: ({ city }) => city },
    { key: 'banner', header: t('banner'), cell: ({ banner }) => banner ?? '—' },
    { key: 'format', header: t('format'), cell: ({ format }) => format ?? '—' },
    { key: 'entity', header: t('legalEntity'), cell: ({ legalEntity }) => legalEntity },
    { key: 'zone', header: t('timeZone'), cell: ({ timeZone }) => timeZone },
    {
      key: 'opened',
      header: t('openedOn'),
      numeric: true,
      cell: ({ openedOn }) => (openedOn ? fmt.date(openedOn) : '—'),
    },
    {
      key: 'closed',
      header: t('closedOn'),
      numeric: true,
      cell: ({ closedOn }) => (closedOn ? fmt.date(closedOn) : '—'),
    },
  ];
  if (onEdit === undefined) return columns;
  const edit: Column<StoreFieldsFragment> = {
    key: 'edit',
    header: t('actions'),
    cell: (store) => (
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={t('editOf', { name: store.name })}
        onClick={() => onEdit(store)}
      >
        {t('edit')}
      </Button>
    ),
  };
  return [...columns, edit];
}

function useTillColumns(): Column<Till>[] {
  const t = useTranslations('stores');
  const fmt = useFmt();
  const now = useNow();
  return [
    { key: 'id', header: t('till'), cell: ({ id }) => id },
    { key: 'store', header: t('store'), cell: ({ store }) => store.name },
    {
      key: 'today',
      header: t('receiptsToday'),
      numeric: true,
      cell: ({ receiptsToday }) => fmt.number(receiptsToday),
    },
    { key: 'seen', header: t('lastSeenAt'), cell: ({ lastSeenAt }) => fmt.relative(lastSeenAt, now) },
  ];
}
