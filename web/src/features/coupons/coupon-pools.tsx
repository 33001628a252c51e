'use client';

import { Button, Group, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  CouponPoolsDocument,
  type CouponPoolRowFragment,
  type CouponPoolsQuery,
  type CouponPoolsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Link } from '@/i18n/navigation';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { SearchField } from '@/ui/search-field';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { poolFilters, poolsVariables } from './variables';

/** Pools of coupons with what became of their codes. */
export function CouponPools({ first }: { first: Loaded<CouponPoolsQuery, CouponPoolsQueryVariables> }) {
  const t = useTranslations('coupons');
  const [params] = useUrlState();
  const variables = poolsVariables(params);
  const graph = useGraph(CouponPoolsDocument, variables, { first });
  const status = useEnumLabel('couponPoolStatus');
  const { filter, chip, value } = useFilters();
  const create = useMay('coupons.write') && (
    <Button component={Link} href="/coupons/new" prefetch={false} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  );
  return (
    <ListPage
      name="coupon-pools"
      title={t('title')}
      actions={
        <Group gap="xs">
          <Button component={Link} href="/coupons/incidents" prefetch={false} variant="default">
            {t('incidents')}
          </Button>
          {create}
        </Group>
      }
      columns={usePoolColumns()}
      document={CouponPoolsDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.couponPools}
      filters={(clear) => (
        <FilterBar chips={[...chip('q', t('search')), ...chip('status', t('status'), status)]} onClear={clear}>
          <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} />
          <Select
            label={t('status')}
            w={{ base: '100%', xs: 180 }}
            clearable
            data={['OPEN', 'CLOSED'].map((code) => ({ value: code, label: status(code) }))}
            value={value('status') ?? null}
            onChange={(chosen) => filter({ status: chosen ?? undefined })}
          />
        </FilterBar>
      )}
      filterKeys={poolFilters}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} action={create} />}
    />
  );
}

/** Columns of a table of pools. */
export function usePoolColumns(): Column<CouponPoolRowFragment>[] {
  const t = useTranslations('coupons');
  const fmt = useFmt();
  const kind = useEnumLabel('couponPoolKind');
  const figure = (key: 'issued' | 'open' | 'redeemed' | 'expired' | 'revoked'): Column<CouponPoolRowFragment> => ({
    key,
    header: t(key),
    numeric: true,
    hidden: key === 'revoked',
    cell: ({ figures }) => fmt.number(figures[key]),
    csv: ({ figures }) => String(figures[key]),
  });
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => <TextLink href={`/coupons/${id}`}>{name}</TextLink>,
      csv: ({ name }) => name,
    },
    { key: 'kind', header: t('kind'), cell: (pool) => kind(pool.kind), csv: (pool) => pool.kind },
    {
      key: 'status',
      header: t('status'),
      cell: (pool) => <StatusBadge kind="couponPoolStatus" status={pool.status} />,
      csv: (pool) => pool.status,
    },
    {
      key: 'sample',
      header: t('sample'),
      cell: ({ publicCode, format }) => publicCode ?? format?.sample ?? '—',
      csv: ({ publicCode, format }) => publicCode ?? format?.sample ?? '',
    },
    ...(['issued', 'open', 'redeemed', 'expired', 'revoked'] as const).map(figure),
    {
      key: 'createdAt',
      header: t('createdAt'),
      numeric: true,
      hidden: true,
      cell: ({ createdAt }) => fmt.dateTime(createdAt),
      csv: ({ createdAt }) => createdAt,
    },
  ];
}
