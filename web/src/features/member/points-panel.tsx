'use client';

import { Alert, Button, SimpleGrid, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { MemberPointsQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

const AdjustPoints = dynamic(async () => (await import('@/features/adjust-points')).AdjustPoints);

type Points = NonNullable<MemberPointsQuery['member']>;
type Lot = Points['lots'][number];

/** What the member can spend, and the lots it lies in with their dates. */
export function PointsPanel({ graph, onChanged }: { graph: Graph<MemberPointsQuery>; onChanged: () => void }) {
  const t = useTranslations('member');
  const mayAdjust = useMay('points.adjust');
  const [adjusting, adjust] = useDisclosure();
  const columns = useLotColumns();
  const points = graph.data?.member;
  return (
    <Panel
      title={t('points')}
      graph={graph}
      action={
        mayAdjust &&
        points != null && (
          <Button variant="default" size="compact-sm" onClick={adjust.open}>
            {t('adjust')}
          </Button>
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
          <DataTable
            label={t('lots')}
            columns={columns}
            rows={points.lots}
            rowKey={(lot) => lot.id}
            empty={<NothingYet title={t('noLots')} />}
          />
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

function useLotColumns(): Column<Lot>[] {
  const t = useTranslations('member');
  const fmt = useFmt();
  const source = useEnumLabel('lotSource');
  return [
    {
      key: 'source',
      header: t('lotSource'),
      cell: (lot) =>
        lot.purchaseId === null ? (
          source(lot.source)
        ) : (
          <TextLink href={`/receipts/${encodeURIComponent(lot.purchaseId)}`}>{source(lot.source)}</TextLink>
        ),
    },
    { key: 'left', header: t('left'), numeric: true, cell: (lot) => fmt.points(lot.left) },
    { key: 'amount', header: t('of'), numeric: true, cell: (lot) => fmt.points(lot.amount) },
    { key: 'status', header: t('status'), cell: (lot) => <StatusBadge kind="lotStatus" status={lot.status} /> },
    { key: 'activates', header: t('activatesAt'), numeric: true, cell: (lot) => fmt.date(lot.activatesAt) },
    {
      key: 'expires',
      header: t('expiresAt'),
      numeric: true,
      cell: (lot) => (lot.expiresAt === null ? t('never') : fmt.date(lot.expiresAt)),
    },
  ];
}
