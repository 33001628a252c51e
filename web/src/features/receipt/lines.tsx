'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import type { ReceiptDetails } from './receipt';

type Line = ReceiptDetails['lines'][number];

/** The lines as a paper receipt has them: each discount with its reason under the product. */
export function Lines({ receipt }: { receipt: ReceiptDetails }) {
  const t = useTranslations('receipt');
  return (
    <DataTable
      label={t('lines')}
      columns={useLineColumns(receipt.lines)}
      rows={receipt.lines}
      rowKey={(line) => String(line.lineNo)}
      empty={null}
    />
  );
}

function useLineColumns(lines: Line[]): Column<Line>[] {
  const t = useTranslations('receipt');
  const fmt = useFmt();
  const blankless = (value: string, print: (value: string) => string) => (Number(value) === 0 ? '—' : print(value));
  const columns: Column<Line>[] = [
    { key: 'name', header: t('product'), wrap: true, cell: (line) => <Product line={line} /> },
    { key: 'quantity', header: t('quantity'), numeric: true, cell: (line) => fmt.number(line.quantity, 3) },
    { key: 'price', header: t('price'), numeric: true, secondary: true, cell: ({ price }) => fmt.money(price) },
    {
      key: 'discount',
      header: t('discount'),
      numeric: true,
      secondary: true,
      cell: ({ discount }) => blankless(discount, fmt.money),
    },
    { key: 'amount', header: t('paid'), numeric: true, cell: ({ amount }) => fmt.money(amount) },
  ];
  // Shown when some line has them: most receipts have neither points nor returns.
  const some = (key: 'pointsSpent' | 'pointsEarned' | 'quantityReturned') =>
    lines.some((line) => Number(line[key]) !== 0);
  if (some('pointsSpent') || some('pointsEarned')) {
    columns.push({ key: 'points', header: t('points'), numeric: true, cell: (line) => <LinePoints line={line} /> });
  }
  if (some('quantityReturned')) {
    columns.push({
      key: 'quantityReturned',
      header: t('quantityReturned'),
      numeric: true,
      cell: (line) => blankless(line.quantityReturned, (quantity) => fmt.number(quantity, 3)),
    });
  }
  return columns;
}

function Product({ line: { lineNo, name, sku, discounts } }: { line: Line }) {
  const fmt = useFmt();
  return (
    <>
      <Text span inherit c="dimmed" className="num">
        {lineNo}.
      </Text>{' '}
      {name ?? sku}{' '}
      {name !== null && (
        <Text span fz="xs" c="dimmed">
          {sku}
        </Text>
      )}
      {discounts.map(({ promotionId, amount, reason }) => (
        <Text key={promotionId} fz="xs">
          <span className="num">−{fmt.money(amount)}</span> ·{' '}
          <TextLink href={`/promotions/${promotionId}`}>{reason}</TextLink>
        </Text>
      ))}
    </>
  );
}

/** What the line took from the member's points and what it gave. */
function LinePoints({ line: { pointsSpent, pointsEarned } }: { line: Line }) {
  const fmt = useFmt();
  const moved = [
    ...(Number(pointsSpent) === 0 ? [] : [`−${fmt.points(pointsSpent)}`]),
    ...(Number(pointsEarned) === 0 ? [] : [`+${fmt.points(pointsEarned)}`]),
  ];
  return moved.length === 0 ? '—' : moved.map((one) => <div key={one}>{one}</div>);
}
