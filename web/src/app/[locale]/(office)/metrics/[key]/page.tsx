import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Metric } from '@/features/metrics';
import { loadDefinition, loadMetric } from '@/features/metrics/load-metric';
import { viewerMay } from '@/features/viewer/load-viewer';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';
import { toParams } from '@/ui/params';

type Props = PageProps<'/[locale]/metrics/[key]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('metrics');
  const { data } = await loadDefinition((await params).key);
  return { title: data?.metricDefinition?.name ?? t('title') };
}

export default async function MetricPage({ params, searchParams }: Props) {
  if (!(await viewerMay('metrics.read'))) return <NoAccess />;
  const { key } = await params;
  const { failure } = await loadDefinition(key);
  if (failure !== undefined) return <PageFailure failure={failure} />;
  const loaded = await loadMetric(key, toParams(await searchParams));
  if (loaded === undefined) notFound();
  return <Metric key={key} {...loaded} />;
}
