import { ProductAttributes } from '@/features/catalogue-attributes';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ProductAttributesDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('productAttributes');

export default async function ProductAttributesPage({ params }: PageProps<'/[locale]/catalogue/attributes'>) {
  if (!(await viewerMay('catalogue.read'))) return <NoAccess />;
  return <ProductAttributes first={await load(ProductAttributesDocument, { language: (await params).locale })} />;
}
