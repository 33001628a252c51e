import { PromotionCalendar } from '@/features/promotion-calendar';
import { viewerMay } from '@/features/viewer/load-viewer';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';

export const generateMetadata = titleOf('promotionCalendar');

export default async function PromotionCalendarPage() {
  if (!(await viewerMay('promotions.read'))) return <NoAccess />;
  return <PromotionCalendar />;
}
