'use client';

import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type {
  PromotionBuyerFieldsFragment,
  PromotionGroup,
  PromotionSaleFieldsFragment,
} from '@/graphql/generated/graphql';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';

/** Receipts of a group; a control group was given nothing. */
export function useSaleColumns(group: PromotionGroup): Column<PromotionSaleFieldsFragment>[] {
  const t = useTranslations('promotion.figures');
  const receipts = useTranslations('receipts');
  const fmt = useFmt();
  const columns: Column<PromotionSaleFieldsFragment>[] = [
    {
      key: 'receipt',
      header: receipts('number'),
      cell: ({ purchase }) =>
        purchase === null ? (
          '—'
        ) : (
          <TextLink href={`/receipts/${encodeURIComponent(purchase.id)}`}>
            {purchase.receiptNumber ?? purchase.id.slice(0, 8)}
          </TextLink>
        ),
    },
    { key: 'day', header: t('day'), cell: ({ day }) => fmt.date(day) },
    {
      key: 'member',
      header: t('member'),
      cell: ({ member }) => (member === null ? t('anonymous') : <MemberName member={member} />),
    },
    { key: 'store', header: receipts('store'), secondary: true, cell: ({ purchase }) => purchase?.store.name ?? '—' },
    {
      key: 'version',
      header: t('version'),
      numeric: true,
      secondary: true,
      cell: ({ version }) => fmt.number(version),
    },
    { key: 'discount', header: t('discount'), numeric: true, cell: ({ discount }) => fmt.money(discount) },
    { key: 'points', header: t('points'), numeric: true, secondary: true, cell: ({ points }) => fmt.points(points) },
    { key: 'revenue', header: t('paid'), numeric: true, cell: ({ revenue }) => fmt.money(revenue) },
  ];
  return group === 'CONTROL' ? columns.filter(isOfControl) : columns;
}

/** Members of a group who bought, each with their sums. */
export function useBuyerColumns(group: PromotionGroup): Column<PromotionBuyerFieldsFragment>[] {
  const t = useTranslations('promotion.figures');
  const fmt = useFmt();
  const columns: Column<PromotionBuyerFieldsFragment>[] = [
    {
      key: 'member',
      header: t('member'),
      cell: ({ member }) => <MemberName member={member} />,
    },
    { key: 'lastDay', header: t('lastDay'), secondary: true, cell: ({ lastDay }) => fmt.date(lastDay) },
    { key: 'uses', header: t('uses'), numeric: true, cell: ({ sums }) => fmt.number(sums.uses) },
    { key: 'discount', header: t('discount'), numeric: true, cell: ({ sums }) => fmt.money(sums.discount) },
    { key: 'points', header: t('points'), numeric: true, secondary: true, cell: ({ sums }) => fmt.points(sums.points) },
    { key: 'revenue', header: t('paid'), numeric: true, cell: ({ sums }) => fmt.money(sums.revenue) },
  ];
  return group === 'CONTROL' ? columns.filter(isOfControl) : columns;
}

function MemberName({ member: { id, displayName } }: Pick<PromotionBuyerFieldsFragment, 'member'>) {
  return useMay('members.read') ? <TextLink href={`/members/${id}`}>{displayName}</TextLink> : displayName;
}

const isOfControl = ({ key }: { key: string }): boolean => key !== 'discount' && key !== 'points';
