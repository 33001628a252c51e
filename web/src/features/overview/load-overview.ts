import {
  LatestReceiptsDocument,
  OverviewPenetrationDocument,
  OverviewSalesDocument,
  OverviewTilesDocument,
} from '@/graphql/generated/graphql';
import { config } from '@/config';
import { clockIn } from '@/fmt/dates';
import { load } from '@/graphql/load';
import { periodOf } from '@/ui/period';
import { penetrationVariables, salesVariables, tileVariables } from './variables';

export type LoadedOverview = Awaited<ReturnType<typeof loadOverview>>;

/** The home page's first data; each card's own, so that one failure is one card's. */
export async function loadOverview(params: URLSearchParams) {
  const { timeZone } = config();
  const renderedAt = Date.now();
  const period = periodOf(params, clockIn(timeZone, renderedAt).date);
  const [tiles, sales, penetration, latest] = await Promise.all([
    load(OverviewTilesDocument, tileVariables(renderedAt, timeZone)),
    load(OverviewSalesDocument, salesVariables(period, timeZone)),
    load(OverviewPenetrationDocument, penetrationVariables(period, timeZone)),
    load(LatestReceiptsDocument, {}),
  ]);
  return { renderedAt, tiles, sales, penetration, latest };
}
