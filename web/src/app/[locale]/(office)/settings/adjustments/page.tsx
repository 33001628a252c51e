import { AdjustmentLimits } from '@/features/adjustment-limits';
import { viewerMay } from '@/features/viewer/load-viewer';
import { AdjustmentLimitsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('adjustmentLimits');

export default async function AdjustmentLimitsPage() {
  if (!(await viewerMay('points.limits'))) return <NoAccess />;
  return <AdjustmentLimits first={await load(AdjustmentLimitsDocument, {})} />;
}
