import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Report } from '@/features/report';
import { loadReport, loadReports } from '@/features/report/load-report';
import { viewerMay } from '@/features/viewer/load-viewer';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';
import { toParams } from '@/ui/params';

type Props = PageProps<'/[locale]/reports/[key]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('reports');
  const { key } = await params;
  const { data } = await loadReports();
  return { title: data?.reports.find((report) => report.key === key)?.name ?? t('title') };
}

export default async function ReportPage({ params, searchParams }: Props) {
  if (!(await viewerMay('metrics.read'))) return <NoAccess />;
  const { failure } = await loadReports();
  if (failure !== undefined) return <PageFailure failure={failure} />;
  const { key } = await params;
  const loaded = await loadReport(key, toParams(await searchParams));
  if (loaded === undefined) notFound();
  return <Report key={key} {...loaded} />;
}
