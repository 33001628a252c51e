import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SegmentPage } from '@/features/segment';
import { segmentVariables } from '@/features/segment/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { SegmentDocument, SegmentToEditDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';
import { toParams } from '@/ui/params';

type Props = PageProps<'/[locale]/segments/[id]'>;

const loadName = cache((id: string) => load(SegmentToEditDocument, { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('segments');
  const { data } = await loadName((await params).id);
  return { title: data?.segment?.name ?? t('title') };
}

export default async function Segment({ params, searchParams }: Props) {
  if (!(await viewerMay('segments.read'))) return <NoAccess />;
  const first = await load(SegmentDocument, segmentVariables((await params).id, toParams(await searchParams)));
  if (first.failure !== undefined) return <PageFailure failure={first.failure} />;
  if (first.data?.segment == null) notFound();
  return <SegmentPage first={first} />;
}
