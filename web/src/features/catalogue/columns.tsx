'use client';

import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { CatalogueRowFragment } from '@/graphql/generated/graphql';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';

export const productHref = (sku: string): string => `/catalogue/products/${encodeURIComponent(sku)}`;

export function useProductColumns(): Column<CatalogueRowFragment>[] {
  const t = useTranslations('catalogue');
  const fmt = useFmt();
  const mayCost = useMay('catalogue.cost.read');
  type Texts = 'categoryPath' | 'brand' | 'season' | 'barcode';
  const text = (key: Texts, hidden = false): Column<CatalogueRowFragment> => ({
    key,
    header: t(key),
    hidden,
    cell: (row) => row[key] || '—',
    csv: (row) => row[key] ?? '',
  });
  const money = (key: 'price' | 'cost' | 'minPrice'): Column<CatalogueRowFragment> => ({
    key,
    header: t(key),
    numeric: true,
    cell: (row) => (row[key] === null ? '—' : fmt.money(row[key])),
    csv: (row) => row[key] ?? '',
  });
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => <TextLink href={productHref(id)}>{name}</TextLink>,
      csv: ({ name }) => name,
    },
    { key: 'sku', header: t('sku'), cell: ({ id }) => id, csv: ({ id }) => id },
    text('categoryPath'),
    text('brand'),
    text('season', true),
    text('barcode', true),
    money('price'),
    ...(mayCost ? [money('cost')] : []),
    money('minPrice'),
    {
      key: 'notDiscountable',
      header: t('discounts'),
      cell: ({ notDiscountable }) => (notDiscountable ? t('discountsNo') : t('discountsYes')),
      csv: ({ notDiscountable }) => String(!notDiscountable),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusBadge kind="productStatus" status={status} />,
      csv: ({ status }) => status,
    },
  ];
}
