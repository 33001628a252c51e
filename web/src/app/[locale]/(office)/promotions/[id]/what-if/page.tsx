import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { SimulationPage } from '@/features/simulation';
import { viewerMay } from '@/features/viewer/load-viewer';
import { WhatIfPromotionDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';

type Props = PageProps<'/[locale]/promotions/[id]/what-if'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulation'))('title') };
}

export default async function WhatIfPage({ params }: Props) {
  if (!(await viewerMay('promotions.simulate'))) return <NoAccess />;
  const { data, failure } = await load(WhatIfPromotionDocument, { id: (await params).id });
  if (failure !== undefined) return <PageFailure failure={failure} />;
  if (data?.promotion == null) notFound();
  return <SimulationPage promotion={data.promotion} />;
}
