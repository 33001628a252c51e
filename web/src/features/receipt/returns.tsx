'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import type { ReceiptDetails } from './receipt';

type Return = ReceiptDetails['returns'][number];

/** What came back of a sale, what went back to the member, and what the member owes or was kept back for it. */
export function Returns({ receipt }: { receipt: ReceiptDetails }) {
  const t = useTranslations('receipt');
  return (
    <Panel title={t('returns')}>
      <DataTable
        label={t('returns')}
        columns={useReturnColumns(receipt)}
        rows={receipt.returns}
        rowKey={({ id }) => id}
        empty={null}
      />
    </Panel>
  );
}

function useReturnColumns(receipt: ReceiptDetails): Column<Return>[] {
  const t = useTranslations('receipt');
  const fmt = useFmt();
  const nameOf = (lineNo: number) => {
    const line = receipt.lines.find((one) => one.lineNo === lineNo);
    return line?.name ?? line?.sku ?? String(lineNo);
  };
  const amount = (
    key: 'refund' | 'withheld' | 'pointsGivenBack' | 'pointsWithdrawn' | 'pointsShortfall',
    print: (value: string) => string,
  ): Column<Return> => ({
    key,
    header: t(key),
    numeric: true,
    cell: (row) => (Number(row[key]) === 0 ? '—' : print(row[key])),
  });
  const some = (key: 'withheld' | 'pointsShortfall') => receipt.returns.some((row) => Number(row[key]) !== 0);
  return [
    { key: 'when', header: t('occurredAt'), cell: ({ occurredAt }) => fmt.dateTime(occurredAt) },
    { key: 'store', header: t('store'), secondary: true, cell: ({ store }) => store.name },
    {
      key: 'lines',
      header: t('returned'),
      wrap: true,
      cell: ({ lines }) =>
        lines.map(({ lineNo, quantity }) => `${nameOf(lineNo)} × ${fmt.number(quantity, 3)}`).join(', '),
    },
    amount('refund', fmt.money),
    ...(some('withheld') ? [amount('withheld', fmt.money)] : []),
    amount('pointsGivenBack', fmt.points),
    amount('pointsWithdrawn', fmt.points),
    ...(some('pointsShortfall') ? [amount('pointsShortfall', fmt.points)] : []),
  ];
}
