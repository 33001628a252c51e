import { CouponIncidents } from '@/features/coupons';
import { incidentsVariables } from '@/features/coupons/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { CouponIncidentsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('couponIncidents');

export default async function CouponIncidentsPage() {
  if (!(await viewerMay('coupons.read'))) return <NoAccess />;
  return <CouponIncidents first={await load(CouponIncidentsDocument, incidentsVariables)} />;
}
