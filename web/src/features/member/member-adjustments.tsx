'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useAdjustmentColumns } from '@/features/adjustments';
import { MemberAdjustmentsDocument } from '@/graphql/generated/graphql';
import { NothingYet } from '@/ui/empty';
import { DataTable, KeysetPager } from '@/ui/table';
import { prefixes } from './history-variables';
import { useMemberPage, type MemberListProps } from './use-member-page';

/** Points that were given or taken by hand, with those that wait for approval. */
export function MemberAdjustments(member: MemberListProps) {
  const t = useTranslations('member');
  const columns = useAdjustmentColumns().filter(({ key, hidden }) => hidden !== true && key !== 'member');
  const graph = useMemberPage(MemberAdjustmentsDocument, 'adjustments', member, member.history.adjustments);
  const page = graph.data?.member?.adjustments;
  return (
    <Stack gap="xs">
      <DataTable
        label={t('adjustments')}
        columns={columns}
        rows={page?.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        graph={graph}
        empty={<NothingYet title={t('noAdjustments')} />}
      />
      {page !== undefined && (
        <KeysetPager
          count={page.edges.length}
          total={page.totalCount}
          pageInfo={page.pageInfo}
          prefix={prefixes.adjustments}
        />
      )}
    </Stack>
  );
}
