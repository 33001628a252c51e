import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SegmentEditor } from '@/features/segment-editor';
import { viewerMay } from '@/features/viewer/load-viewer';
import { SegmentToEditDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';

type Props = PageProps<'/[locale]/segments/[id]/edit'>;

const loadSegment = cache((id: string) => load(SegmentToEditDocument, { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('segments');
  const { data } = await loadSegment((await params).id);
  return { title: data?.segment?.name ?? t('title') };
}

export default async function EditSegmentPage({ params }: Props) {
  if (!(await viewerMay('segments.read'))) return <NoAccess />;
  const { data, failure } = await loadSegment((await params).id);
  if (failure !== undefined) return <PageFailure failure={failure} />;
  // A group has members and no conditions to edit.
  if (data?.segment?.kind !== 'SEGMENT') notFound();
  return <SegmentEditor segment={data.segment} />;
}
