import { Overview } from '@/features/overview';
import { loadOverview } from '@/features/overview/load-overview';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('overview');

export default async function OverviewPage({ searchParams }: PageProps<'/[locale]'>) {
  if (!(await viewerMay('metrics.read'))) return <NoAccess />;
  return <Overview {...await loadOverview(toParams(await searchParams))} />;
}
