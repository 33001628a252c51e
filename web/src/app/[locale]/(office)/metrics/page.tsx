import { MetricCatalogue } from '@/features/metric-catalogue';
import { loadCatalogue } from '@/features/metric-catalogue/load-catalogue';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('metrics');

export default async function MetricsPage() {
  if (!(await viewerMay('metrics.read'))) return <NoAccess />;
  return <MetricCatalogue first={await loadCatalogue()} />;
}
