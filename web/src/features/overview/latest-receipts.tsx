'use client';

import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt, useNow, type Fmt } from '@/fmt';
import type { LatestReceiptsQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';

type Receipt = LatestReceiptsQuery['purchases']['edges'][number]['node'];

/** The last receipts of the chain, as they are booked. */
export function LatestReceipts({ graph }: { graph: Graph<LatestReceiptsQuery> }) {
  const t = useTranslations('overview');
  const columns = useReceiptColumns();
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('latest')}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{t('latest')}</Title>
          <Text fz="sm">
            <TextLink href="/receipts">{t('allReceipts')}</TextLink>
          </Text>
        </Group>
        <DataTable
          label={t('latest')}
          columns={columns}
          rows={graph.data?.purchases.edges.map(({ node }) => node)}
          rowKey={(receipt) => receipt.id}
          // Replaced every few seconds: dimming each time would only flicker.
          graph={{ ...graph, fetching: false }}
          empty={<NothingYet title={t('noReceipts')} />}
        />
      </Stack>
    </Paper>
  );
}

function useReceiptColumns(): Column<Receipt>[] {
  const t = useTranslations('receipts');
  const fmt = useFmt();
  const now = useNow();
  return [
    {
      key: 'number',
      header: t('number'),
      cell: ({ id, receiptNumber }) => (
        <TextLink href={`/receipts/${encodeURIComponent(id)}`}>{receiptNumber ?? id.slice(-8)}</TextLink>
      ),
    },
    { key: 'when', header: t('occurredAt'), cell: ({ occurredAt }) => fmt.relative(occurredAt, now) },
    { key: 'store', header: t('store'), cell: ({ store }) => store.name },
    {
      key: 'member',
      header: t('member'),
      cell: ({ member }) =>
        member === null ? (
          <Text span inherit c="dimmed">
            {t('anonymous')}
          </Text>
        ) : (
          <TextLink href={`/members/${member.id}`}>{member.displayName}</TextLink>
        ),
    },
    { key: 'payable', header: t('payable'), numeric: true, cell: ({ payable }) => fmt.money(payable) },
    { key: 'points', header: t('points'), numeric: true, cell: (receipt) => pointsOf(receipt, fmt) },
  ];
}

function pointsOf({ pointsEarned, pointsSpent }: Receipt, fmt: Fmt): string {
  const earned = Number(pointsEarned) === 0 ? '' : `+${fmt.points(pointsEarned)}`;
  const spent = Number(pointsSpent) === 0 ? '' : `\u2212${fmt.points(pointsSpent)}`;
  return [earned, spent].filter(Boolean).join(' / ') || '—';
}
