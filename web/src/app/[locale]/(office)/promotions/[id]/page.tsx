import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PromotionPage } from '@/features/promotion';
import { viewerMay } from '@/features/viewer/load-viewer';
import { PromotionDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';

type Props = PageProps<'/[locale]/promotions/[id]'>;

const loadPromotion = cache(async (id: string) => load(PromotionDocument, { id, language: await getLocale() }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('promotion');
  const { data } = await loadPromotion((await params).id);
  return { title: data?.promotion?.name ?? t('one') };
}

export default async function Promotion({ params }: Props) {
  if (!(await viewerMay('promotions.read'))) return <NoAccess />;
  const { data, failure } = await loadPromotion((await params).id);
  if (failure !== undefined) return <PageFailure failure={failure} />;
  if (data?.promotion == null) notFound();
  return <PromotionPage promotion={data.promotion} />;
}
