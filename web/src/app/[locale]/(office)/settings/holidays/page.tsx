import { Holidays } from '@/features/holidays';
import { holidaysVariables, yearOf } from '@/features/holidays/year';
import { viewerMay } from '@/features/viewer/load-viewer';
import { HolidaysDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('holidays');

export default async function HolidaysPage({ searchParams }: PageProps<'/[locale]/settings/holidays'>) {
  if (!(await viewerMay('programme.read'))) return <NoAccess />;
  const today = new Date().toISOString().slice(0, 10);
  const year = yearOf(toParams(await searchParams), today);
  return <Holidays first={await load(HolidaysDocument, holidaysVariables(year))} today={today} />;
}
