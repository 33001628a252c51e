import { Rfm } from '@/features/rfm';
import { loadRfm } from '@/features/rfm/load-rfm';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('rfm');

export default async function RfmPage({ searchParams }: PageProps<'/[locale]/rfm'>) {
  if (!(await viewerMay('segments.read'))) return <NoAccess />;
  return <Rfm {...await loadRfm(toParams(await searchParams))} />;
}
