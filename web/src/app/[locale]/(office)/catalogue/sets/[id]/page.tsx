import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ProductSetEditor } from '@/features/catalogue-sets';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ProductSetDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';

type Props = PageProps<'/[locale]/catalogue/sets/[id]'>;

const loadSet = cache((id: string, language: string) => load(ProductSetDocument, { id, language }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('productSets');
  const { id, language } = await keyOf(params);
  const { data } = await loadSet(id, language);
  return { title: data?.productSet?.name ?? t('title') };
}

export default async function ProductSetPage({ params }: Props) {
  if (!(await viewerMay('catalogue.read'))) return <NoAccess />;
  const { id, language } = await keyOf(params);
  const first = await loadSet(id, language);
  if (first.data?.productSet === null && first.failure === undefined) notFound();
  return <ProductSetEditor first={first} />;
}

async function keyOf(params: Props['params']): Promise<{ id: string; language: string }> {
  const { id, locale } = await params;
  return { id: decodeURIComponent(id), language: locale };
}
