'use client';

import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFmt } from '@/fmt';
import type { LiabilityFieldsFragment, LiabilityQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { Panel } from '@/ui/panel';
import { DataTable, ExportButton, type Column } from '@/ui/table';

type Figures = LiabilityFieldsFragment;

/** By legal entity and together, beside the programme's own accounts, which must say the same to the tiyn. */
export function LiabilityTable({ graph, control }: { graph: Graph<LiabilityQuery>; control: ReactNode }) {
  const t = useTranslations('books');
  const fmt = useFmt();
  const columns = useFiguresColumns();
  const liability = graph.data?.liability;
  const rows = liability === undefined ? [] : [...liability.entities, liability.total];
  return (
    <Panel
      title={t('liability.byEntity')}
      graph={graph}
      action={<ExportButton name="liability" columns={columns} loadPage={async () => ({ rows, endCursor: null })} />}
    >
      <Group align="flex-end" gap="sm">
        {control}
        {liability !== undefined && (
          <Text fz="sm" c="dimmed" className="num">
            {fmt.dateTime(liability.asOf)}
          </Text>
        )}
      </Group>
      <DataTable
        label={t('liability.byEntity')}
        columns={columns}
        rows={rows}
        rowKey={({ legalEntity }) => legalEntity ?? ''}
        graph={graph}
        empty={t('none')}
      />
    </Panel>
  );
}

function useFiguresColumns(): Column<Figures>[] {
  const t = useTranslations('books');
  const fmt = useFmt();
  const amount = (key: 'available' | 'pending' | 'held' | 'owed' | 'total', secondary = false): Column<Figures> => ({
    key,
    header: t(key),
    numeric: true,
    secondary,
    cell: (row) => (key === 'total' ? <strong>{fmt.points(row[key])}</strong> : fmt.points(row[key])),
    csv: (row) => row[key],
  });
  return [
    {
      key: 'entity',
      header: t('legalEntity'),
      wrap: true,
      cell: ({ legalEntity }) => legalEntity ?? <strong>{t('allEntities')}</strong>,
      csv: ({ legalEntity }) => legalEntity ?? '',
    },
    amount('available', true),
    amount('pending', true),
    amount('held', true),
    amount('owed', true),
    amount('total'),
    {
      key: 'control',
      header: t('control'),
      numeric: true,
      cell: ({ control, total }) => `${fmt.points(control)} ${control === total ? '✓' : '≠'}`,
      csv: ({ control }) => control,
    },
  ];
}
