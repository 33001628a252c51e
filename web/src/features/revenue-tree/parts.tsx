'use client';

import { useTranslations } from 'next-intl';
import { useDimensionValue } from '@/features/metrics';
import { useFmt } from '@/fmt';
import type { RevenueNodeKey } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { signed } from './nodes';
import type { Part, Tree } from './view';

/** What parts are told by; finer places of the tree would be too many columns. */
const places: RevenueNodeKey[] = [
  'BUYERS',
  'RECEIPTS_PER_BUYER',
  'AVERAGE_RECEIPT',
  'ANONYMOUS_RECEIPTS',
  'ANONYMOUS_AVERAGE_RECEIPT',
  'RETURNS',
];
const total = Symbol('total');

interface Row extends Omit<Part, 'value'> {
  value: string | typeof total;
}

/** The values of a dimension, those that moved revenue most first, with what each factor did in them. */
export function Parts({ tree, by, graph }: { tree: Tree; by: string; graph: Graph<unknown> }) {
  const t = useTranslations('revenueTree');
  const { moneyWhole } = useFmt();
  const [dimension, place] = [useEnumLabel('dimension'), useEnumLabel('revenueNode')];
  const nameOf = useDimensionValue(by);
  const columns: Column<Row>[] = [
    { key: 'value', header: dimension(by), cell: ({ value }) => (value === total ? t('total') : nameOf(value)) },
    { key: 'revenue', header: place('REVENUE'), numeric: true, cell: ({ revenue }) => moneyWhole(Number(revenue)) },
    ...(['REVENUE', ...places] as const).map((key): Column<Row> => ({
      key: `moved-${key}`,
      header: key === 'REVENUE' ? t('change') : place(key),
      numeric: true,
      cell: ({ contributions }) => signed(amountOf(contributions, key), moneyWhole),
    })),
  ];
  const revenue = tree.nodes.find(({ key }) => key === 'REVENUE');
  const rows: Row[] = [
    ...tree.parts,
    ...(tree.partsTotal === null || !revenue
      ? []
      : [
          {
            value: total,
            revenue: String(revenue.value ?? 0),
            compared: String(revenue.compared ?? 0),
            contributions: tree.partsTotal,
          } as Row,
        ]),
  ];
  return (
    <DataTable
      label={t('parts')}
      columns={columns}
      rows={rows}
      rowKey={({ value }) => (value === total ? 'total' : `value ${value}`)}
      graph={graph}
      empty={t('nothing')}
    />
  );
}

const amountOf = (contributions: Part['contributions'], place: RevenueNodeKey): number =>
  Number(contributions.find(({ key }) => key === place)?.amount ?? 0);
