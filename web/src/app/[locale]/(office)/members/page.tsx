import { config } from '@/config';
import { Members } from '@/features/members';
import { membersVariables } from '@/features/members/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { MembersDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('members');

export default async function MembersPage({ searchParams }: PageProps<'/[locale]/members'>) {
  if (!(await viewerMay('members.read'))) return <NoAccess />;
  const variables = membersVariables(toParams(await searchParams), config().timeZone);
  return <Members first={await load(MembersDocument, variables)} />;
}
