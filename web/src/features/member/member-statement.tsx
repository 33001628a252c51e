'use client';

import { Group, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useClient } from 'urql';
import { receiptHref } from '@/features/receipts';
import { useFmt } from '@/fmt';
import { MemberStatementDocument, type MemberStatementQuery } from '@/graphql/generated/graphql';
import { NothingMatches, NothingYet } from '@/ui/empty';
import { DataTable, ExportButton, exportPageSize, KeysetPager, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useUrlState } from '@/ui/url-state';
import { useEnumLabel } from '@/ui/use-enum-label';
import { historyVariables, prefixes } from './history-variables';
import { ProvenStatement } from './proven-statement';
import { StatementFilters, useStatementFilters } from './statement-filters';
import { useMemberPage, type MemberListProps } from './use-member-page';

type Edge = NonNullable<MemberStatementQuery['member']>['statement']['edges'][number];

/** Every movement of the wallet, with the balance after it. */
export function MemberStatement(member: MemberListProps) {
  const t = useTranslations('member');
  const graph = useMemberPage(MemberStatementDocument, 'statement', member, member.history.statement);
  const page = graph.data?.member?.statement;
  const columns = useStatementColumns(page?.edges.some(({ node }) => Number(node.owed) !== 0) ?? false);
  // In files alone: the books write notes in one language, and the movement says the same.
  const note: Column<Edge> = { key: 'note', header: t('note'), cell: () => null, csv: ({ node }) => node.note };
  const loadPage = useStatementExport(member.memberId);
  const { isSet, clear } = useStatementFilters();
  return (
    <Stack gap="xs">
      <StatementFilters />
      <DataTable
        label={t('statement')}
        columns={columns}
        rows={page?.edges}
        rowKey={({ cursor }) => cursor}
        graph={graph}
        empty={isSet ? <NothingMatches onClear={clear} /> : <NothingYet title={t('noStatement')} />}
      />
      <Group justify="space-between">
        <Group gap="xs">
          <ExportButton name="statement" columns={[...columns, note]} loadPage={loadPage} />
          <ProvenStatement memberId={member.memberId} />
        </Group>
        {page !== undefined && (
          <KeysetPager count={page.edges.length} pageInfo={page.pageInfo} prefix={prefixes.statement} />
        )}
      </Group>
    </Stack>
  );
}

function useStatementExport(id: string) {
  const client = useClient();
  const [params] = useUrlState();
  const { timeZone } = useFmt();
  return async (after: string | undefined) => {
    const asked = historyVariables(params, 'statement', { memberId: id, timeZone });
    const page = { ...asked, first: exportPageSize, after };
    const { data, error } = await client.query(MemberStatementDocument, page).toPromise();
    if (data?.member == null) throw error ?? new Error('No answer');
    const { edges, pageInfo } = data.member.statement;
    return { rows: edges, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  };
}

function useStatementColumns(owes: boolean): Column<Edge>[] {
  const t = useTranslations('member');
  const fmt = useFmt();
  const kind = useEnumLabel('entryKind');
  const change = (key: 'available' | 'pending' | 'held' | 'owed', secondary = false): Column<Edge> => ({
    key,
    header: key === 'owed' ? t('owedColumn') : t(key),
    numeric: true,
    secondary,
    cell: ({ node }) => fmt.pointsSigned(node[key]),
    csv: ({ node }) => node[key],
  });
  return [
    {
      key: 'occurredAt',
      header: t('happened'),
      cell: ({ node }) => fmt.dateTime(node.occurredAt),
      csv: ({ node }) => node.occurredAt,
    },
    {
      key: 'bookedAt',
      header: t('bookedAt'),
      secondary: true,
      cell: ({ node }) => fmt.dateTime(node.bookedAt),
      csv: ({ node }) => node.bookedAt,
    },
    {
      key: 'kind',
      header: t('movement'),
      cell: ({ node }) =>
        node.purchaseId === null ? (
          kind(node.kind)
        ) : (
          <TextLink href={receiptHref(node.purchaseId)}>{kind(node.kind)}</TextLink>
        ),
      csv: ({ node }) => kind(node.kind),
    },
    change('available'),
    change('pending', true),
    change('held', true),
    ...(owes ? [change('owed')] : []),
    {
      key: 'after',
      header: t('balanceAfter'),
      numeric: true,
      cell: ({ node }) => fmt.points(node.balanceAfter),
      csv: ({ node }) => node.balanceAfter,
    },
  ];
}
