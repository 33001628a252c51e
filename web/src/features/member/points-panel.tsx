'use client';

import { Alert, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { MemberPointsQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { DataTable } from '@/ui/table';
import { useLotColumns } from './lot-columns';

const ExtendLots = dynamic(async () => (await import('./extend-lots')).ExtendLots);

const AdjustPoints = dynamic(async () => (await import('@/features/adjust-points')).AdjustPoints);

type Points = NonNullable<MemberPointsQuery['member']>;
type Lot = Points['lots'][number];

/** What the member can spend, and the lots it lies in with their dates. */
export function PointsPanel({ graph, onChanged }: { graph: Graph<MemberPointsQuery>; onChanged: () => void }) {
  const t = useTranslations('member');
  const mayAdjust = useMay('points.adjust');
  const [adjusting, adjust] = useDisclosure();
  const [extending, extend] = useDisclosure();
  const columns = useLotColumns<Lot>();
  const points = graph.data?.member;
  return (
    <Panel
      title={t('points')}
      graph={graph}
      action={
        mayAdjust &&
        points != null && (
          <Group gap="xs">
            {points.lots.some(({ expiresAt }) => expiresAt !== null) && (
              <Button variant="default" size="compact-sm" onClick={extend.open}>
                {t('extend')}
              </Button>
            )}
            <Button variant="default" size="compact-sm" onClick={adjust.open}>
              {t('adjust')}
            </Button>
          </Group>
        )
      }
    >
      {points != null && (
        <>
          <SimpleGrid cols={3} spacing="xs">
            <Amount label={t('available')} value={points.balance.available} strong />
            <Amount label={t('pending')} value={points.balance.pending} />
            <Amount label={t('held')} value={points.balance.held} />
          </SimpleGrid>
          <Owed owed={points.balance.owed} />
          <Upcoming upcoming={points.upcomingPoints} />
          <DataTable
            label={t('lots')}
            columns={columns}
            rows={points.lots}
            rowKey={(lot) => lot.id}
            empty={<NothingYet title={t('noLots')} />}
          />
          {extending && <ExtendLots target={{ memberId: points.id }} onClose={extend.close} onChanged={onChanged} />}
          {adjusting && (
            <AdjustPoints
              memberId={points.id}
              available={points.balance.available}
              onClose={adjust.close}
              onChanged={onChanged}
            />
          )}
        </>
      )}
    </Panel>
  );
}

/** What returns took of points that were spent already: said in words, because nothing can be spent until it is paid. */
function Owed({ owed }: { owed: string }) {
  const t = useTranslations('member');
  const fmt = useFmt();
  if (Number(owed) === 0) return null;
  return (
    <Alert variant="outline" color="yellow" p="xs" title={t('owed', { points: fmt.points(owed) })}>
      {t('owedHint')}
    </Alert>
  );
}

/** What becomes spendable or expires within a month, in words. */
function Upcoming({ upcoming }: { upcoming: Points['upcomingPoints'] }) {
  const t = useTranslations('member');
  const fmt = useFmt();
  if (upcoming.length === 0) return null;
  return (
    <Text fz="sm" component="div">
      {upcoming.map(({ at, kind, amount }, index) => (
        <div key={index}>
          {t(kind === 'EXPIRES' ? 'willExpire' : 'willActivate', { points: fmt.points(amount), date: fmt.date(at) })}
        </div>
      ))}
    </Text>
  );
}

function Amount({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  const fmt = useFmt();
  return (
    <div>
      <Text fz="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={strong ? 'xl' : 'lg'} fw={strong ? 600 : 500} className="num">
        {fmt.points(value)}
      </Text>
    </div>
  );
}
