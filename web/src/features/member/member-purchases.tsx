'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useReceiptColumns } from '@/features/receipts';
import { MemberPurchasesDocument } from '@/graphql/generated/graphql';
import { NothingYet } from '@/ui/empty';
import { DataTable, KeysetPager } from '@/ui/table';
import { prefixes } from './history-variables';
import { useMemberPage, type MemberListProps } from './use-member-page';

export function MemberPurchases(member: MemberListProps) {
  const t = useTranslations('member');
  const columns = useReceiptColumns().filter(({ hidden }) => hidden !== true);
  const graph = useMemberPage(MemberPurchasesDocument, 'purchases', member, member.history.purchases);
  const page = graph.data?.member?.purchases;
  return (
    <Stack gap="xs">
      <DataTable
        label={t('purchases')}
        columns={columns}
        rows={page?.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        graph={graph}
        empty={<NothingYet title={t('noPurchases')} />}
      />
      {page !== undefined && (
        <KeysetPager
          count={page.edges.length}
          total={page.totalCount}
          pageInfo={page.pageInfo}
          prefix={prefixes.purchases}
        />
      )}
    </Stack>
  );
}
