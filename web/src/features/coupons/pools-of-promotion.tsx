'use client';

import { useTranslations } from 'next-intl';
import { CouponPoolsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { DataTable } from '@/ui/table';
import { usePoolColumns } from './coupon-pools';

const poolsMax = 100;

/** The pools that a promotion asks for or gives from, with what became of their codes. */
export function PoolsOfPromotion({ promotionId }: { promotionId: string }) {
  const t = useTranslations('coupons');
  const graph = useGraph(CouponPoolsDocument, { promotionId, first: poolsMax });
  const columns = usePoolColumns().filter(({ hidden }) => !hidden);
  return (
    <Panel title={t('title')} graph={graph}>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={graph.data?.couponPools.edges.map(({ node }) => node) ?? []}
        rowKey={({ id }) => id}
        empty={<NothingYet title={t('noneOfPromotion')} hint={t('noneOfPromotionHint')} />}
      />
    </Panel>
  );
}
