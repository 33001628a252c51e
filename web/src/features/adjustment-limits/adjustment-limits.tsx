'use client';

import { Button, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import {
  AdjustmentLimitsDocument,
  type AdjustmentLimitFieldsFragment,
  type AdjustmentLimitsQuery,
  type AdjustmentLimitsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { EditLimit } from './edit-limit';

/** How many points staff of each role may give or take by hand, and above what a colleague must agree. */
export function AdjustmentLimits({ first }: { first: Loaded<AdjustmentLimitsQuery, AdjustmentLimitsQueryVariables> }) {
  const t = useTranslations('adjustmentLimits');
  const graph = useGraph(AdjustmentLimitsDocument, {}, { first });
  const [edited, setEdited] = useState<AdjustmentLimitFieldsFragment>();
  return (
    <Page title={t('title')}>
      <Text fz="sm" maw={720}>
        {t('hint')}
      </Text>
      <DataTable
        label={t('title')}
        columns={useLimitColumns(setEdited)}
        rows={graph.data?.adjustmentLimits}
        rowKey={({ role }) => role}
        graph={graph}
        empty={null}
      />
      {edited !== undefined && (
        <EditLimit limit={edited} onClose={() => setEdited(undefined)} onSaved={graph.refetch} />
      )}
    </Page>
  );
}

type Limit = AdjustmentLimitFieldsFragment;

function useLimitColumns(onEdit: (limit: Limit) => void): Column<Limit>[] {
  const t = useTranslations('adjustmentLimits');
  const fmt = useFmt();
  const role = useEnumLabel('role');
  const amount = (key: 'perAdjustment' | 'perDay' | 'approvalAbove'): Column<Limit> => ({
    key,
    header: t(key),
    numeric: true,
    cell: (limit) => fmt.points(limit[key]),
  });
  return [
    { key: 'role', header: t('role'), cell: (limit) => role(limit.role) },
    amount('perAdjustment'),
    amount('perDay'),
    amount('approvalAbove'),
    {
      key: 'changedAt',
      header: t('changedAt'),
      secondary: true,
      cell: ({ changedAt, changedByName }) =>
        changedAt === null ? t('asDelivered') : [fmt.dateTime(changedAt), changedByName].filter(Boolean).join(' · '),
    },
    {
      key: 'edit',
      header: t('edit'),
      cell: (limit) => (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`${t('edit')}: ${role(limit.role)}`}
          onClick={() => onEdit(limit)}
        >
          {t('edit')}
        </Button>
      ),
    },
  ];
}
