'use client';

import { useTranslations } from 'next-intl';
import { receiptHref } from '@/features/receipts';
import { useFmt } from '@/fmt';
import type { MemberPointsQuery } from '@/graphql/generated/graphql';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

type Lot = NonNullable<MemberPointsQuery['member']>['lots'][number];

/** The columns of any list of a member's lots. */
export function useLotColumns<Row extends Lot>(): Column<Row>[] {
  const t = useTranslations('member');
  const fmt = useFmt();
  const source = useEnumLabel('lotSource');
  return [
    {
      key: 'source',
      header: t('lotSource'),
      cell: (lot) =>
        lot.purchaseId === null ? (
          source(lot.source)
        ) : (
          <TextLink href={receiptHref(lot.purchaseId)}>{source(lot.source)}</TextLink>
        ),
    },
    { key: 'left', header: t('left'), numeric: true, cell: (lot) => fmt.points(lot.left) },
    { key: 'amount', header: t('of'), numeric: true, secondary: true, cell: (lot) => fmt.points(lot.amount) },
    { key: 'status', header: t('status'), cell: (lot) => <StatusBadge kind="lotStatus" status={lot.status} /> },
    {
      key: 'activates',
      header: t('activatesAt'),
      numeric: true,
      secondary: true,
      cell: (lot) => fmt.date(lot.activatesAt),
    },
    {
      key: 'expires',
      header: t('expiresAt'),
      numeric: true,
      cell: (lot) => (lot.expiresAt === null ? t('never') : fmt.date(lot.expiresAt)),
    },
  ];
}
