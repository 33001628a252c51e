import { Check } from '@/features/books';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('books.check');

export default async function CheckPage() {
  return (await viewerMay('ledger.read')) ? <Check /> : <NoAccess />;
}
