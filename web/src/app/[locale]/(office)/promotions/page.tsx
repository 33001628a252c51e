import { Promotions } from '@/features/promotions';
import { promotionsVariables } from '@/features/promotions/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { PromotionsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { getLocale } from 'next-intl/server';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('promotions');

export default async function PromotionsPage({ searchParams }: PageProps<'/[locale]/promotions'>) {
  if (!(await viewerMay('promotions.read'))) return <NoAccess />;
  return (
    <Promotions
      first={await load(PromotionsDocument, promotionsVariables(toParams(await searchParams), await getLocale()))}
    />
  );
}
