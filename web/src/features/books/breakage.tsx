'use client';

import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import {
  BreakageDocument,
  LiabilityDocument,
  type BreakageQuery,
  type BreakageQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { DataTable, ExportButton, type Column } from '@/ui/table';
import { useUrlState } from '@/ui/url-state';
import { AsOfField } from './as-of-field';
import { BooksPage } from './books-page';
import { EntityField } from './entity-field';
import { breakageVariables } from './variables';

type Cohort = BreakageQuery['breakage'][number];

/** What became of points by the month in which they were issued. */
export function Breakage({ first }: { first: Loaded<BreakageQuery, BreakageQueryVariables> }) {
  const t = useTranslations('books');
  const fmt = useFmt();
  const [params] = useUrlState();
  const graph = useGraph(BreakageDocument, breakageVariables(params, fmt.timeZone), { first });
  const entities = useGraph(LiabilityDocument, {}).data?.liability.entities ?? [];
  const columns = useCohortColumns();
  const rows = graph.data?.breakage.toReversed();
  return (
    <BooksPage part="breakage">
      <Text fz="sm" maw={760}>
        {t('breakage.hint')}
      </Text>
      <Group align="flex-end" gap="sm">
        <AsOfField />
        <EntityField entities={entities.map(({ legalEntity }) => legalEntity)} />
        <ExportButton
          name="breakage"
          columns={columns}
          loadPage={async () => ({ rows: rows ?? [], endCursor: null })}
        />
      </Group>
      <DataTable
        label={t('breakage.title')}
        columns={columns}
        rows={rows}
        rowKey={({ month }) => month}
        graph={graph}
        empty={<NothingYet title={t('none')} />}
      />
    </BooksPage>
  );
}

function useCohortColumns(): Column<Cohort>[] {
  const t = useTranslations('books');
  const fmt = useFmt();
  const amount = (
    key: 'issued' | 'spent' | 'expired' | 'reversed' | 'outstanding',
    secondary = false,
  ): Column<Cohort> => ({
    key,
    header: t(key),
    numeric: true,
    secondary,
    cell: (row) => (Number(row[key]) === 0 ? '—' : fmt.points(row[key])),
    csv: (row) => row[key],
  });
  return [
    { key: 'month', header: t('month'), cell: ({ month }) => fmt.month(month), csv: ({ month }) => month },
    amount('issued'),
    amount('spent', true),
    amount('expired', true),
    amount('reversed', true),
    amount('outstanding'),
    {
      key: 'percent',
      header: t('breakagePercent'),
      numeric: true,
      cell: ({ breakagePercent }) => (breakagePercent === null ? '—' : fmt.percent(Number(breakagePercent) / 100)),
      csv: ({ breakagePercent }) => breakagePercent ?? '',
    },
  ];
}
