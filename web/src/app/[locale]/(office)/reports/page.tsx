import { loadReports } from '@/features/report/load-report';
import { Reports } from '@/features/reports';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('reports');

export default async function ReportsPage() {
  if (!(await viewerMay('metrics.read'))) return <NoAccess />;
  return <Reports first={await loadReports()} />;
}
