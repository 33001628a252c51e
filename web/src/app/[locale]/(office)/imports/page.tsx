import { Imports } from '@/features/imports';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('imports');

export default async function ImportsPage() {
  const may = await viewerMay('ledger.import', 'members.import', 'catalogue.import', 'coupons.write');
  return may ? <Imports /> : <NoAccess />;
}
