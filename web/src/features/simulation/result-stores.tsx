'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { SimulationOutcomeFragment } from '@/graphql/generated/graphql';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';

type Row = SimulationOutcomeFragment['stores'][number];

/** Cost store by store, the dearest first. */
export function CostByStore({ result: { stores } }: { result: Pick<SimulationOutcomeFragment, 'stores'> }) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const columns: Column<Row>[] = [
    { key: 'name', header: t('store'), cell: ({ name }) => name },
    { key: 'receipts', header: t('receiptsOf'), numeric: true, cell: ({ all }) => fmt.number(all.receipts) },
    { key: 'discount', header: t('discountCost'), numeric: true, cell: ({ discountCost }) => fmt.money(discountCost) },
    { key: 'points', header: t('pointsCost'), numeric: true, cell: ({ pointsCost }) => fmt.points(pointsCost) },
  ];
  return (
    <Panel title={t('byStore')}>
      <DataTable label={t('byStore')} columns={columns} rows={stores} rowKey={({ storeId }) => storeId} empty={null} />
    </Panel>
  );
}
