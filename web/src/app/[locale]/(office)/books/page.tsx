import { config } from '@/config';
import { Books } from '@/features/books';
import { trialBalanceVariables } from '@/features/books/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { TrialBalanceDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('books.trialBalance');

export default async function BooksPage({ searchParams }: PageProps<'/[locale]/books'>) {
  if (!(await viewerMay('ledger.read'))) return <NoAccess />;
  const variables = trialBalanceVariables(toParams(await searchParams), config().timeZone);
  return <Books first={await load(TrialBalanceDocument, variables)} />;
}
