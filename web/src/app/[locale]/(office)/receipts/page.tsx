import { config } from '@/config';
import { Receipts } from '@/features/receipts';
import { receiptsVariables } from '@/features/receipts/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ReceiptsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('receipts');

export default async function ReceiptsPage({ searchParams }: PageProps<'/[locale]/receipts'>) {
  if (!(await viewerMay('receipts.read'))) return <NoAccess />;
  const variables = receiptsVariables(toParams(await searchParams), config().timeZone);
  return <Receipts first={await load(ReceiptsDocument, variables)} />;
}
