import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PromotionEditor } from '@/features/promotion-editor';
import { PromotionGallery } from '@/features/promotion-gallery';
import { viewerMay } from '@/features/viewer/load-viewer';
import { PromotionDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('promotion');
  return { title: t('new') };
}

export default async function NewPromotionPage({ searchParams }: PageProps<'/[locale]/promotions/new'>) {
  if (!(await viewerMay('promotions.write'))) return <NoAccess />;
  const { copy, template, blank, segment } = await searchParams;
  if (typeof template === 'string') return <PromotionEditor key={template} templateKey={template} />;
  if (typeof segment === 'string') return <PromotionEditor key={segment} segmentId={segment} />;
  if (blank !== undefined) return <PromotionEditor key="blank" />;
  if (typeof copy !== 'string') return <PromotionGallery />;
  const copyOf = (await load(PromotionDocument, { id: copy, language: await getLocale() })).data?.promotion;
  return <PromotionEditor key={copy} copyOf={copyOf ?? undefined} />;
}
