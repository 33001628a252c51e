import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadReports } from '@/features/report/load-report';
import { RevenueTree } from '@/features/revenue-tree';
import { loadRevenueTree } from '@/features/revenue-tree/load-revenue-tree';
import { viewerMay } from '@/features/viewer/load-viewer';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';
import { toParams } from '@/ui/params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('revenueTree'))('tree') };
}

export default async function RevenueTreePage({ searchParams }: PageProps<'/[locale]/reports/revenue-tree'>) {
  if (!(await viewerMay('metrics.read'))) return <NoAccess />;
  const { failure } = await loadReports();
  if (failure !== undefined) return <PageFailure failure={failure} />;
  const loaded = await loadRevenueTree(toParams(await searchParams));
  if (loaded === undefined) notFound();
  return <RevenueTree {...loaded} />;
}
