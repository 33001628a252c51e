'use client';

import { Button, Grid, Group, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { CouponPoolDocument, type CouponPoolQuery, type CouponPoolQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Facts } from '@/ui/facts';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { CouponBatches } from './coupon-batches';
import { FindCoupon } from './find-coupon';
import { RedemptionsChart } from './redemptions-chart';
import { useExport } from './use-export';
import { usePoolActions } from './use-pool-actions';

export type KnownPool = NonNullable<CouponPoolQuery['couponPool']>;

/** A pool: what became of its codes, their making, a code's history, and who needs them. */
export function CouponPool({ first }: { first: Loaded<CouponPoolQuery, CouponPoolQueryVariables> }) {
  const t = useTranslations('coupons');
  const graph = useGraph(CouponPoolDocument, first.variables, { first });
  const pool = graph.data?.couponPool;
  return (
    <Page
      title={pool?.name ?? t('pool')}
      crumbs={[{ label: t('title'), href: '/coupons' }]}
      aside={pool != null && <StatusBadge kind="couponPoolStatus" status={pool.status} />}
      actions={pool != null && <Actions pool={pool} onChanged={graph.refetch} />}
    >
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      {pool != null && (
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Stack gap="sm">
              <Figures pool={pool} />
              <About pool={pool} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Stack gap="sm">
              {pool.kind === 'UNIQUE' && <CouponBatches pool={pool} onChanged={graph.refetch} />}
              <RedemptionsChart pool={pool} graph={graph} />
              <FindCoupon poolId={pool.id} onChanged={graph.refetch} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}

function Actions({ pool, onChanged }: { pool: KnownPool; onChanged: () => void }) {
  const t = useTranslations('coupons');
  const [mayWrite, mayExport] = [useMay('coupons.write'), useMay('coupons.export')];
  const { turn, remove, busy } = usePoolActions(pool, onChanged);
  const [take, taking] = useExport(pool);
  return (
    <Group gap="xs">
      {mayExport && (
        <Button variant="default" loading={taking} onClick={() => void take()}>
          {t('export')}
        </Button>
      )}
      {mayWrite && (
        <>
          <Button variant="default" loading={busy} onClick={() => void turn()}>
            {t(pool.status === 'OPEN' ? 'close' : 'reopen')}
          </Button>
          <Button variant="default" color="red" loading={busy} onClick={() => void remove()}>
            {t('delete')}
          </Button>
        </>
      )}
    </Group>
  );
}

/** The law is on the page: what was issued less what is gone is what is open. */
function Figures({ pool: { figures } }: { pool: KnownPool }) {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  const line = (key: 'issued' | 'redeemed' | 'expired' | 'revoked' | 'open', sign = ''): [string, string] => [
    t(key),
    `${sign}${fmt.number(figures[key])}`,
  ];
  return (
    <Panel title={t('figures')}>
      <Facts
        facts={[
          line('issued'),
          line('redeemed', '− '),
          line('expired', '− '),
          line('revoked', '− '),
          line('open', '= '),
        ]}
      />
    </Panel>
  );
}

function About({ pool }: { pool: KnownPool }) {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  const kind = useEnumLabel('couponPoolKind');
  const day = (at: string | null) => (at === null ? '…' : fmt.date(at));
  const days =
    pool.validFrom === null && pool.validUntil === null
      ? t('always')
      : `${day(pool.validFrom)} – ${day(pool.validUntil)}`;
  return (
    <Panel title={t('about')}>
      <Facts
        facts={[
          [t('kind'), kind(pool.kind)],
          [t('sample'), pool.publicCode ?? pool.format?.sample ?? '—'],
          [t('valid'), days],
          [t('validDays'), pool.validDays === null ? '—' : fmt.number(pool.validDays)],
          [t('usesPerCode'), pool.usesPerCode >= unlimited ? t('unlimited') : fmt.number(pool.usesPerCode)],
          [t('usesPerMember'), pool.usesPerMember === null ? t('unlimited') : fmt.number(pool.usesPerMember)],
          [
            t('promotions'),
            pool.promotions.length === 0
              ? t('noPromotions')
              : pool.promotions.map(({ id, name }) => (
                  <div key={id}>
                    <TextLink href={`/promotions/${id}`}>{name}</TextLink>
                  </div>
                )),
          ],
        ]}
      />
    </Panel>
  );
}

/** As many as the graph takes stands for any number. */
const unlimited = 1_000_000_000;
