import { Programme } from '@/features/programme';
import { viewerMay } from '@/features/viewer/load-viewer';
import { ProgrammeDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('programme');

export default async function ProgrammePage() {
  return (await viewerMay('programme.read')) ? <Programme first={await load(ProgrammeDocument, {})} /> : <NoAccess />;
}
