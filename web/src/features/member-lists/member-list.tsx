'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  MemberListDocument,
  RemoveFromMemberListDocument,
  type MemberListQuery,
  type MemberListQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { FailureAlert } from '@/ui/failure-alert';
import { notifyDone } from '@/ui/notify';
import { Page } from '@/ui/page';
import { StatusBadge } from '@/ui/status-badge';
import { DataTable, KeysetPager, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useUrlState } from '@/ui/url-state';
import { DeleteList } from './delete-list';
import { UploadMembers } from './upload-members';
import { listVariables } from './variables';

const NameList = dynamic(async () => (await import('./name-list')).NameList);

type Listed = NonNullable<MemberListQuery['memberList']>['members']['edges'][number]['node'];

/** One list: who is on it, and a file for more. */
export function MemberList({ first }: { first: Loaded<MemberListQuery, MemberListQueryVariables> }) {
  const t = useTranslations('memberLists');
  const fmt = useFmt();
  const [params] = useUrlState();
  const graph = useGraph(MemberListDocument, listVariables(first.variables.id, params), { first });
  const mayWrite = useMay('promotions.write');
  const [naming, name] = useDisclosure();
  const list = graph.data?.memberList ?? undefined;
  const columns = useListedColumns(mayWrite ? list?.id : undefined, graph.refetch);
  const actions = mayWrite && list !== undefined && (
    <Group gap="xs">
      <Button variant="default" onClick={name.open}>
        {t('rename')}
      </Button>
      <DeleteList list={list} />
    </Group>
  );
  return (
    <Page title={list?.name ?? t('title')} crumbs={[{ label: t('title'), href: '/member-lists' }]} actions={actions}>
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      <Stack gap="md">
        {list !== undefined && (
          <Text fz="sm" className="num">
            {t('count', { count: list.size, n: fmt.number(list.size) })}
          </Text>
        )}
        {mayWrite && list !== undefined && <UploadMembers listId={list.id} onAdded={graph.refetch} />}
        <DataTable
          label={t('members')}
          columns={columns}
          rows={list?.members.edges.map(({ node }) => node)}
          rowKey={({ id }) => id}
          graph={graph}
          empty={<NothingYet title={t('nobody')} hint={t('nobodyHint')} />}
        />
        {list !== undefined && (
          <KeysetPager count={list.members.edges.length} total={list.size} pageInfo={list.members.pageInfo} />
        )}
      </Stack>
      {naming && list !== undefined && <NameList known={list} onClose={name.close} onSaved={graph.refetch} />}
    </Page>
  );
}

function useListedColumns(listId: string | undefined, onChanged: () => void): Column<Listed>[] {
  const t = useTranslations('memberLists');
  const columns: Column<Listed>[] = [
    {
      key: 'name',
      header: t('member'),
      cell: ({ id, displayName }) => <TextLink href={`/members/${id}`}>{displayName}</TextLink>,
    },
    { key: 'externalId', header: t('externalId'), secondary: true, cell: ({ externalId }) => externalId ?? '—' },
    { key: 'city', header: t('city'), secondary: true, cell: ({ city }) => city ?? '—' },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusBadge kind="memberStatus" status={status} />,
    },
  ];
  if (listId === undefined) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: t('actions'),
      cell: (member) => <TakeOff listId={listId} member={member} onChanged={onChanged} />,
    },
  ];
}

function TakeOff({ listId, member, onChanged }: { listId: string; member: Listed; onChanged: () => void }) {
  const t = useTranslations('memberLists');
  const [remove, busy] = useChange(RemoveFromMemberListDocument);
  const run = async () => {
    if ((await remove({ input: { listId, memberIds: [member.id] } })) === undefined) return;
    notifyDone(t('takenOff'));
    onChanged();
  };
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      loading={busy}
      aria-label={`${t('takeOff')}: ${member.displayName}`}
      onClick={() => void run()}
    >
      {t('takeOff')}
    </Button>
  );
}
