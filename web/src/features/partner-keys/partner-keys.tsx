'use client';

import { Badge, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useFmt, useNow } from '@/fmt';
import {
  PartnerKeysDocument,
  RevokePartnerKeyDocument,
  type PartnerKeyFieldsFragment,
  type PartnerKeysQuery,
  type PartnerKeysQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { notifyDone } from '@/ui/notify';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';

const CreateKey = dynamic(async () => (await import('./create-key')).CreateKey);

/** Keys of tills, partners and integrations. */
export function PartnerKeys({ first }: { first: Loaded<PartnerKeysQuery, PartnerKeysQueryVariables> }) {
  const t = useTranslations('partnerKeys');
  const graph = useGraph(PartnerKeysDocument, {}, { first });
  const [revoke] = useChange(RevokePartnerKeyDocument);
  const [creating, create] = useDisclosure();
  const ask = (key: PartnerKeyFieldsFragment) =>
    modals.openConfirmModal({
      title: t('revoke'),
      children: <Text fz="sm">{t('revokeHint', { name: key.name })}</Text>,
      labels: { confirm: t('revoke'), cancel: t('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: async () => {
        if ((await revoke({ id: key.id })) === undefined) return;
        notifyDone(t('revoked'));
        graph.refetch();
      },
    });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create.open}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={add}>
      <DataTable
        label={t('title')}
        columns={useKeyColumns(ask)}
        rows={graph.data?.partnerKeys}
        rowKey={({ id }) => id}
        graph={graph}
        empty={<NothingYet title={t('none')} hint={t('noneHint')} action={add} />}
      />
      {creating && <CreateKey onClose={create.close} onCreated={graph.refetch} />}
    </Page>
  );
}

function useKeyColumns(onRevoke: (key: PartnerKeyFieldsFragment) => void): Column<PartnerKeyFieldsFragment>[] {
  const t = useTranslations('partnerKeys');
  const fmt = useFmt();
  const now = useNow();
  return [
    { key: 'name', header: t('name'), cell: ({ name }) => name },
    { key: 'prefix', header: t('prefix'), cell: ({ prefix }) => `${prefix}…` },
    { key: 'state', header: t('state'), cell: (key) => <KeyState keyFields={key} /> },
    { key: 'scopes', header: t('scopes'), cell: ({ scopes }) => scopes.join(', ') },
    {
      key: 'used',
      header: t('lastUsedAt'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : fmt.relative(lastUsedAt, now)),
    },
    { key: 'created', header: t('createdAt'), numeric: true, cell: ({ createdAt }) => fmt.date(createdAt) },
    {
      key: 'expires',
      header: t('expiresAt'),
      numeric: true,
      cell: ({ expiresAt }) => (expiresAt === null ? t('never') : fmt.date(expiresAt)),
    },
    {
      key: 'revoke',
      header: t('actions'),
      cell: (key) =>
        key.revokedAt === null && (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={t('revokeOf', { name: key.name })}
            onClick={() => onRevoke(key)}
          >
            {t('revoke')}
          </Button>
        ),
    },
  ];
}

function KeyState({ keyFields: { revokedAt, expiresAt } }: { keyFields: PartnerKeyFieldsFragment }) {
  const t = useTranslations('partnerKeys');
  const now = useNow();
  if (revokedAt !== null) return <Badge color="red">{t('stateRevoked')}</Badge>;
  if (expiresAt !== null && Date.parse(expiresAt) <= now) return <Badge color="gray">{t('stateExpired')}</Badge>;
  return <Badge color="teal">{t('stateActive')}</Badge>;
}
