import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SegmentOverlap } from '@/features/segment';
import { viewerMay } from '@/features/viewer/load-viewer';
import { NoAccess } from '@/ui/no-access';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('segment');
  return { title: t('overlapTitle') };
}

export default async function OverlapPage() {
  if (!(await viewerMay('segments.read'))) return <NoAccess />;
  return <SegmentOverlap />;
}
