'use client';

import { Button, Group, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { receiptHref, receiptLabel } from '@/features/receipts';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { MemberTimelineDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { StatusBadge } from '@/ui/status-badge';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { timelineOf, type TimelineRow } from './timeline-rows';
import type { MemberListProps } from './use-member-page';

const [step, most] = [25, 200];

/** Purchases, points and messages of a member in one list, the last first. */
export function MemberTimeline({ memberId, beats }: Pick<MemberListProps, 'memberId' | 'beats'>) {
  const t = useTranslations('behaviour');
  const [first, setFirst] = useState(step);
  const [receipts, ledger, messages] = [useMay('receipts.read'), useMay('ledger.read'), useMay('messages.read')];
  const graph = useGraph(MemberTimelineDocument, { id: memberId, first, receipts, ledger, messages });
  const { refetch } = graph;
  useEffect(() => {
    if (beats > 0) refetch();
  }, [beats, refetch]);
  const columns = useTimelineColumns();
  const member = graph.data?.member;
  const timeline = member == null ? undefined : timelineOf(member);
  return (
    <Stack gap="xs">
      <DataTable
        label={t('timeline')}
        columns={columns}
        rows={timeline?.rows}
        rowKey={({ key }) => key}
        graph={graph}
        empty={<NothingYet title={t('nothingHappened')} />}
      />
      {timeline?.hasMore === true && first < most && (
        <Group justify="center">
          <Button variant="default" onClick={() => setFirst(first + step)} loading={graph.fetching}>
            {t('earlier')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function useTimelineColumns(): Column<TimelineRow>[] {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  return [
    { key: 'at', header: t('when'), cell: ({ at }) => fmt.dateTime(at) },
    { key: 'what', header: t('event'), wrap: true, cell: (row) => <What row={row} /> },
    { key: 'amount', header: t('amount'), numeric: true, cell: (row) => <Amount row={row} /> },
  ];
}

function What({ row }: { row: TimelineRow }) {
  const [entry, template] = [useEnumLabel('entryKind'), useEnumLabel('template')];
  const t = useTranslations('behaviour');
  if (row.kind === 'PURCHASE') {
    const { purchase } = row;
    return (
      <Group gap="xs">
        <StatusBadge kind="receiptKind" status={purchase.kind} />
        <TextLink href={receiptHref(purchase.id)}>{receiptLabel(purchase)}</TextLink>
        {purchase.store.name}
      </Group>
    );
  }
  if (row.kind === 'POINTS') return t('pointsMoved', { movement: entry(row.entry.kind) });
  return (
    <Group gap="xs">
      <TextLink href={`/messages/${row.message.id}`}>{row.message.subject ?? template(row.message.template)}</TextLink>
      <StatusBadge kind="messageStatus" status={row.message.status} />
    </Group>
  );
}

function Amount({ row }: { row: TimelineRow }) {
  const fmt = useFmt();
  const t = useTranslations('behaviour');
  if (row.kind === 'PURCHASE') return fmt.money(row.purchase.payable);
  if (row.kind === 'MESSAGE') return null;
  const moved = Number(row.entry.available) === 0 ? row.entry.pending : row.entry.available;
  return t('pointsAmount', { points: fmt.pointsSigned(moved) });
}
