import { Limits } from '@/features/limits';
import { limitsVariables } from '@/features/limits/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { LimitsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('limits');

export default async function LimitsPage({ searchParams }: PageProps<'/[locale]/limits'>) {
  if (!(await viewerMay('ledger.read'))) return <NoAccess />;
  const variables = limitsVariables(toParams(await searchParams));
  return <Limits first={await load(LimitsDocument, variables)} />;
}
