import { MemberLists } from '@/features/member-lists';
import { listsVariables } from '@/features/member-lists/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { MemberListsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('memberLists');

export default async function MemberListsPage({ searchParams }: PageProps<'/[locale]/member-lists'>) {
  if (!(await viewerMay('promotions.read'))) return <NoAccess />;
  return <MemberLists first={await load(MemberListsDocument, listsVariables(toParams(await searchParams)))} />;
}
