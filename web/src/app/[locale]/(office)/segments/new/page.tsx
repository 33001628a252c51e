import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SegmentEditor } from '@/features/segment-editor';
import { viewerMay } from '@/features/viewer/load-viewer';
import { SegmentToEditDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('segmentEditor');
  return { title: t('new') };
}

export default async function NewSegmentPage({ searchParams }: PageProps<'/[locale]/segments/new'>) {
  if (!(await viewerMay('segments.write'))) return <NoAccess />;
  const { copy, definition } = await searchParams;
  if (typeof copy !== 'string') {
    const conditions = typeof definition === 'string' ? definition : undefined;
    return <SegmentEditor key={conditions ?? 'blank'} definition={conditions} />;
  }
  const copyOf = (await load(SegmentToEditDocument, { id: copy })).data?.segment;
  return <SegmentEditor key={copy} copyOf={copyOf ?? undefined} />;
}
