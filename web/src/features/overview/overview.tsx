'use client';

import { Badge, SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePulse } from '@/features/pulse';
import { ReportLinks } from '@/features/reports';
import { useFmt } from '@/fmt';
import {
  LatestReceiptsDocument,
  OverviewPenetrationDocument,
  OverviewSalesDocument,
  OverviewTilesDocument,
} from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { Page } from '@/ui/page';
import { PeriodPicker, usePeriod } from '@/ui/period';
import { LatestReceipts } from './latest-receipts';
import type { LoadedOverview } from './load-overview';
import { PenetrationChart } from './penetration-chart';
import { SalesChart } from './sales-chart';
import { Tiles } from './tiles';
import { penetrationVariables, salesVariables, tileVariables } from './variables';

/** The chain today, moving as tills book. */
export function Overview({ renderedAt, tiles, sales, penetration, latest }: LoadedOverview) {
  const t = useTranslations('overview');
  const { timeZone } = useFmt();
  const period = usePeriod();
  const [at, setAt] = useState(renderedAt);
  const tilesGraph = useGraph(OverviewTilesDocument, tileVariables(at, timeZone), { first: tiles });
  const salesGraph = useGraph(OverviewSalesDocument, salesVariables(period, timeZone), { first: sales });
  const penetrationGraph = useGraph(OverviewPenetrationDocument, penetrationVariables(period, timeZone), {
    first: penetration,
  });
  const latestGraph = useGraph(LatestReceiptsDocument, {}, { first: latest });
  const { live } = usePulse(() => {
    setAt(Date.now());
    latestGraph.refetch();
  });
  return (
    <Page
      title={t('title')}
      aside={
        <Badge color={live ? 'teal' : 'gray'} role="status">
          {live ? t('live') : t('notLive')}
        </Badge>
      }
    >
      <Tiles graph={tilesGraph} />
      <ReportLinks />
      <PeriodPicker period={period} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <SalesChart graph={salesGraph} period={period} />
        <PenetrationChart graph={penetrationGraph} period={period} />
      </SimpleGrid>
      <LatestReceipts graph={latestGraph} />
    </Page>
  );
}
