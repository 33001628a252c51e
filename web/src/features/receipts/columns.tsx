'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { ReceiptRowFragment, ReceiptsQuery } from '@/graphql/generated/graphql';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';

export type ReceiptWithMember = ReceiptsQuery['purchases']['edges'][number]['node'];

/** The columns of any list of receipts. */
export function useReceiptColumns(): Column<ReceiptRowFragment>[] {
  const t = useTranslations('receipts');
  const fmt = useFmt();
  return [
    {
      key: 'number',
      header: t('number'),
      cell: (receipt) => <TextLink href={receiptHref(receipt.id)}>{receiptLabel(receipt)}</TextLink>,
      csv: receiptLabel,
    },
    {
      key: 'occurredAt',
      header: t('occurredAt'),
      cell: ({ occurredAt }) => fmt.dateTime(occurredAt),
      csv: ({ occurredAt }) => occurredAt,
    },
    { key: 'store', header: t('store'), cell: ({ store }) => store.name, csv: ({ store }) => store.id },
    {
      key: 'till',
      header: t('till'),
      hidden: true,
      cell: ({ tillId }) => tillId ?? '—',
      csv: ({ tillId }) => tillId ?? '',
    },
    {
      key: 'kind',
      header: t('kind'),
      hidden: true,
      cell: ({ kind }) => <StatusBadge kind="receiptKind" status={kind} />,
      csv: ({ kind }) => kind,
    },
    ...amountColumns({ header: t, money: fmt.money, points: fmt.points }),
  ];
}

/** Who bought, for lists that are not one member's. */
export function useBuyerColumn(): Column<ReceiptWithMember> {
  const t = useTranslations('receipts');
  return {
    key: 'member',
    header: t('member'),
    cell: ({ member }) =>
      member === null ? (
        <Text span inherit c="dimmed">
          {t('anonymous')}
        </Text>
      ) : (
        <TextLink href={`/members/${member.id}`}>{member.displayName}</TextLink>
      ),
    csv: ({ member }) => member?.id ?? '',
  };
}

export function receiptHref(id: string): string {
  return `/receipts/${encodeURIComponent(id)}`;
}

export function receiptLabel({ id, receiptNumber }: { id: string; receiptNumber: string | null }): string {
  return receiptNumber ?? id.slice(-12);
}

interface Printing {
  header: (key: 'total' | 'discount' | 'payable' | 'pointsSpent' | 'pointsEarned') => string;
  money: (value: string) => string;
  points: (value: string) => string;
}

function amountColumns({ header, money, points }: Printing): Column<ReceiptRowFragment>[] {
  const amount = (
    key: 'total' | 'discount' | 'payable' | 'pointsSpent' | 'pointsEarned',
    print: (value: string) => string,
    hidden = false,
  ): Column<ReceiptRowFragment> => ({
    key,
    header: header(key),
    numeric: true,
    hidden,
    cell: (receipt) => (Number(receipt[key]) === 0 ? '—' : print(receipt[key])),
    csv: (receipt) => receipt[key],
  });
  return [
    amount('total', money, true),
    amount('discount', money),
    amount('payable', money),
    amount('pointsSpent', points),
    amount('pointsEarned', points),
  ];
}
