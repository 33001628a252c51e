import { config } from '@/config';
import { Breakage } from '@/features/books';
import { breakageVariables } from '@/features/books/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { BreakageDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('books.breakage');

export default async function BreakagePage({ searchParams }: PageProps<'/[locale]/books/breakage'>) {
  if (!(await viewerMay('ledger.read'))) return <NoAccess />;
  const variables = breakageVariables(toParams(await searchParams), config().timeZone);
  return <Breakage first={await load(BreakageDocument, variables)} />;
}
