import { MemberAttributes } from '@/features/member-attributes';
import { viewerMay } from '@/features/viewer/load-viewer';
import { DeclaredMemberAttributesDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('memberAttributes');

export default async function MemberAttributesPage() {
  if (!(await viewerMay('members.read'))) return <NoAccess />;
  return <MemberAttributes first={await load(DeclaredMemberAttributesDocument, {})} />;
}
