'use client';

import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, type ReactNode } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { MemberBehaviourDocument, type MemberBehaviourQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { FailureAlert } from '@/ui/failure-alert';
import { TextLink } from '@/ui/text-link';
import { AffinityTable, BasketTable, GoodsTable } from './behaviour-goods';
import { BehaviourHours } from './behaviour-hours';
import { Part } from './behaviour-part';
import type { MemberListProps } from './use-member-page';

type Answer = NonNullable<MemberBehaviourQuery['member']>;
type Behaviour = Answer['behaviour'];

/** How the member buys: what, when, how often, and where that puts them. */
export function MemberBehaviour({ memberId, beats }: Pick<MemberListProps, 'memberId' | 'beats'>) {
  const t = useTranslations('behaviour');
  const [costs, segments] = [useMay('catalogue.cost.read'), useMay('segments.read')];
  const graph = useGraph(MemberBehaviourDocument, { id: memberId, costs, segments, locale: useLocale() });
  const { refetch } = graph;
  useEffect(() => {
    if (beats > 0) refetch();
  }, [beats, refetch]);
  const member = graph.data?.member;
  if (graph.failure !== undefined) return <FailureAlert failure={graph.failure} onRetry={refetch} />;
  if (member == null) return null;
  const { behaviour } = member;
  return (
    <Stack gap="md">
      {member.segments !== undefined && member.segments.length > 0 && <Segments segments={member.segments} />}
      {member.rfmCells !== undefined && member.rfmCells.length > 0 && <RfmCells cells={member.rfmCells} />}
      {behaviour.purchases === 0 ? (
        <NothingYet title={t('none')} hint={t('noneHint')} />
      ) : (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <Value behaviour={behaviour} />
            <Rhythm behaviour={behaviour} />
          </SimpleGrid>
          <Part title={t('hours')}>
            <BehaviourHours hours={behaviour.hours} />
          </Part>
          <Part title={t('basket')}>
            <BasketTable goods={behaviour.basket} />
          </Part>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <GoodsTable title={t('products')} goods={behaviour.products} />
            <GoodsTable title={t('categories')} goods={behaviour.categories} />
            <GoodsTable title={t('brands')} goods={behaviour.brands} />
            <AffinityTable affinities={behaviour.affinities} />
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
}

function Segments({ segments }: { segments: NonNullable<Answer['segments']> }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  return (
    <Part title={t('segments')}>
      <Group gap="sm">
        {segments.map(({ segment, since }) => (
          <Text key={segment.id} fz="sm" span>
            <TextLink href={`/segments/${segment.id}`} underline="always">
              {segment.name}
            </TextLink>{' '}
            <Text span inherit c="dimmed">
              {t('since', { day: fmt.date(since) })}
            </Text>
          </Text>
        ))}
      </Group>
    </Part>
  );
}

function RfmCells({ cells }: { cells: NonNullable<Answer['rfmCells']> }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  return (
    <Part title={t('rfm')}>
      <Group gap="sm">
        {cells.map(({ gridId, gridName, name, cell, since }) => (
          <Text key={gridId} fz="sm" span>
            {gridName}:{' '}
            <TextLink href={`/rfm?grid=${gridId}&cells=${cell}`} underline="always">
              {name}
            </TextLink>{' '}
            <Text span inherit c="dimmed">
              {t('since', { day: fmt.date(since) })}
            </Text>
          </Text>
        ))}
      </Group>
    </Part>
  );
}

function Value({ behaviour }: { behaviour: Behaviour }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  const percent = (share: number | null) => (share === null ? null : fmt.percent(share));
  return (
    <Part title={t('value')}>
      <Facts
        facts={[
          [t('revenue'), fmt.money(behaviour.revenue)],
          ...(behaviour.margin == null ? [] : [[t('margin'), fmt.money(behaviour.margin)] as [string, ReactNode]]),
          [t('discount'), fmt.money(behaviour.discount)],
          [t('purchases'), fmt.number(behaviour.purchases)],
          [t('averageReceipt'), behaviour.averageReceipt === null ? null : fmt.money(behaviour.averageReceipt)],
          [t('itemsPerReceipt'), behaviour.itemsPerReceipt === null ? null : fmt.number(behaviour.itemsPerReceipt)],
          [t('promoShareOfRevenue'), percent(behaviour.promoShareOfRevenue)],
          [t('promoShareOfItems'), percent(behaviour.promoShareOfItems)],
        ]}
      />
    </Part>
  );
}

function Rhythm({ behaviour }: { behaviour: Behaviour }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  const ago = (day: string | null, days: number | null) =>
    day === null || days === null ? null : t('daysAgo', { day: fmt.date(day), count: days, n: fmt.number(days) });
  const { cycleDays, nextVisitOn, purchasesPerMonth, favouriteStore } = behaviour;
  return (
    <Part title={t('rhythm')}>
      <Facts
        facts={[
          [t('firstPurchase'), ago(behaviour.firstPurchaseOn, behaviour.daysSinceFirst)],
          [t('lastPurchase'), ago(behaviour.lastPurchaseOn, behaviour.daysSinceLast)],
          [t('perMonth'), purchasesPerMonth === null ? null : fmt.number(purchasesPerMonth, 1)],
          [t('cycle'), cycleDays === null ? null : t('cycleDays', { n: fmt.number(cycleDays, 1) })],
          [t('nextVisit'), nextVisitOn === null ? null : fmt.date(nextVisitOn)],
          [t('favouriteStore'), favouriteStore?.name],
        ]}
      />
    </Part>
  );
}
