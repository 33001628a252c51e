import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Product } from '@/features/catalogue-product';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ProductDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';

type Props = PageProps<'/[locale]/catalogue/products/[sku]'>;

const loadProduct = cache((sku: string, language: string) => load(ProductDocument, { sku, language }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('product');
  const { sku, language } = await keyOf(params);
  const { data } = await loadProduct(sku, language);
  return { title: data?.product?.name ?? t('title') };
}

export default async function ProductPage({ params }: Props) {
  if (!(await viewerMay('catalogue.read'))) return <NoAccess />;
  const { sku, language } = await keyOf(params);
  const first = await loadProduct(sku, language);
  if (first.data?.product === null && first.failure === undefined) notFound();
  return <Product first={first} />;
}

async function keyOf(params: Props['params']): Promise<{ sku: string; language: string }> {
  const { sku, locale } = await params;
  return { sku: decodeURIComponent(sku), language: locale };
}
