import { Segments } from '@/features/segments';
import { segmentsVariables } from '@/features/segments/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { SegmentsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('segments');

export default async function SegmentsPage({ searchParams }: PageProps<'/[locale]/segments'>) {
  if (!(await viewerMay('segments.read'))) return <NoAccess />;
  return <Segments first={await load(SegmentsDocument, segmentsVariables(toParams(await searchParams)))} />;
}
