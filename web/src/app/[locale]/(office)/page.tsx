import { Desk, Overview } from '@/features/overview';
import { loadOverview } from '@/features/overview/load-overview';
import { viewerMay } from '@/features/viewer/load-viewer';
import { LatestReceiptsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('overview');

export default async function OverviewPage({ searchParams }: PageProps<'/[locale]'>) {
  const [mayMetrics, mayReceipts] = await Promise.all([viewerMay('metrics.read'), viewerMay('receipts.read')]);
  if (!mayReceipts) return <NoAccess />;
  if (!mayMetrics) return <Desk latest={await load(LatestReceiptsDocument, {})} />;
  return <Overview {...await loadOverview(toParams(await searchParams))} />;
}
