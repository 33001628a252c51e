'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { GoodsBoughtRowFragment, MemberBehaviourQuery } from '@/graphql/generated/graphql';
import { Bar } from '@/ui/bar';
import { NothingYet } from '@/ui/empty';
import { DataTable, type Column } from '@/ui/table';
import { Part } from './behaviour-part';

/** What the basket is made of, a bar each. */
export function BasketTable({ goods }: { goods: GoodsBoughtRowFragment[] }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  const columns: Column<GoodsBoughtRowFragment>[] = [
    { key: 'name', header: t('category'), wrap: true, cell: ({ name }) => name || t('unknown') },
    { key: 'bar', header: t('share'), secondary: true, cell: ({ share }) => <Bar share={share ?? 0} /> },
    {
      key: 'share',
      header: t('percent'),
      numeric: true,
      cell: ({ share }) => (share === null ? '—' : fmt.percent(share)),
    },
    { key: 'revenue', header: t('revenue'), numeric: true, cell: ({ revenue }) => fmt.money(revenue) },
  ];
  return (
    <DataTable
      label={t('basket')}
      columns={columns}
      rows={goods}
      rowKey={({ key }) => key}
      empty={<NothingYet title={t('none')} />}
    />
  );
}

/** Favourites of one kind. */
export function GoodsTable({ title, goods }: { title: string; goods: GoodsBoughtRowFragment[] }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  const columns: Column<GoodsBoughtRowFragment>[] = [
    { key: 'name', header: t('what'), wrap: true, cell: ({ name }) => name || t('unknown') },
    { key: 'purchases', header: t('purchases'), numeric: true, cell: ({ purchases }) => fmt.number(purchases) },
    { key: 'revenue', header: t('revenue'), numeric: true, cell: ({ revenue }) => fmt.moneyWhole(revenue) },
  ];
  return (
    <Part title={title}>
      <DataTable
        label={title}
        columns={columns}
        rows={goods}
        rowKey={({ key }) => key}
        empty={<NothingYet title={t('none')} />}
      />
    </Part>
  );
}

type Affinity = NonNullable<MemberBehaviourQuery['member']>['behaviour']['affinities'][number];

/** Brands that the member keeps to. */
export function AffinityTable({ affinities }: { affinities: Affinity[] }) {
  const t = useTranslations('behaviour');
  const fmt = useFmt();
  const columns: Column<Affinity>[] = [
    { key: 'brand', header: t('brand'), wrap: true, cell: ({ brand }) => brand },
    { key: 'score', header: t('score'), numeric: true, cell: ({ score }) => fmt.number(score) },
    { key: 'money', header: t('ofMoney'), numeric: true, cell: ({ shareOfRevenue }) => fmt.percent(shareOfRevenue) },
    {
      key: 'purchases',
      header: t('ofPurchases'),
      numeric: true,
      cell: ({ shareOfPurchases }) => fmt.percent(shareOfPurchases),
    },
  ];
  return (
    <Part title={t('affinities')}>
      <DataTable
        label={t('affinities')}
        columns={columns}
        rows={affinities}
        rowKey={({ brand }) => brand}
        empty={<NothingYet title={t('none')} />}
      />
    </Part>
  );
}
