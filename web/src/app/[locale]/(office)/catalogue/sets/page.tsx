import { ProductSets } from '@/features/catalogue-sets';
import { setsVariables } from '@/features/catalogue-sets/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ProductSetsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('productSets');

export default async function ProductSetsPage({ params, searchParams }: PageProps<'/[locale]/catalogue/sets'>) {
  if (!(await viewerMay('catalogue.read'))) return <NoAccess />;
  const variables = setsVariables(toParams(await searchParams), (await params).locale);
  return <ProductSets first={await load(ProductSetsDocument, variables)} />;
}
