import { Catalogue } from '@/features/catalogue';
import { catalogueVariables } from '@/features/catalogue/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { CatalogueDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('catalogue');

export default async function CataloguePage({ searchParams }: PageProps<'/[locale]/catalogue'>) {
  if (!(await viewerMay('catalogue.read'))) return <NoAccess />;
  return <Catalogue first={await load(CatalogueDocument, catalogueVariables(toParams(await searchParams)))} />;
}
