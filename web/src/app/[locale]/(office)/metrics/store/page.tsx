import { StoreState } from '@/features/metrics/store-state';
import { viewerMay } from '@/features/viewer/load-viewer';
import { AnalyticsStatusDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('analyticsStore');

export default async function AnalyticsStorePage() {
  return (await viewerMay('metrics.read')) ? (
    <StoreState first={await load(AnalyticsStatusDocument, {})} />
  ) : (
    <NoAccess />
  );
}
