'use client';

import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt, type Fmt } from '@/fmt';
import type { OverviewTilesQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { Change } from '@/ui/change';
import { FailureAlert } from '@/ui/failure-alert';
import { StatTile } from '@/ui/stat-tile';
import { totalOf } from '@/features/metrics/metric-rows';

interface Tile {
  name: 'revenue' | 'receipts' | 'averageReceipt' | 'penetration' | 'pointsIssued' | 'pointsRedeemed' | 'membersNew';
  key: string;
  print: (fmt: Fmt, value: number) => string;
}

const tiles: Tile[] = [
  { name: 'revenue', key: 'sales.revenue', print: (fmt, value) => fmt.moneyWhole(value) },
  { name: 'receipts', key: 'sales.receipts', print: (fmt, value) => fmt.number(value, 0) },
  { name: 'averageReceipt', key: 'sales.average_receipt', print: (fmt, value) => fmt.moneyWhole(value) },
  { name: 'penetration', key: 'penetration.revenue', print: (fmt, value) => fmt.percent(value) },
  { name: 'pointsIssued', key: 'points.issued', print: (fmt, value) => fmt.pointsWhole(value) },
  { name: 'pointsRedeemed', key: 'points.redeemed', print: (fmt, value) => fmt.pointsWhole(value) },
  { name: 'membersNew', key: 'members.new', print: (fmt, value) => fmt.number(value, 0) },
];

/** Today so far, each number beside the same weekday a week ago. */
export function Tiles({ graph }: { graph: Graph<OverviewTilesQuery> }) {
  const t = useTranslations('overview');
  const fmt = useFmt();
  const { data, failure, refetch } = graph;
  return (
    <Stack gap="xs" component="section" aria-label={t('today')}>
      {failure !== undefined && <FailureAlert failure={failure} onRetry={refetch} />}
      <SimpleGrid cols={{ base: 2, sm: 3, md: 4, xl: 7 }} spacing="xs" verticalSpacing="xs">
        {tiles.map(({ name, key, print }) => (
          <StatTile
            key={name}
            label={t(`tile.${name}`)}
            definition={t(`definition.${name}`)}
            href={`/metrics/${key}`}
            value={data ? printed(totalOf(data[name]), (value) => print(fmt, value)) : failure && '—'}
            change={
              data && (
                <Change
                  value={totalOf(data[name])}
                  before={totalOf(data[`${name}Before`])}
                  kind={name === 'penetration' ? 'share' : 'amount'}
                />
              )
            }
          />
        ))}
      </SimpleGrid>
      <Text fz="xs" c="dimmed">
        {t('comparison', { timeZone: fmt.timeZone })}
      </Text>
    </Stack>
  );
}

function printed(value: number | null, print: (value: number) => string): string {
  return value === null ? '—' : print(value);
}
