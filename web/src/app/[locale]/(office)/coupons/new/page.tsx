import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewCouponPool } from '@/features/coupons';
import { viewerMay } from '@/features/viewer/load-viewer';
import { NoAccess } from '@/ui/no-access';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coupons'))('create') };
}

export default async function NewCouponPoolPage() {
  if (!(await viewerMay('coupons.write'))) return <NoAccess />;
  return <NewCouponPool />;
}
