import { Staff } from '@/features/staff';
import { viewerMay } from '@/features/viewer/load-viewer';
import { StaffDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('staff');

export default async function StaffPage() {
  return (await viewerMay('staff.manage')) ? <Staff first={await load(StaffDocument, {})} /> : <NoAccess />;
}
