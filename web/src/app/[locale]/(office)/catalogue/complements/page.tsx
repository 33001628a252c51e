import { Complements } from '@/features/catalogue-complements';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ComplementsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('complements');

export default async function ComplementsPage({ params }: PageProps<'/[locale]/catalogue/complements'>) {
  if (!(await viewerMay('catalogue.read'))) return <NoAccess />;
  return <Complements first={await load(ComplementsDocument, { language: (await params).locale })} />;
}
