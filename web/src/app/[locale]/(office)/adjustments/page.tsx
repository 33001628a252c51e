import { config } from '@/config';
import { Adjustments } from '@/features/adjustments';
import { adjustmentsVariables } from '@/features/adjustments/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { AdjustmentsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('adjustments');

export default async function AdjustmentsPage({ searchParams }: PageProps<'/[locale]/adjustments'>) {
  if (!(await viewerMay('ledger.read'))) return <NoAccess />;
  const variables = adjustmentsVariables(toParams(await searchParams), config().timeZone);
  return <Adjustments first={await load(AdjustmentsDocument, variables)} />;
}
