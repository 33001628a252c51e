import { ProductSetEditor } from '@/features/catalogue-sets';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('productSets');

export default async function NewProductSetPage() {
  if (!(await viewerMay('catalogue.write'))) return <NoAccess />;
  return <ProductSetEditor />;
}
