'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { PromotionFiguresFieldsFragment } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';

type Row = PromotionFiguresFieldsFragment['byVersion'][number];

interface Props {
  versions: Row[] | undefined;
  graph: Graph<unknown>;
}

/** The same sums of each version that priced sales, the latest first. */
export function FiguresByVersion({ versions, graph }: Props) {
  const t = useTranslations('promotion.figures');
  const fmt = useFmt();
  const numeric = (key: 'uses' | 'members' | 'discount' | 'points' | 'revenue', print: (value: string) => string) => ({
    key,
    header: t(key),
    numeric: true,
    cell: ({ sums }: Row) => print(String(sums[key])),
  });
  const columns: Column<Row>[] = [
    { key: 'version', header: t('version'), cell: ({ version }) => fmt.number(version) },
    numeric('uses', (value) => fmt.number(value)),
    numeric('members', (value) => fmt.number(value)),
    numeric('discount', fmt.money),
    numeric('points', fmt.points),
    numeric('revenue', fmt.money),
  ];
  return (
    <Panel title={t('byVersion')} graph={graph}>
      <DataTable
        label={t('byVersion')}
        columns={columns}
        rows={versions ?? []}
        rowKey={({ version }) => String(version)}
        empty={<NothingYet title={t('none')} hint={t('noneHint')} />}
      />
    </Panel>
  );
}
