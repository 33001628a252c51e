import { Stores } from '@/features/stores';
import { viewerMay } from '@/features/viewer/load-viewer';
import { StoresDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('stores');

export default async function StoresPage() {
  return (await viewerMay('stores.read')) ? <Stores first={await load(StoresDocument, {})} /> : <NoAccess />;
}
