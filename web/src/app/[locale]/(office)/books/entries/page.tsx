import { config } from '@/config';
import { BookEntries } from '@/features/book-entries';
import { entriesVariables } from '@/features/book-entries/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { BookEntriesDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('bookEntries');

export default async function BookEntriesPage({ searchParams }: PageProps<'/[locale]/books/entries'>) {
  if (!(await viewerMay('ledger.read'))) return <NoAccess />;
  const variables = entriesVariables(toParams(await searchParams), config().timeZone);
  return <BookEntries first={await load(BookEntriesDocument, variables)} />;
}
