'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import type { ProductFacts } from './product';

type FormerProduct = ProductFacts['former'][number];

/** What the product was: a past sale is read with the values of its day. */
export function Former({ product }: { product: ProductFacts }) {
  const t = useTranslations('product');
  const c = useTranslations('catalogue');
  const fmt = useFmt();
  const columns: Column<FormerProduct>[] = [
    {
      key: 'until',
      header: t('until'),
      cell: ({ validUntil }) => (validUntil === null ? '—' : fmt.dateTime(validUntil)),
    },
    { key: 'name', header: c('name'), wrap: true, cell: ({ name }) => name },
    { key: 'category', header: c('categoryPath'), wrap: true, cell: ({ categoryPath }) => categoryPath || '—' },
    { key: 'price', header: c('price'), numeric: true, cell: ({ price }) => (price === null ? '—' : fmt.money(price)) },
    {
      key: 'attributes',
      header: t('attributes'),
      wrap: true,
      cell: ({ attributes }) => attributes.map(({ attribute, text }) => `${attribute.name}: ${text}`).join(', ') || '—',
    },
  ];
  if (product.former.length === 0) return null;
  return (
    <Panel title={t('former')}>
      <DataTable
        label={t('former')}
        columns={columns}
        rows={product.former}
        rowKey={({ revision }) => String(revision)}
        empty={null}
      />
    </Panel>
  );
}
