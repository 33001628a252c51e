import { CouponPools } from '@/features/coupons';
import { poolsVariables } from '@/features/coupons/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { CouponPoolsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('coupons');

export default async function CouponsPage({ searchParams }: PageProps<'/[locale]/coupons'>) {
  if (!(await viewerMay('coupons.read'))) return <NoAccess />;
  const variables = poolsVariables(toParams(await searchParams));
  return <CouponPools first={await load(CouponPoolsDocument, variables)} />;
}
