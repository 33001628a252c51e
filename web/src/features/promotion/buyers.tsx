'use client';

import { Group, SegmentedControl, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PromotionBuyersDocument, PromotionSalesDocument, type PromotionGroup } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { DataTable, KeysetPager } from '@/ui/table';
import { firstPage, keysetPlace, pageSize } from '@/ui/table/place';
import { useUrlState } from '@/ui/url-state';
import { useBuyerColumns, useSaleColumns } from './buyer-columns';

interface Props {
  promotionId: string;
  group: PromotionGroup;
}

const groups = { given: 'GIVEN', control: 'CONTROL' } as const;
const lists = ['sales', 'buyers'] as const;

/** The receipts and the members behind the figures: of those who got it, or of its control group. */
export function Buyers({ promotionId }: { promotionId: string }) {
  const t = useTranslations('promotion.figures');
  const [params, change] = useUrlState();
  const group = params.get('group') === 'control' ? 'control' : 'given';
  const list = params.get('list') === 'buyers' ? 'buyers' : 'sales';
  const List = list === 'sales' ? Sales : Members;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('group1')}
          value={group}
          onChange={(value) => change({ group: value === 'given' ? undefined : value, ...firstPage() })}
          data={Object.keys(groups).map((value) => ({ value, label: t(value as typeof group) }))}
        />
        <SegmentedControl
          aria-label={t('measure')}
          value={list}
          onChange={(value) => change({ list: value === 'sales' ? undefined : value, ...firstPage() })}
          data={lists.map((value) => ({ value, label: t(value === 'sales' ? 'uses' : 'members') }))}
        />
      </Group>
      <List promotionId={promotionId} group={groups[group]} />
    </Stack>
  );
}

function Sales({ promotionId, group }: Props) {
  const t = useTranslations('promotion.figures');
  const columns = useSaleColumns(group);
  const graph = useGraph(PromotionSalesDocument, useVariables(promotionId, group));
  const promotion = graph.data?.promotion;
  const sales = promotion?.sales;
  return (
    <>
      <DataTable
        label={t('uses')}
        columns={columns}
        rows={sales?.edges.map(({ cursor, node }) => ({ ...node, cursor }))}
        rowKey={({ cursor }) => cursor}
        graph={graph}
        empty={<NothingYet title={t('none')} hint={group === 'CONTROL' ? t('noControlHint') : t('noneHint')} />}
      />
      {sales !== undefined && (
        <KeysetPager
          count={sales.edges.length}
          total={promotion?.figures[group === 'CONTROL' ? 'control' : 'total'].uses}
          pageInfo={sales.pageInfo}
        />
      )}
    </>
  );
}

function Members({ promotionId, group }: Props) {
  const t = useTranslations('promotion.figures');
  const columns = useBuyerColumns(group);
  const graph = useGraph(PromotionBuyersDocument, useVariables(promotionId, group));
  const promotion = graph.data?.promotion;
  const buyers = promotion?.buyers;
  return (
    <>
      <DataTable
        label={t('members')}
        columns={columns}
        rows={buyers?.edges.map(({ node }) => node)}
        rowKey={({ member }) => member.id}
        graph={graph}
        empty={<NothingYet title={t('none')} hint={group === 'CONTROL' ? t('noControlHint') : t('noneHint')} />}
      />
      {buyers !== undefined && (
        <KeysetPager
          count={buyers.edges.length}
          total={promotion?.figures[group === 'CONTROL' ? 'control' : 'total'].members}
          pageInfo={buyers.pageInfo}
        />
      )}
    </>
  );
}

function useVariables(id: string, group: PromotionGroup) {
  const [params] = useUrlState();
  return { id, group, first: pageSize, after: keysetPlace(params).after };
}
