'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMessageColumns } from '@/features/messages';
import { MemberMessagesDocument } from '@/graphql/generated/graphql';
import { NothingYet } from '@/ui/empty';
import { DataTable, KeysetPager } from '@/ui/table';
import { prefixes } from './history-variables';
import { useMemberPage, type MemberListProps } from './use-member-page';

export function MemberMessages(member: MemberListProps) {
  const t = useTranslations('member');
  const columns = useMessageColumns().filter(({ hidden }) => hidden !== true);
  const graph = useMemberPage(MemberMessagesDocument, 'messages', member, member.history.messages);
  const page = graph.data?.member?.messages;
  return (
    <Stack gap="xs">
      <DataTable
        label={t('messages')}
        columns={columns}
        rows={page?.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        graph={graph}
        empty={<NothingYet title={t('noMessages')} />}
      />
      {page !== undefined && (
        <KeysetPager
          count={page.edges.length}
          total={page.totalCount}
          pageInfo={page.pageInfo}
          prefix={prefixes.messages}
        />
      )}
    </Stack>
  );
}
