import { config } from '@/config';
import { Liability } from '@/features/books';
import { liabilitySeriesVariables, liabilityVariables } from '@/features/books/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { clockIn } from '@/fmt/dates';
import { LiabilityDocument, LiabilitySeriesDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('books.liability');

export default async function LiabilityPage({ searchParams }: PageProps<'/[locale]/books/liability'>) {
  if (!(await viewerMay('ledger.read'))) return <NoAccess />;
  const { timeZone } = config();
  const params = toParams(await searchParams);
  const today = clockIn(timeZone, Date.now()).date;
  const [first, firstSeries] = await Promise.all([
    load(LiabilityDocument, liabilityVariables(params, timeZone)),
    load(LiabilitySeriesDocument, liabilitySeriesVariables(params, today)),
  ]);
  return <Liability first={first} firstSeries={firstSeries} />;
}
