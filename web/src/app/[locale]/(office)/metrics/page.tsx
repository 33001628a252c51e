import { Metrics } from '@/features/metrics';
import { loadMetrics } from '@/features/metrics/load-metrics';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('metrics');

export default async function MetricsPage({ searchParams }: PageProps<'/[locale]/metrics'>) {
  if (!(await viewerMay('metrics.read'))) return <NoAccess />;
  return <Metrics {...await loadMetrics(toParams(await searchParams))} />;
}
