import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CouponPool } from '@/features/coupons';
import { viewerMay } from '@/features/viewer/load-viewer';
import { CouponPoolDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';
import { PageFailure } from '@/ui/page-failure';

type Props = PageProps<'/[locale]/coupons/[id]'>;

const loadPool = cache((id: string) => load(CouponPoolDocument, { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('coupons');
  const { data } = await loadPool((await params).id);
  return { title: data?.couponPool?.name ?? t('pool') };
}

export default async function CouponPoolPage({ params }: Props) {
  if (!(await viewerMay('coupons.read'))) return <NoAccess />;
  const first = await loadPool((await params).id);
  if (first.failure !== undefined) return <PageFailure failure={first.failure} />;
  if (first.data?.couponPool == null) notFound();
  return <CouponPool first={first} />;
}
