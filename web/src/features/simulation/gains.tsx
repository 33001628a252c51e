'use client';

import { SegmentedControl, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import type { SimulationGainsFragment } from '@/graphql/generated/graphql';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';

interface Props {
  side: 'winners' | 'losers';
  gains: SimulationGainsFragment;
}

/** Who pays less or gets more, or the other way round; each leads to the member or the receipt. */
export function Gains({ side, gains }: Props) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const [by, setBy] = useState<'members' | 'receipts'>('members');
  const { receipts, members, amount } = gains;
  return (
    <Panel
      title={t(side)}
      action={
        <SegmentedControl
          size="xs"
          aria-label={t(side)}
          value={by}
          onChange={(value) => setBy(value === 'receipts' ? 'receipts' : 'members')}
          data={[
            { value: 'members', label: t('byMember') },
            { value: 'receipts', label: t('byReceipt') },
          ]}
        />
      }
    >
      <Text fz="sm" c="dimmed" className="num">
        {t('sideSum', { receipts: fmt.number(receipts), members: fmt.number(members), amount: fmt.money(amount) })}
      </Text>
      {by === 'members' ? (
        <Members rows={gains.topMembers} label={t(side)} />
      ) : (
        <Receipts rows={gains.topReceipts} label={t(side)} />
      )}
    </Panel>
  );
}

interface Gain {
  gain: string;
  money: string;
  points: string;
}

function useGainColumns<Row extends Gain>(): Column<Row>[] {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  return [
    { key: 'gain', header: t('gain'), numeric: true, cell: ({ gain }) => fmt.money(gain) },
    { key: 'money', header: t('inMoney'), numeric: true, cell: ({ money }) => fmt.money(money) },
    { key: 'points', header: t('inPoints'), numeric: true, cell: ({ points }) => fmt.points(points) },
  ];
}

function Members({ rows, label }: { rows: SimulationGainsFragment['topMembers']; label: string }) {
  const t = useTranslations('simulation');
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'member',
      header: t('member'),
      cell: ({ member }) => <TextLink href={`/members/${member.id}`}>{member.displayName}</TextLink>,
    },
    ...useGainColumns<(typeof rows)[number]>(),
  ];
  return <Table label={label} columns={columns} rows={rows} rowKey={({ member }) => member.id} />;
}

function Receipts({ rows, label }: { rows: SimulationGainsFragment['topReceipts']; label: string }) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'receipt',
      header: t('receipt'),
      cell: ({ purchaseId, at }) => <TextLink href={`/receipts/${purchaseId}`}>{fmt.dateTime(at)}</TextLink>,
    },
    ...useGainColumns<(typeof rows)[number]>(),
  ];
  return <Table label={label} columns={columns} rows={rows} rowKey={({ purchaseId }) => purchaseId} />;
}

function Table<Row>(props: { label: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string }) {
  const t = useTranslations('simulation');
  return <DataTable {...props} empty={<Text fz="sm">{t('nobody')}</Text>} />;
}
