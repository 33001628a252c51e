'use client';

import { Button, Grid, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { ProductDocument, type ProductQuery, type ProductQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Facts } from '@/ui/facts';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { Attributes } from './attributes';
import { Former } from './former';
import { Related } from './related';

const EditProduct = dynamic(async () => (await import('./edit-product')).EditProduct);

export type ProductFacts = NonNullable<ProductQuery['product']>;

/** A product: what it is, what it was, and what may touch it. */
export function Product({ first }: { first: Loaded<ProductQuery, ProductQueryVariables> }) {
  const t = useTranslations('product');
  const graph = useGraph(ProductDocument, first.variables, { first });
  const mayWrite = useMay('catalogue.write');
  const [editing, setEditing] = useState(false);
  const product = graph.data?.product;
  return (
    <Page
      title={product?.name ?? t('title')}
      crumbs={[{ label: t('catalogue'), href: '/catalogue' }]}
      aside={product != null && <StatusBadge kind="productStatus" status={product.status} />}
      actions={mayWrite && product != null && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
    >
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {product != null && (
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="sm">
              <Main product={product} />
              <Attributes product={product} />
              <Former product={product} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Related product={product} />
          </Grid.Col>
        </Grid>
      )}
      {editing && product != null && (
        <EditProduct
          product={product}
          attributes={graph.data?.productAttributes ?? []}
          onClose={() => setEditing(false)}
          onSaved={graph.refetch}
        />
      )}
    </Page>
  );
}

function Main({ product }: { product: ProductFacts }) {
  const t = useTranslations('product');
  const c = useTranslations('catalogue');
  const fmt = useFmt();
  const mayCost = useMay('catalogue.cost.read');
  const money = (amount: string | null) => (amount === null ? null : fmt.money(amount));
  return (
    <Panel title={t('facts')}>
      <Facts
        facts={[
          [c('sku'), product.id],
          [c('categoryPath'), product.categoryPath || null],
          [c('brand'), product.brand],
          [c('barcode'), product.barcode],
          [c('season'), product.season],
          [c('price'), money(product.price)],
          ...(mayCost ? [[c('cost'), money(product.cost)] as [string, string | null]] : []),
          [c('minPrice'), money(product.minPrice)],
          [c('discounts'), product.notDiscountable ? c('discountsNo') : c('discountsYes')],
          [t('substitutesGroup'), product.substitutesGroup],
          [t('updatedAt'), fmt.dateTime(product.updatedAt)],
        ]}
      />
    </Panel>
  );
}
