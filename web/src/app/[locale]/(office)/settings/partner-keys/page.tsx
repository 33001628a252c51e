import { PartnerKeys } from '@/features/partner-keys';
import { viewerMay } from '@/features/viewer/load-viewer';
import { PartnerKeysDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('partnerKeys');

export default async function PartnerKeysPage() {
  return (await viewerMay('keys.manage')) ? <PartnerKeys first={await load(PartnerKeysDocument, {})} /> : <NoAccess />;
}
