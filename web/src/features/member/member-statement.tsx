'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { receiptHref } from '@/features/receipts';
import { useFmt } from '@/fmt';
import { MemberStatementDocument, type MemberStatementQuery } from '@/graphql/generated/graphql';
import { NothingYet } from '@/ui/empty';
import { DataTable, KeysetPager, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { prefixes } from './history-variables';
import { useMemberPage, type MemberListProps } from './use-member-page';

type Edge = NonNullable<MemberStatementQuery['member']>['statement']['edges'][number];

/** Every movement of the wallet, with the balance after it. */
export function MemberStatement(member: MemberListProps) {
  const t = useTranslations('member');
  const graph = useMemberPage(MemberStatementDocument, 'statement', member, member.history.statement);
  const page = graph.data?.member?.statement;
  return (
    <Stack gap="xs">
      <DataTable
        label={t('statement')}
        columns={useStatementColumns(page?.edges.some(({ node }) => Number(node.owed) !== 0) ?? false)}
        rows={page?.edges}
        rowKey={({ cursor }) => cursor}
        graph={graph}
        empty={<NothingYet title={t('noStatement')} />}
      />
      {page !== undefined && (
        <KeysetPager count={page.edges.length} pageInfo={page.pageInfo} prefix={prefixes.statement} />
      )}
    </Stack>
  );
}

function useStatementColumns(owes: boolean): Column<Edge>[] {
  const t = useTranslations('member');
  const fmt = useFmt();
  const kind = useEnumLabel('entryKind');
  const change = (key: 'available' | 'pending' | 'held' | 'owed'): Column<Edge> => ({
    key,
    header: key === 'owed' ? t('owedColumn') : t(key),
    numeric: true,
    cell: ({ node }) => fmt.pointsSigned(node[key]),
  });
  return [
    { key: 'bookedAt', header: t('bookedAt'), cell: ({ node }) => fmt.dateTime(node.bookedAt) },
    {
      key: 'kind',
      header: t('movement'),
      cell: ({ node }) =>
        node.purchaseId === null ? (
          kind(node.kind)
        ) : (
          <TextLink href={receiptHref(node.purchaseId)}>{kind(node.kind)}</TextLink>
        ),
    },
    change('available'),
    change('pending'),
    change('held'),
    ...(owes ? [change('owed')] : []),
    { key: 'after', header: t('balanceAfter'), numeric: true, cell: ({ node }) => fmt.points(node.balanceAfter) },
    { key: 'note', header: t('note'), cell: ({ node }) => node.note },
  ];
}
