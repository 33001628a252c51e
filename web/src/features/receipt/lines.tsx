'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt, type Fmt } from '@/fmt';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import type { ReceiptDetails } from './receipt';

type Line = ReceiptDetails['lines'][number];
type Amount = (typeof amounts)[number];

// Shown when some line has them: most receipts have neither points spent nor returns.
const amounts = ['pointsSpent', 'pointsEarned', 'quantityReturned'] as const;

/** The lines with every discount and its reason. */
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
  const amount = (key: Amount): Column<Line> => ({
    key,
    header: t(key),
    numeric: true,
    cell: (line) => (Number(line[key]) === 0 ? '—' : printed(key, line[key], fmt)),
  });
  return [
    { key: 'name', header: t('product'), cell: (line) => <Product line={line} /> },
    { key: 'quantity', header: t('quantity'), numeric: true, cell: ({ quantity }) => fmt.number(quantity, 3) },
    { key: 'price', header: t('price'), numeric: true, cell: ({ price }) => fmt.money(price) },
    { key: 'discount', header: t('discount'), cell: (line) => <Discounts line={line} /> },
    { key: 'amount', header: t('paid'), numeric: true, cell: ({ amount: paid }) => fmt.money(paid) },
    ...amounts.filter((key) => lines.some((line) => Number(line[key]) !== 0)).map(amount),
  ];
}

function Product({ line: { lineNo, name, sku } }: { line: Line }) {
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
    </>
  );
}

function Discounts({ line }: { line: Line }) {
  const fmt = useFmt();
  if (line.discounts.length === 0) return Number(line.discount) === 0 ? '—' : fmt.money(line.discount);
  return (
    <Stack gap={0}>
      {line.discounts.map(({ promotionId, amount, reason }) => (
        <Text key={promotionId} fz="sm">
          <span className="num">{fmt.money(amount)}</span> ·{' '}
          <TextLink href={`/promotions/${promotionId}`}>{reason}</TextLink>
        </Text>
      ))}
    </Stack>
  );
}

function printed(key: Amount, value: string, fmt: Fmt): string {
  return key === 'quantityReturned' ? fmt.number(value, 3) : fmt.points(value);
}
