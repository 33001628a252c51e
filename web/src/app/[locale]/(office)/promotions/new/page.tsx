import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PromotionEditor } from '@/features/promotion-editor';
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
  const { copy } = await searchParams;
  const copyOf = typeof copy === 'string' ? (await load(PromotionDocument, { id: copy })).data?.promotion : undefined;
  return <PromotionEditor copyOf={copyOf ?? undefined} />;
}
