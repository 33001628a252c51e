import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Member } from '@/features/member';
import { loadHistory } from '@/features/member/load-member';
import { viewerMay } from '@/features/viewer/load-viewer';
import { MemberPointsDocument, MemberProfileDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

type Props = PageProps<'/[locale]/members/[id]'>;

const loadProfile = cache((id: string) => load(MemberProfileDocument, { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('member');
  const { data } = await loadProfile((await params).id);
  return { title: data?.member?.displayName || t('nameless') };
}

export default async function MemberPage({ params, searchParams }: Props) {
  if (!(await viewerMay('members.read'))) return <NoAccess />;
  const { id } = await params;
  const [profile, points, history] = await Promise.all([
    loadProfile(id),
    load(MemberPointsDocument, { id }),
    loadHistory(id, toParams(await searchParams)),
  ]);
  if (profile.data?.member === null && profile.failure === undefined) notFound();
  return <Member profile={profile} points={points} history={history} />;
}
