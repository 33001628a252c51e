import { notFound } from 'next/navigation';
import { MemberList } from '@/features/member-lists';
import { listVariables } from '@/features/member-lists/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { MemberListDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('memberLists');

export default async function MemberListPage({ params, searchParams }: PageProps<'/[locale]/member-lists/[id]'>) {
  if (!(await viewerMay('promotions.read'))) return <NoAccess />;
  const { id } = await params;
  const first = await load(MemberListDocument, listVariables(id, toParams(await searchParams)));
  if (first.data?.memberList === null && first.failure === undefined) notFound();
  return <MemberList first={first} />;
}
