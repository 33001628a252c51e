'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { AdjustmentRowFragment } from '@/graphql/generated/graphql';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

/** The columns of any list of adjustments. */
export function useAdjustmentColumns(): Column<AdjustmentRowFragment>[] {
  const t = useTranslations('adjustments');
  const fmt = useFmt();
  const reason = useEnumLabel('adjustmentReason');
  return [
    {
      key: 'amount',
      header: t('amount'),
      numeric: true,
      cell: ({ id, amount }) => <TextLink href={adjustmentHref(id)}>{fmt.pointsSigned(amount)}</TextLink>,
      csv: ({ amount }) => amount,
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusBadge kind="adjustmentStatus" status={status} />,
      csv: ({ status }) => status,
    },
    {
      key: 'member',
      header: t('member'),
      cell: ({ member }) => <TextLink href={`/members/${member.id}`}>{member.displayName || member.id}</TextLink>,
      csv: ({ member }) => member.id,
    },
    { key: 'reason', header: t('reason'), cell: (row) => reason(row.reason), csv: (row) => row.reason },
    { key: 'note', header: t('note'), wrap: true, cell: ({ note }) => note ?? '—', csv: ({ note }) => note ?? '' },
    { key: 'author', header: t('author'), cell: ({ authorName }) => authorName, csv: ({ authorName }) => authorName },
    {
      key: 'createdAt',
      header: t('createdAt'),
      numeric: true,
      cell: ({ createdAt }) => fmt.dateTime(createdAt),
      csv: ({ createdAt }) => createdAt,
    },
    {
      key: 'lapsesAt',
      header: t('lapsesAt'),
      numeric: true,
      hidden: true,
      cell: ({ lapsesAt }) => (lapsesAt === null ? '—' : fmt.dateTime(lapsesAt)),
      csv: ({ lapsesAt }) => lapsesAt ?? '',
    },
  ];
}

function adjustmentHref(id: string): string {
  return `/adjustments/${encodeURIComponent(id)}`;
}
