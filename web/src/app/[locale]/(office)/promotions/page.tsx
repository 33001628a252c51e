import { Promotions } from '@/features/promotions';
import { promotionsVariables } from '@/features/promotions/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { PromotionsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('promotions');

export default async function PromotionsPage({ params, searchParams }: PageProps<'/[locale]/promotions'>) {
  if (!(await viewerMay('promotions.read'))) return <NoAccess />;
  const variables = promotionsVariables(toParams(await searchParams), (await params).locale);
  return <Promotions first={await load(PromotionsDocument, variables)} />;
}
