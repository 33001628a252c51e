'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import type { ReceiptDetails } from './receipt';

type Return = ReceiptDetails['returns'][number];

/** What came back of a sale, and what went back to the member. */
export function Returns({ receipt }: { receipt: ReceiptDetails }) {
  const t = useTranslations('receipt');
  const fmt = useFmt();
  const nameOf = (lineNo: number) => {
    const line = receipt.lines.find((one) => one.lineNo === lineNo);
    return line?.name ?? line?.sku ?? String(lineNo);
  };
  const columns: Column<Return>[] = [
    { key: 'when', header: t('occurredAt'), cell: ({ occurredAt }) => fmt.dateTime(occurredAt) },
    { key: 'store', header: t('store'), cell: ({ store }) => store.name },
    {
      key: 'lines',
      header: t('returned'),
      cell: ({ lines }) =>
        lines.map(({ lineNo, quantity }) => `${nameOf(lineNo)} × ${fmt.number(quantity, 3)}`).join(', '),
    },
    { key: 'refund', header: t('refund'), numeric: true, cell: ({ refund }) => fmt.money(refund) },
    {
      key: 'givenBack',
      header: t('pointsGivenBack'),
      numeric: true,
      cell: ({ pointsGivenBack }) => fmt.points(pointsGivenBack),
    },
    {
      key: 'withdrawn',
      header: t('pointsWithdrawn'),
      numeric: true,
      cell: ({ pointsWithdrawn }) => fmt.points(pointsWithdrawn),
    },
  ];
  return (
    <Panel title={t('returns')}>
      <DataTable label={t('returns')} columns={columns} rows={receipt.returns} rowKey={({ id }) => id} empty={null} />
    </Panel>
  );
}
