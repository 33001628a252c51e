import { notFound } from 'next/navigation';
import { Adjustment } from '@/features/adjustment';
import { viewerMay } from '@/features/viewer/load-viewer';
import { AdjustmentDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('adjustment');

export default async function AdjustmentPage({ params }: PageProps<'/[locale]/adjustments/[id]'>) {
  if (!(await viewerMay('ledger.read'))) return <NoAccess />;
  const first = await load(AdjustmentDocument, { id: decodeURIComponent((await params).id) });
  if (first.data?.adjustment === null && first.failure === undefined) notFound();
  return <Adjustment first={first} />;
}
